import { Button } from '@mantine/core';
import { IconPlugConnected, IconSearchOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CatalogueCard, Connection } from '../../../main/contract/connections.ts';
import { useAbout } from '../../bridge/session-context.tsx';
import { navigate } from '../../shared/navigation/navigation.ts';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { CatalogueTile } from './catalogue-tile.tsx';
import { ConnectionCard } from './connection-card.tsx';
import type { ConnectionsState } from './connections-slice.ts';
import styles from './connections.module.css';
import { DemoTile } from './demo-tile.tsx';
import { matches } from './match.ts';

type Shown = Extract<ConnectionsState, { type: 'shown' }>;

type Found = Readonly<{
  connections: readonly Connection[];
  catalogue: readonly CatalogueCard[];
  demo: boolean;
}>;

/** What of the screen the search leaves. */
function useFound(state: Shown, search: string, may: boolean): Found {
  const { t } = useTranslation();
  const { demoAvailable } = useAbout();
  const offered = may && demoAvailable && !state.connections.some((one) => one.demo);
  return {
    connections: state.connections.filter(({ name, vendor, organizations }) =>
      matches(search, [
        name,
        t(`connections.vendor.${vendor}`),
        ...organizations.flatMap((one) => [one.name, ...one.venues.map((venue) => venue.name)]),
      ]),
    ),
    catalogue: state.catalogue.filter(({ vendor }) =>
      matches(search, [
        t(`connections.vendor.${vendor}`),
        t(`connections.vendor.${vendor}.about`),
        t(`connections.vendor.${vendor}.words`),
      ]),
    ),
    demo: offered && matches(search, [t('connections.demo'), t('connections.demo.about')]),
  };
}

function Connected(props: {
  readonly connections: readonly Connection[];
  readonly live: Pick<Shown, 'sync' | 'history'>;
  readonly may: boolean;
}): ReactNode {
  const { connections, live, may } = props;
  const { t } = useTranslation();
  if (connections.length === 0) return null;
  return (
    <section aria-labelledby="connections-connected">
      <h2 id="connections-connected" className={styles.heading}>
        {t('connections.connected')}
      </h2>
      <ul className={styles.cards}>
        {connections.map((connection) => (
          <ConnectionCard
            key={connection.id}
            connection={connection}
            sync={live.sync.get(connection.id)}
            history={live.history.get(connection.id)}
            may={may}
          />
        ))}
      </ul>
    </section>
  );
}

function Catalogue({ found, may }: { readonly found: Found; readonly may: boolean }): ReactNode {
  const { t } = useTranslation();
  if (found.catalogue.length === 0 && !found.demo) return null;
  const tiles = (availability: CatalogueCard['availability']): ReactNode =>
    found.catalogue
      .filter((card) => card.availability === availability)
      .map((card) => <CatalogueTile key={card.vendor} card={card} may={may} />);
  return (
    <section aria-labelledby="connections-catalogue">
      <h2 id="connections-catalogue" className={styles.heading}>
        {t('connections.catalogue')}
      </h2>
      <ul className={styles.tiles}>
        {tiles('ready')}
        {found.demo && <DemoTile />}
        {tiles('soon')}
      </ul>
    </section>
  );
}

/** Connections on top, what else can be connected below; both narrowed by the search. */
export function ConnectionsContent(props: {
  readonly state: Shown;
  readonly search: string;
  readonly may: boolean;
}): ReactNode {
  const { state, search, may } = props;
  const { t } = useTranslation();
  const found = useFound(state, search, may);
  if (found.connections.length + found.catalogue.length === 0 && !found.demo) {
    return (
      <EmptyState
        icon={IconSearchOff}
        title={t('connections.nothing-found')}
        text={t('connections.nothing-found.text', { search })}
      />
    );
  }
  return (
    <>
      {state.connections.length === 0 && search === '' && (
        <EmptyState
          icon={IconPlugConnected}
          title={t('connections.empty')}
          text={t(may ? 'connections.empty.text' : 'connections.empty.no-right')}
          action={
            may && (
              <Button
                variant="filled"
                onClick={() => navigate('connections', { add: 'iiko-cloud' })}
              >
                {t('connections.empty.action')}
              </Button>
            )
          }
        />
      )}
      <Connected connections={found.connections} live={state} may={may} />
      <Catalogue found={found} may={may} />
    </>
  );
}

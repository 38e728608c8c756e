import { Button } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ZoneMapVersion } from '../../../../main/contract/zones.ts';
import type { DrawnZone } from '../../../../main/domain/zones/drawing/drawn-zone.ts';
import {
  zoneDifferences,
  type ZoneDifference,
} from '../../../../main/domain/zones/drawing/zone-difference.ts';
import { useClient } from '../../../bridge/client-context.tsx';
import { useFormat } from '../../../shared/format/use-format.ts';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { useNotifyFailure } from '../../../shared/ui/use-notify-failure.ts';
import { IconHistory } from '@tabler/icons-react';
import shared from '../zones.module.css';
import styles from './side-panel.module.css';
import { Differences } from './differences.tsx';

type Compared = Readonly<{ id: number; zones: readonly DrawnZone[] }>;

/** Every kept map with what is different in the draft; the difference is drawn, too. */
export function VersionsPanel(props: {
  readonly zones: readonly DrawnZone[];
  readonly draft: number;
  readonly newest: number;
  readonly mayEdit: boolean;
  readonly onCompare: (zones: readonly DrawnZone[]) => void;
  readonly onRestore: (title: string, zones: readonly DrawnZone[]) => void;
}): ReactNode {
  const { zones, draft, newest, mayEdit, onCompare, onRestore } = props;
  const { t } = useTranslation();
  const client = useClient();
  const notifyFailure = useNotifyFailure();
  const [versions, setVersions] = useState<readonly ZoneMapVersion[] | null>(null);
  const [compared, setCompared] = useState<Compared | null>(null);
  useEffect(() => {
    client.zones
      .versions({})
      .then((all) => setVersions(all.filter((one) => one.draft === draft)), notifyFailure);
  }, [client, notifyFailure, draft, newest]);
  const compare = (id: number): void => {
    client.zones.version({ version: id }).then((found) => {
      setCompared({ id, zones: found });
      onCompare(found);
    }, notifyFailure);
  };
  const close = (): void => {
    setCompared(null);
    onCompare([]);
  };
  const restore = (): void => {
    if (!compared) return;
    onRestore(t('zone-map.did.restored', { version: compared.id }), compared.zones);
    close();
  };
  if (versions?.length === 0) {
    return (
      <EmptyState
        icon={IconHistory}
        title={t('zone-map.versions.none')}
        text={t('zone-map.versions.none.text')}
      />
    );
  }
  return (
    <ul className={shared.plain} aria-label={t('zone-map.versions')}>
      {(versions ?? []).map((version) => (
        <VersionRow
          key={version.id}
          version={version}
          differences={compared?.id === version.id ? zoneDifferences(compared.zones, zones) : null}
          onToggle={() => (compared?.id === version.id ? close() : compare(version.id))}
          onRestore={mayEdit ? restore : null}
        />
      ))}
    </ul>
  );
}

function VersionRow(props: {
  readonly version: ZoneMapVersion;
  /** Null: not compared. */
  readonly differences: readonly ZoneDifference[] | null;
  readonly onToggle: () => void;
  readonly onRestore: (() => void) | null;
}): ReactNode {
  const { version, differences, onToggle, onRestore } = props;
  const { t } = useTranslation();
  const open = differences !== null;
  return (
    <li className={styles.version}>
      <VersionHead version={version} />
      <div className={shared.buttons}>
        <Button aria-expanded={open} onClick={onToggle}>
          {t(open ? 'zone-map.versions.close' : 'zone-map.versions.compare')}
        </Button>
        {onRestore && open && differences.length > 0 && (
          <Button variant="filled" onClick={onRestore}>
            {t('zone-map.versions.restore')}
          </Button>
        )}
      </div>
      {differences && <Compare differences={differences} />}
    </li>
  );
}

function Compare({ differences }: { readonly differences: readonly ZoneDifference[] }): ReactNode {
  const { t } = useTranslation();
  if (differences.length === 0)
    return <p className={shared.quiet}>{t('zone-map.versions.same')}</p>;
  return <Differences differences={differences} />;
}

function VersionHead({ version }: { readonly version: ZoneMapVersion }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, author, madeAt, note, zones, handedAt, provedAt } = version;
  return (
    <>
      <strong>{t('zone-map.versions.head', { version: id, count: zones })}</strong>
      <span className={shared.quiet}>
        {[author, format.moment(madeAt)].filter(Boolean).join(' · ')}
      </span>
      {note && <span>{note}</span>}
      {provedAt !== null ? (
        <span className={shared.good}>
          {t('zone-map.versions.proved', { at: format.moment(provedAt) })}
        </span>
      ) : (
        handedAt !== null && (
          <span className={shared.quiet}>
            {t('zone-map.versions.handed', { at: format.moment(handedAt) })}
          </span>
        )
      )}
    </>
  );
}

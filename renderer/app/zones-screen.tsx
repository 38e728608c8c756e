import { Tabs } from '@mantine/core';
import { lazy, Suspense, type ComponentType, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { navigate, usePlace } from '../shared/navigation/navigation.ts';
import { Screen } from '../shared/ui/screen.tsx';
import styles from './terminals-screen.module.css';

/** One tab of the screen; its title is `zone-coverage.tab.<id>`. */
type Part = Readonly<{ id: string; component: ComponentType<{ readonly onShow: null }> }>;

const TerminalsPanel = lazy(async () => ({
  default: (await import('../features/zone-coverage/index.ts')).TerminalsPanel,
}));
const AddressPanel = lazy(async () => ({
  default: (await import('../features/zone-coverage/index.ts')).AddressPanel,
}));
const RehearsalPanel = lazy(async () => ({
  default: (await import('../features/zone-coverage/index.ts')).RehearsalPanel,
}));

/** What the screen is made of, in the order of its tabs. */
const PARTS: readonly [Part, ...Part[]] = [
  { id: 'terminals', component: TerminalsPanel },
  { id: 'address', component: AddressPanel },
  { id: 'rehearsal', component: RehearsalPanel },
];

/** Zones: who serves them, one address, last month over a draft. */
export function ZonesScreen(): ReactNode {
  const { t } = useTranslation();
  const { screen, params } = usePlace();
  const wanted = screen === 'zones' ? params['tab'] : undefined;
  const part = PARTS.find(({ id }) => id === wanted) ?? PARTS[0];
  const Shown = part.component;
  return (
    <Screen
      title={t('app.screen.zones')}
      tabs={
        <Tabs value={part.id} onChange={(tab) => navigate('zones', { tab: tab ?? part.id })}>
          <Tabs.List className={styles.tabs} aria-label={t('zone-coverage.tabs')}>
            {PARTS.map(({ id }) => (
              <Tabs.Tab key={id} value={id}>
                {t(`zone-coverage.tab.${id}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
      }
    >
      <Suspense fallback={null}>
        <Shown onShow={null} />
      </Suspense>
    </Screen>
  );
}

import { Tabs } from '@mantine/core';
import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { navigate, usePlace } from '../shared/navigation/navigation.ts';
import { loadedPart } from '../shared/ui/loaded-part.tsx';
import { Screen } from '../shared/ui/screen.tsx';
import styles from './terminals-screen.module.css';

/** One tab of the screen; its title is `terminals.tab.<id>`. */
type Part = Readonly<{ id: string; component: ComponentType }>;

const ConfigFilesPart = loadedPart(
  async () => (await import('../features/config-files/index.ts')).ConfigFilesPart,
);
const FleetPart = loadedPart(async () => (await import('../features/fleet/index.ts')).FleetPart);

const DiagnosisPart = loadedPart(
  async () => (await import('../features/diagnosis/index.ts')).DiagnosisPart,
);
const ReadinessPart = loadedPart(
  async () => (await import('../features/diagnosis/index.ts')).ReadinessPart,
);
const StaffRightsPart = loadedPart(
  async () => (await import('../features/staff-rights/index.ts')).StaffRightsPart,
);

/** What the screen is made of, in the order of its tabs. */
const PARTS: readonly [Part, ...Part[]] = [
  { id: 'files', component: ConfigFilesPart },
  { id: 'fleet', component: FleetPart },
  { id: 'diagnosis', component: DiagnosisPart },
  { id: 'readiness', component: ReadinessPart },
  { id: 'rights', component: StaffRightsPart },
];

/** Everything about the tills: their files, all of them side by side. */
export function TerminalsScreen(): ReactNode {
  const { t } = useTranslation();
  const { screen, params } = usePlace();
  const wanted = screen === 'terminals' ? params['tab'] : undefined;
  const part = PARTS.find(({ id }) => id === wanted) ?? PARTS[0];
  const Shown = part.component;
  return (
    <Screen
      title={t('app.screen.terminals')}
      tabs={
        <Tabs value={part.id} onChange={(tab) => navigate('terminals', { tab: tab ?? part.id })}>
          <Tabs.List className={styles.tabs} aria-label={t('terminals.tabs')}>
            {PARTS.map(({ id }) => (
              <Tabs.Tab key={id} value={id}>
                {t(`terminals.tab.${id}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
      }
    >
      <Shown />
    </Screen>
  );
}

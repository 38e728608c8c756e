import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { navigate, usePlace } from '../../shared/navigation/navigation.ts';
import { Screen } from '../../shared/ui/screen.tsx';
import styles from './attribution.module.css';
import { ModelsTab } from './models-tab.tsx';
import { OrderFilesTab } from './order-files/order-files-tab.tsx';
import { RulesTab } from './rules-tab.tsx';
import { TouchFilesTab } from './touch-files-tab.tsx';
import { TreeTab } from './tree-tab.tsx';

const TABS = ['tree', 'rules', 'models', 'imports', 'orders'] as const;

type Tab = (typeof TABS)[number];

const tabOf = (text: string | undefined): Tab => TABS.find((tab) => tab === text) ?? 'tree';

const BODY: Readonly<Record<Tab, () => ReactNode>> = {
  tree: TreeTab,
  rules: RulesTab,
  models: ModelsTab,
  imports: TouchFilesTab,
  orders: OrderFilesTab,
};

/** Where orders come from: the tree of sources, the rules that find them, models, imported visits and orders. */
export function SourcesScreen(): ReactNode {
  const { t } = useTranslation();
  const { screen, params } = usePlace();
  const tab = screen === 'sources' ? tabOf(params['tab']) : 'tree';
  const Body = BODY[tab];
  return (
    <Screen
      title={t('app.screen.sources')}
      tabs={
        <Tabs value={tab} onChange={(next) => navigate('sources', { tab: next ?? 'tree' })}>
          <Tabs.List className={styles.tabs} aria-label={t('app.screen.sources')}>
            {TABS.map((name) => (
              <Tabs.Tab key={name} value={name}>
                {t(`attribution.tab.${name}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
      }
    >
      <Body />
    </Screen>
  );
}

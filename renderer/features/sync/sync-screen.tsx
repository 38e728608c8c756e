import { Button, Tabs } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Completeness, ConnectionSync } from '../../../main/contract/sync.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { navigate, usePlace } from '../../shared/navigation/navigation.ts';
import { Screen } from '../../shared/ui/screen.tsx';
import { useNotifyFailure } from '../../shared/ui/use-notify-failure.ts';
import { CompletenessTab } from './completeness-tab.tsx';
import { LogTab } from './log-tab.tsx';
import { QuarantineTab } from './quarantine-tab.tsx';
import { RereadButton } from './reread-button.tsx';
import { StatementCard } from './statement-card.tsx';
import styles from './sync.module.css';
import { createSyncStateSlice } from './sync-state-slice.ts';
import { useQuarantine } from './use-quarantine.ts';

const TABS = ['completeness', 'log', 'quarantine'] as const;

type Tab = (typeof TABS)[number];

const tabOf = (text: string | undefined): Tab => TABS.find((tab) => tab === text) ?? 'completeness';

function Actions(props: { readonly connections: readonly ConnectionSync[] }): ReactNode {
  const { connections } = props;
  const { t } = useTranslation();
  const client = useClient();
  const notifyFailure = useNotifyFailure();
  const running = connections.some((one) => one.state.type === 'running');
  const syncNow = (): void => {
    client.sync.now({ connectionId: null }).catch(notifyFailure);
  };
  return (
    <>
      <Button
        variant="filled"
        leftSection={<IconRefresh size={16} aria-hidden />}
        disabled={running || connections.length === 0}
        onClick={syncNow}
      >
        {t('sync.now')}
      </Button>
      <RereadButton connections={connections} />
    </>
  );
}

function SyncTabs({ tab, stuck }: { readonly tab: Tab; readonly stuck: number }): ReactNode {
  const { t } = useTranslation();
  return (
    <Tabs value={tab} onChange={(next) => navigate('sync', { tab: next ?? 'completeness' })}>
      <Tabs.List className={styles.tabs} aria-label={t('app.screen.sync')}>
        {TABS.map((name) => (
          <Tabs.Tab key={name} value={name}>
            {t(`sync.tab.${name}`)}
            {name === 'quarantine' && stuck > 0 && ` (${stuck})`}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  );
}

/** What sync does, whether anything is missing, what could not be read, and what happened. */
export function SyncScreen(): ReactNode {
  const { t } = useTranslation();
  const client = useClient();
  const { screen, params } = usePlace();
  const tab = screen === 'sync' ? tabOf(params['tab']) : 'completeness';
  const slice = useMemo(() => createSyncStateSlice(client), [client]);
  const state = useStore(slice);
  const quarantine = useQuarantine();
  const [statement, setStatement] = useState<Completeness | null>(null);
  useEffect(() => {
    void slice.read();
    return slice.follow();
  }, [slice]);
  const connections = state.type === 'shown' ? state.connections : [];
  const stuck = quarantine.type === 'shown' ? quarantine.entries.length : 0;
  return (
    <Screen
      title={t('app.screen.sync')}
      actions={<Actions connections={connections} />}
      tabs={<SyncTabs tab={tab} stuck={stuck} />}
      side={
        tab === 'completeness' &&
        statement && (
          <StatementCard
            statement={statement}
            connections={connections}
            onClose={() => setStatement(null)}
          />
        )
      }
      sideLabel={t('sync.statement')}
      sideWidth={340}
    >
      {tab === 'completeness' && (
        <CompletenessTab state={state} selected={statement} onSelect={setStatement} />
      )}
      {tab === 'log' && (
        <LogTab
          key={params['connection'] ?? ''}
          connections={connections}
          connectionId={Number(params['connection']) || null}
        />
      )}
      {tab === 'quarantine' && <QuarantineTab state={quarantine} />}
    </Screen>
  );
}

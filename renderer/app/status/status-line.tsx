import { useEffect, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useClient, useLineAlive } from '../../bridge/client-context.tsx';
import { useNow } from '../../shared/time/use-now.ts';
import { CompletenessToday } from './completeness-today.tsx';
import { DataAgeText } from './data-age-text.tsx';
import { activityOf, dataAge, todayState } from './data-state.ts';
import { JobsPanel } from './jobs-panel.tsx';
import { LineLost } from './line-lost.tsx';
import styles from './status-line.module.css';
import { createSyncStatusStore } from './sync-status-store.ts';

/** How old the data is, whether it is whole, what runs now: always there, never jumping. */
export function StatusLine({ onPalette }: { readonly onPalette: () => void }): ReactNode {
  const { t } = useTranslation();
  const client = useClient();
  const alive = useLineAlive();
  const now = useNow();
  const store = useMemo(() => createSyncStatusStore(client), [client]);
  const { connections, today } = useStore(store);
  useEffect(() => {
    void store.read();
    return store.follow();
  }, [store, alive]);
  useEffect(() => store.turnDay(), [store, now]);
  const known = connections ?? [];
  return (
    <footer className={styles.line} aria-label={t('app.status')}>
      {alive ? (
        <DataAgeText age={dataAge(known, now)} reading={connections === null} />
      ) : (
        <LineLost />
      )}
      <CompletenessToday state={todayState(today)} />
      <span className={styles.gap} />
      <JobsPanel activity={activityOf(known)} connections={known} now={now} />
      <button type="button" className={styles.item} onClick={onPalette}>
        <kbd>Ctrl K</kbd> {t('app.palette.short')}
      </button>
    </footer>
  );
}

import { Button, SegmentedControl, Select, TextInput } from '@mantine/core';
import { IconDownload, IconListSearch, IconSearch } from '@tabler/icons-react';
import { useEffect, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { ConnectionSync } from '../../../main/contract/sync.ts';
import { useClient, useDownload } from '../../bridge/client-context.tsx';
import type { Command } from '../../shared/commands/command.ts';
import { useCommands } from '../../shared/commands/registry.ts';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { FailureNotice } from '../../shared/ui/failure-notice.tsx';
import { useNotifyFailure } from '../../shared/ui/use-notify-failure.ts';
import { LogList } from './log-list.tsx';
import { createLogSlice, type LogFilter, type LogState } from './log-slice.ts';
import styles from './log.module.css';
import { useSyncTexts } from './sync-texts.ts';

const SEARCH_INPUT = 'sync-log-search';

type Change = (change: Partial<LogFilter>) => void;

/** Saves the lines that the filter leaves. */
function ExportButton({ filter }: { readonly filter: LogFilter }): ReactNode {
  const { t, i18n } = useTranslation();
  const client = useClient();
  const download = useDownload();
  const notifyFailure = useNotifyFailure();
  const save = async (): Promise<void> => {
    const language = i18n.language === 'en' ? 'en' : 'ru';
    const { connectionId, level, search } = filter;
    const { handle, fileName } = await client.sync.exportLog({
      connectionId,
      level,
      search,
      language,
    });
    download(handle, fileName);
  };
  return (
    <Button
      leftSection={<IconDownload size={16} aria-hidden />}
      onClick={() => void save().catch(notifyFailure)}
    >
      {t('sync.journal.export')}
    </Button>
  );
}

function Filters(props: {
  readonly filter: LogFilter;
  readonly connections: readonly ConnectionSync[];
  readonly onChange: Change;
}): ReactNode {
  const { filter, connections, onChange } = props;
  const { t } = useTranslation();
  const levels = (['all', 'info', 'warning', 'error'] as const).map((value) => ({
    value,
    label: t(`sync.journal.${value}`),
  }));
  return (
    <div className={styles.filters}>
      <SegmentedControl
        aria-label={t('sync.journal.level')}
        data={levels}
        value={filter.level ?? 'all'}
        onChange={(level) =>
          onChange({ level: level === 'all' ? null : (level as LogFilter['level']) })
        }
      />
      <Select
        aria-label={t('sync.connection')}
        placeholder={t('sync.connection.all')}
        clearable
        data={connections.map((one) => ({ value: String(one.connectionId), label: one.name }))}
        value={filter.connectionId === null ? null : String(filter.connectionId)}
        onChange={(id) => onChange({ connectionId: id === null ? null : Number(id) })}
      />
      <TextInput
        id={SEARCH_INPUT}
        type="search"
        className={styles.search}
        aria-label={t('sync.journal.search')}
        placeholder={t('sync.journal.search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={filter.search}
        onChange={(event) => onChange({ search: event.currentTarget.value })}
      />
      <ExportButton filter={filter} />
    </div>
  );
}

function Lines(props: {
  readonly state: LogState;
  readonly connections: readonly ConnectionSync[];
  readonly onMore: () => void;
  readonly onRetry: () => void;
}): ReactNode {
  const { state, connections, onMore, onRetry } = props;
  const { t } = useTranslation();
  const { list, filter } = state;
  if (list.type === 'loading') return null;
  if (list.type === 'failed') return <FailureNotice failure={list.failure} onRetry={onRetry} />;
  if (list.entries.length === 0) {
    const narrowed = filter.search !== '' || filter.level !== null || filter.connectionId !== null;
    return (
      <EmptyState
        icon={IconListSearch}
        title={t(narrowed ? 'sync.journal.none' : 'sync.journal.empty')}
        text={t(narrowed ? 'sync.journal.none.text' : 'sync.journal.empty.text')}
      />
    );
  }
  return (
    <>
      <LogList entries={list.entries} connections={connections} />
      {list.more && (
        <Button className={styles.more} loading={state.reading} onClick={onMore}>
          {t('sync.journal.more')}
        </Button>
      )}
    </>
  );
}

/** Ctrl+F goes to the log's own search. */
function useFindCommand(): readonly Command[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        id: 'sync.log.find',
        title: t('sync.journal.search'),
        group: t('app.screen.sync'),
        keys: 'Ctrl+KeyF',
        run: () => document.getElementById(SEARCH_INPUT)?.focus(),
      },
    ],
    [t],
  );
}

/** The log: filters, lines, export. */
export function LogTab(props: {
  readonly connections: readonly ConnectionSync[];
  readonly connectionId: number | null;
}): ReactNode {
  const { connections, connectionId } = props;
  const client = useClient();
  const texts = useSyncTexts();
  const slice = useMemo(() => {
    const start = { connectionId, level: null, search: '' };
    return createLogSlice(client, start, (entry) => `${texts.log(entry)} ${entry.correlationId}`);
  }, [client, connectionId, texts]);
  const state = useStore(slice);
  useCommands(useFindCommand());
  useEffect(() => {
    void slice.read();
    return slice.follow();
  }, [slice]);
  return (
    <div className={styles.page}>
      <Filters filter={state.filter} connections={connections} onChange={slice.setFilter} />
      <Lines
        state={state}
        connections={connections}
        onMore={() => void slice.readMore()}
        onRetry={() => void slice.read()}
      />
    </div>
  );
}

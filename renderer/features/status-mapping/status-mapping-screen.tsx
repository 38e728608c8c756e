import { Button, Tabs } from '@mantine/core';
import { IconHistory, IconLayoutKanban } from '@tabler/icons-react';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { StatusBoard } from '../../../main/contract/status-mapping.ts';
import { dayOf } from '../../../main/domain/local-time.ts';
import { EVERYWHERE } from '../../../main/domain/status-mapping/status-mapping.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { hereZone, useFormat } from '../../shared/format/use-format.ts';
import { navigate, usePlace } from '../../shared/navigation/navigation.ts';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { FailureNotice } from '../../shared/ui/failure-notice.tsx';
import { Screen } from '../../shared/ui/screen.tsx';
import { BoardFilters, type BoardView } from './board-filters.tsx';
import { boardModel, statusesOf } from './board-model.ts';
import { Board } from './board.tsx';
import { CrosswalkTab } from './crosswalk-tab.tsx';
import { DraftBar } from './draft-bar.tsx';
import { periodOf } from './period-choice.ts';
import { RulesTab } from './rules-tab.tsx';
import { SetMenu } from './set-menu.tsx';
import { createStatusMappingSlice, type StatusMappingSlice } from './status-mapping-slice.ts';
import styles from './status-mapping.module.css';
import { useMoves, type Moves } from './use-moves.ts';
import { VersionsPanel } from './versions-panel.tsx';
import { Warnings } from './warnings.tsx';
import { createWriteTally } from './write-tally.ts';

const TABS = ['board', 'rules', 'crosswalk'] as const;

type Tab = (typeof TABS)[number];

const tabOf = (text: string | undefined): Tab => TABS.find((tab) => tab === text) ?? 'board';

const START: BoardView = { choice: { type: 'month' }, scope: EVERYWHERE, system: null };

function StatusTabs({ tab }: { readonly tab: Tab }): ReactNode {
  const { t } = useTranslation();
  return (
    <Tabs value={tab} onChange={(next) => navigate('statuses', { tab: next ?? 'board' })}>
      <Tabs.List className={styles.tabs} aria-label={t('app.screen.statuses')}>
        {TABS.map((name) => (
          <Tabs.Tab key={name} value={name}>
            {t(`status-mapping.tab.${name}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  );
}

/** The lanes, or what to do while there is nothing to place. */
function BoardTab(props: {
  readonly board: StatusBoard;
  readonly view: BoardView;
  readonly slice: StatusMappingSlice;
  readonly moves: Moves | null;
}): ReactNode {
  const { board, view, slice, moves } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const model = useMemo(
    () => boardModel(board, view.scope, view.system),
    [board, view.scope, view.system],
  );
  const write = useMemo(() => createWriteTally(t, format, board.money), [t, format, board.money]);
  if (statusesOf(board).length === 0) {
    return (
      <EmptyState
        icon={IconLayoutKanban}
        title={t('status-mapping.nothing')}
        text={t('status-mapping.nothing.text')}
        action={
          <Button variant="filled" onClick={() => navigate('connections')}>
            {t('status-mapping.nothing.connect')}
          </Button>
        }
      />
    );
  }
  return (
    <div className={styles.boardTab}>
      <Warnings model={model} />
      <Board model={model} write={write} moves={moves} onHold={slice.hold} />
      {moves && <DraftBar board={board} write={write} moves={moves} />}
    </div>
  );
}

function useBoard() {
  const client = useClient();
  const [view, setView] = useState(START);
  const slice = useMemo(() => createStatusMappingSlice(client), [client]);
  const state = useStore(slice);
  const period = useMemo(() => periodOf(view.choice, dayOf(Date.now(), hereZone())), [view.choice]);
  useEffect(() => void slice.read(period), [slice, period]);
  useEffect(() => slice.follow(), [slice]);
  const onView = (change: Partial<BoardView>): void => setView({ ...view, ...change });
  return { slice, state, view, period, onView, retry: () => void slice.read(period) };
}

/** Statuses of every system in the groups that reports count by. */
export function StatusMappingScreen(): ReactNode {
  const { t } = useTranslation();
  const place = usePlace();
  const [tab, setTab] = useState<Tab>('board');
  const asked = tabOf(place.params['tab']);
  if (place.screen === 'statuses' && asked !== tab) setTab(asked);
  const { slice, state, view, period, onView, retry } = useBoard();
  const all = useMoves(slice);
  const [history, setHistory] = useState(false);
  const board = state.type === 'shown' ? state.board : null;
  const moves = board?.mayEdit ? all : null;
  const actions = board && (
    <>
      {moves && tab === 'board' && (
        <SetMenu
          board={board}
          model={boardModel(board, view.scope, null)}
          scope={view.scope}
          moves={moves}
        />
      )}
      <Button
        leftSection={<IconHistory size={16} aria-hidden />}
        aria-expanded={history}
        onClick={() => setHistory(!history)}
      >
        {t('status-mapping.history')}
      </Button>
    </>
  );
  return (
    <Screen
      title={t('app.screen.statuses')}
      actions={actions}
      tabs={<StatusTabs tab={tab} />}
      filters={
        board &&
        tab === 'board' && (
          <BoardFilters board={board} view={view} period={period} onView={onView} />
        )
      }
      side={
        board &&
        history && <VersionsPanel board={board} moves={moves} onClose={() => setHistory(false)} />
      }
      sideLabel={t('status-mapping.history')}
      sideWidth={340}
    >
      {state.type === 'failed' && <FailureNotice failure={state.failure} onRetry={retry} />}
      {board && tab === 'board' && (
        <BoardTab board={board} view={view} slice={slice} moves={moves} />
      )}
      {board && tab === 'rules' && <RulesTab board={board} />}
      {tab === 'crosswalk' && <CrosswalkTab />}
    </Screen>
  );
}

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Client } from '../../../main/contract/index.ts';
import type { StatusBoard } from '../../../main/contract/status-mapping.ts';
import { Failure } from '../../../main/domain/failure.ts';
import type {
  DraftStep,
  MappingVersion,
} from '../../../main/domain/status-mapping/mapping-history.ts';
import type { MappingChange } from '../../../main/domain/status-mapping/status-mapping.ts';
import { toFailure } from '../../bridge/to-failure.ts';
import type { Reading } from '../../bridge/reading.ts';
import type { DayPeriod } from './period-choice.ts';

/** The board as it is committed, with the draft over it. */
export type BoardState = Reading<{ board: StatusBoard }>;

/** The board, its draft and their way to the core. */
export type StatusMappingSlice = StoreApi<BoardState> &
  Readonly<{
    read(period: DayPeriod): Promise<void>;
    /** Hears news of the mapping and of orders until the answer is called. */
    follow(): () => void;
    /** While something is dragged the figures stand still: what is shown is what is committed. */
    hold(held: boolean): void;
    /** Moves at once and answers the step; put back as it was when the core refuses. */
    assign(changes: readonly MappingChange[]): Promise<number | null>;
    undo(step: number | null): Promise<void>;
    redo(step: number | null): Promise<void>;
    discard(): Promise<void>;
    apply(): Promise<MappingVersion>;
    unapply(version: number): Promise<void>;
    restore(version: number): Promise<void>;
  }>;

const CALM_MS = 3000;

const waitingStep = (changes: readonly MappingChange[]): DraftStep => ({
  id: Number.MAX_SAFE_INTEGER,
  changes,
  author: '',
  madeAt: 0,
  undone: false,
});

const stepsLeft = ({ draft }: StatusBoard): readonly DraftStep[] =>
  draft.filter(({ undone }) => !undone);

/** The version and the steps that a person sees: only they may be put in force. */
function shownDraft(state: BoardState): { version: number; steps: number[] } {
  if (state.type !== 'shown') throw new Failure('conflict', 'status-mapping.nothing-to-apply');
  const { board } = state;
  return { version: board.version.id, steps: stepsLeft(board).map(({ id }) => id) };
}

/** Counts what is on its way; nothing is shown anew meanwhile, and `after` runs at the end if asked. */
function createBusiness(after: () => Promise<void>) {
  let count = 0;
  let missed = false;
  const change = (by: 1 | -1): Promise<void> => {
    count += by;
    if (count > 0 || !missed) return Promise.resolve();
    missed = false;
    return after();
  };
  return {
    change,
    count: () => count,
    miss: () => {
      missed = true;
    },
  };
}

/** What the board holds and how it is re-read; nothing is read while a move is on its way. */
function createReading(client: Client, store: StoreApi<BoardState>) {
  let period: DayPeriod = null;
  let turn = 0;
  const read = async (): Promise<void> => {
    turn += 1;
    const mine = turn;
    const next = await client.statusMapping.board({ period }).then(
      (board): BoardState => ({ type: 'shown', board }),
      (error: unknown): BoardState => ({ type: 'failed', failure: toFailure(error) }),
    );
    if (mine !== turn) return;
    if (business.count() > 0) return business.miss();
    if (next.type === 'shown' || store.getState().type !== 'shown') store.setState(next, true);
  };
  const business = createBusiness(read);
  const refresh = async (): Promise<void> => {
    if (business.count() > 0) business.miss();
    else await read();
  };
  return {
    refresh,
    choose: (next: DayPeriod): Promise<void> => {
      period = next;
      return read();
    },
    hold: (held: boolean): void => void business.change(held ? 1 : -1),
    /** Nothing else is on its way: an answer is the newest there is. */
    isLast: () => business.count() === 1,
    during: async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
      void business.change(1);
      business.miss();
      try {
        return await work();
      } finally {
        await business.change(-1);
      }
    },
  };
}

/** Changes of the mapping are read at once, new orders in calm steps. */
function followNews(client: Client, refresh: () => Promise<void>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      void refresh();
    }, CALM_MS);
  };
  const stops = [
    client.statusMapping.onChanged(() => void refresh()),
    client.settings.onChanged(() => void refresh()),
    client.orders.onChanged(later),
  ];
  return () => {
    stops.forEach((stop) => stop());
    clearTimeout(timer);
  };
}

/** The board of the chosen period, its draft and its versions. */
export function createStatusMappingSlice(client: Client): StatusMappingSlice {
  const store = createStore<BoardState>(() => ({ type: 'loading' }));
  const reading = createReading(client, store);
  const ask = client.statusMapping;
  const change = (next: (board: StatusBoard) => StatusBoard): void => {
    const state = store.getState();
    if (state.type === 'shown') store.setState({ type: 'shown', board: next(state.board) }, true);
  };
  const drafted = async (work: () => Promise<readonly DraftStep[]>): Promise<void> => {
    await reading.during(async () => {
      const draft = await work();
      change((board) => ({ ...board, draft }));
    });
  };
  return Object.assign(store, {
    follow: () => followNews(client, reading.refresh),
    read: (period: DayPeriod) => reading.choose(period),
    hold: reading.hold,
    assign: (changes: readonly MappingChange[]) =>
      reading.during(async () => {
        change((board) => ({ ...board, draft: [...stepsLeft(board), waitingStep(changes)] }));
        const draft = await ask.assign({ changes: [...changes] });
        if (reading.isLast()) change((board) => ({ ...board, draft }));
        return draft.at(-1)?.id ?? null;
      }),
    undo: (step: number | null) => drafted(() => ask.undo({ step })),
    redo: (step: number | null) => drafted(() => ask.redo({ step })),
    discard: () => drafted(() => ask.discard({})),
    apply: () => reading.during(() => ask.apply(shownDraft(store.getState()))),
    unapply: (version: number) => reading.during(async () => void (await ask.unapply({ version }))),
    restore: (version: number) => reading.during(async () => void (await ask.restore({ version }))),
  });
}

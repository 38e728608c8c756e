import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Client } from '../../../main/contract/index.ts';
import type { Completeness, DayProof } from '../../../main/contract/sync.ts';
import type { Failure } from '../../../main/domain/failure.ts';
import { addDays, type Day } from '../../../main/domain/local-time.ts';
import { toFailure } from '../../bridge/to-failure.ts';
import { YEAR_DAYS } from './year-model.ts';

/** How many days the calendar shows at once. */
export type Span = 7 | 14 | 30 | typeof YEAR_DAYS;

/** Days of a venue and what is proven of them. */
export type CompletenessState = Readonly<{
  /** The last day shown. */
  to: Day;
  span: Span;
  /** null: every venue. */
  venueId: number | null;
  statements:
    | Readonly<{ type: 'loading' }>
    | Readonly<{ type: 'failed'; failure: Failure }>
    | Readonly<{ type: 'shown'; entries: readonly Completeness[] }>
    | Readonly<{ type: 'year'; days: readonly DayProof[] }>;
}>;

/** The shown days and their way to the core. */
export type CompletenessSlice = StoreApi<CompletenessState> &
  Readonly<{
    read(): Promise<void>;
    /** Shows other days or another venue; those of the moment stay on the screen until the new ones are here. */
    show(days: Partial<Pick<CompletenessState, 'to' | 'span' | 'venueId'>>): void;
    follow(): () => void;
  }>;

/** Many statements made in a row are read once. */
const CALM_MS = 500;

/** First of the days shown. */
export const firstDay = ({ to, span }: Pick<CompletenessState, 'to' | 'span'>): Day =>
  addDays(to, 1 - span);

/** A year is told by days alone: its statements would be too many to look at. */
async function readSpan(client: Client, state: CompletenessState) {
  const { venueId } = state;
  const period = { from: firstDay(state), to: state.to };
  if (state.span === YEAR_DAYS) {
    return { type: 'year', days: await client.sync.days({ ...period, venueId }) } as const;
  }
  const entries = await client.sync.completeness(period);
  const wanted = venueId === null ? entries : entries.filter((one) => one.venueId === venueId);
  return { type: 'shown', entries: wanted } as const;
}

/** Statements of venues and days, re-read when new ones were made. */
export function createCompletenessSlice(client: Client, today: Day): CompletenessSlice {
  const store = createStore<CompletenessState>(() => ({
    to: today,
    span: 7,
    venueId: null,
    statements: { type: 'loading' },
  }));
  let turn = 0;
  const read = async (): Promise<void> => {
    const mine = ++turn;
    const state = store.getState();
    try {
      const statements = await readSpan(client, state);
      if (mine === turn) store.setState({ statements });
    } catch (error) {
      if (mine !== turn) return;
      store.setState({ statements: { type: 'failed', failure: toFailure(error) } });
    }
  };
  const follow = (): (() => void) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = client.sync.onCompletenessChanged(() => {
      clearTimeout(timer);
      timer = setTimeout(() => void read(), CALM_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  };
  const show: CompletenessSlice['show'] = (days) => {
    store.setState(days);
    void read();
  };
  return Object.assign(store, { read, show, follow });
}

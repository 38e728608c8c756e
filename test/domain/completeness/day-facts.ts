import { judgeDay, type DayFacts } from '../../../main/domain/completeness.ts';
import type { DayRead, OrderFacts } from '../../../main/domain/orders/order-standing.ts';
import type { ChainSegment } from '../../../main/domain/revision-chain.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** When the day of these tests begins and ends. */
export const START = Date.UTC(2026, 10, 10);
export const END = START + DAY;

/** A stretch of the chain; revisions are milliseconds of the vendor's clock, as in the field. */
export const segment = (
  from: number,
  to: number,
  broken: ChainSegment['broken'] = null,
): ChainSegment => ({
  fromRevision: from,
  fromAt: from,
  toRevision: to,
  toAt: to,
  broken,
});

/** A window read that began at `at`. */
export const readAt = (at: number, more: Partial<DayRead> = {}): DayRead => ({
  id: 10,
  startedAt: at,
  finishedAt: at + 1000,
  maxRevision: at,
  quarantined: 0,
  ...more,
});

/** When its order changed. */
export const CHANGED = START + 12 * HOUR;

/** An order that both ways showed, changed at noon. */
export const order = (more: Partial<OrderFacts> = {}): OrderFacts => ({
  vendorId: 'a',
  stored: { version: CHANGED, here: true, seenByChain: CHANGED, createdAt: START + 10 * HOUR },
  window: { version: CHANGED, revision: END + 25 * HOUR },
  confirmed: null,
  ...more,
});

/** What the store has of the order, changed as told. */
export const stored = (more: Partial<NonNullable<OrderFacts['stored']>>): Partial<OrderFacts> => ({
  stored: { ...order().stored!, ...more },
});

/** All that is known of a day that is complete, changed as told. */
export const facts = (more: Partial<DayFacts> = {}): DayFacts => ({
  start: START,
  end: END,
  now: END + 26 * HOUR,
  historyMs: 7 * DAY,
  segments: [segment(START - HOUR, END + 26 * HOUR)],
  read: readAt(END + 25 * HOUR),
  orders: [order()],
  unreadable: 0,
  unplaced: 0,
  undated: 0,
  heardSince: true,
  ...more,
});

/** What the day is judged to be, and why. */
export const verdict = (more: Partial<DayFacts> = {}) => {
  const { state, reason } = judgeDay(facts(more));
  return reason === '' ? state : `${state} ${reason}`;
};

import { CHANGE, type Replayed } from './replay-order.ts';
import type { Change } from './rehearsal.ts';

/** What every replayed order came to, so that the orders behind a figure can be shown. */
export type RehearsalTrace = Readonly<{
  ids: Float64Array;
  change: Uint8Array;
  hour: Uint8Array;
  currency: Uint8Array;
  zoneBefore: Int16Array;
  zoneAfter: Int16Array;
  terminalBefore: Int16Array;
  terminalAfter: Int16Array;
}>;

/** Room for so many orders: 19 bytes each. */
export const emptyTrace = (orders: number): RehearsalTrace => ({
  ids: new Float64Array(orders),
  change: new Uint8Array(orders),
  hour: new Uint8Array(orders),
  currency: new Uint8Array(orders),
  zoneBefore: new Int16Array(orders),
  zoneAfter: new Int16Array(orders),
  terminalBefore: new Int16Array(orders),
  terminalAfter: new Int16Array(orders),
});

/** Writes an order down. */
export function traceOrder(
  trace: RehearsalTrace,
  at: number,
  id: number,
  currency: number,
  replayed: Replayed,
): void {
  trace.ids[at] = id;
  trace.change[at] = replayed.change;
  trace.hour[at] = replayed.hour;
  trace.currency[at] = currency;
  trace.zoneBefore[at] = replayed.zoneBefore;
  trace.zoneAfter[at] = replayed.zoneAfter;
  trace.terminalBefore[at] = replayed.terminalBefore;
  trace.terminalAfter[at] = replayed.terminalAfter;
}

/** Which figure's orders are asked for, in numbers of the rehearsal's names; null does not restrict. */
export type TraceQuestion = Readonly<{
  currency: number;
  changes: readonly Change[];
  zoneBefore: number | null;
  zoneAfter: number | null;
  terminalBefore: number | null;
  terminalAfter: number | null;
  hour: number | null;
}>;

/** Ids of a figure's orders, newest first: `count` of them before position `before`, and where to go on. */
export function tracedOrders(
  trace: RehearsalTrace,
  question: TraceQuestion,
  before: number,
  count: number,
): Readonly<{ ids: readonly number[]; next: number | null }> {
  const wanted = new Set(question.changes.map((change) => CHANGE[change]));
  const ids: number[] = [];
  for (let at = Math.min(before, trace.ids.length) - 1; at >= 0; at -= 1) {
    if (!wanted.has(trace.change[at]!) || !holds(trace, question, at)) continue;
    if (ids.length === count) return { ids, next: at + 1 };
    ids.push(trace.ids[at]!);
  }
  return { ids, next: null };
}

const fits = (wanted: number | null, value: number): boolean => wanted === null || wanted === value;

const holds = (trace: RehearsalTrace, question: TraceQuestion, at: number): boolean =>
  trace.currency[at] === question.currency &&
  fits(question.zoneBefore, trace.zoneBefore[at]!) &&
  fits(question.zoneAfter, trace.zoneAfter[at]!) &&
  fits(question.terminalBefore, trace.terminalBefore[at]!) &&
  fits(question.terminalAfter, trace.terminalAfter[at]!) &&
  fits(question.hour, trace.hour[at]!);

import { CHANGE, type Replayed } from './replay-order.ts';
import { REASONS, type Change, type Reason } from './rehearsal.ts';

/** What every replayed order came to, so that the orders behind a figure can be shown. */
export type RehearsalTrace = Readonly<{
  ids: Float64Array;
  /** Minutes since 1970 by the local wall clock: the promise. */
  minute: Int32Array;
  change: Uint8Array;
  hour: Uint8Array;
  currency: Uint8Array;
  zoneBefore: Int16Array;
  zoneAfter: Int16Array;
  terminalBefore: Int16Array;
  terminalAfter: Int16Array;
  /** −1: served. */
  reason: Int8Array;
  longer: Uint8Array;
}>;

/** Room for so many orders: 25 bytes each. */
export const emptyTrace = (orders: number): RehearsalTrace => ({
  ids: new Float64Array(orders),
  minute: new Int32Array(orders),
  change: new Uint8Array(orders),
  hour: new Uint8Array(orders),
  currency: new Uint8Array(orders),
  zoneBefore: new Int16Array(orders),
  zoneAfter: new Int16Array(orders),
  terminalBefore: new Int16Array(orders),
  terminalAfter: new Int16Array(orders),
  reason: new Int8Array(orders),
  longer: new Uint8Array(orders),
});

/** Writes an order down. */
export function traceOrder(
  trace: RehearsalTrace,
  at: number,
  id: number,
  minute: number,
  currency: number,
  replayed: Replayed,
): void {
  trace.ids[at] = id;
  trace.minute[at] = minute;
  trace.change[at] = replayed.change;
  trace.hour[at] = replayed.hour;
  trace.currency[at] = currency;
  trace.zoneBefore[at] = replayed.zoneBefore;
  trace.zoneAfter[at] = replayed.zoneAfter;
  trace.terminalBefore[at] = replayed.terminalBefore;
  trace.terminalAfter[at] = replayed.terminalAfter;
  trace.reason[at] = replayed.reason;
  trace.longer[at] = replayed.longer;
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
  /** Why they are not served after the change. */
  reason: Reason | null;
  /** Only those whose way becomes longer. */
  longer: boolean;
}>;

/** Ids of a figure's orders, the latest promise first: `count` of them behind the first `skip`. */
export function tracedOrders(
  trace: RehearsalTrace,
  question: TraceQuestion,
  skip: number,
  count: number,
): Readonly<{ ids: readonly number[]; next: number | null }> {
  const wanted = new Set(question.changes.map((change) => CHANGE[change]));
  const found: number[] = [];
  for (let at = 0; at < trace.ids.length; at += 1) {
    if (wanted.has(trace.change[at]!) && holds(trace, question, at)) found.push(at);
  }
  const latest = Int32Array.from(found).sort(
    (one, other) => trace.minute[other]! - trace.minute[one]! || other - one,
  );
  const page = [...latest.subarray(skip, skip + count)];
  const next = skip + count < latest.length ? skip + count : null;
  return { ids: page.map((at) => trace.ids[at]!), next };
}

const fits = (wanted: number | null, value: number): boolean => wanted === null || wanted === value;

const holds = (trace: RehearsalTrace, question: TraceQuestion, at: number): boolean =>
  trace.currency[at] === question.currency &&
  fits(question.zoneBefore, trace.zoneBefore[at]!) &&
  fits(question.zoneAfter, trace.zoneAfter[at]!) &&
  fits(question.terminalBefore, trace.terminalBefore[at]!) &&
  fits(question.terminalAfter, trace.terminalAfter[at]!) &&
  fits(question.hour, trace.hour[at]!) &&
  (question.reason === null || REASONS[trace.reason[at]!] === question.reason) &&
  (!question.longer || trace.longer[at] === 1);

import { FOLLOW_MS } from '../../domain/completeness.ts';
import { fromEpochDay, toEpochDay } from '../../domain/epoch-day.ts';
import { dayOf, startOfDay, writeLocal, type Zone } from '../../domain/local-time.ts';
import type { Instant } from '../../domain/orders/order.ts';
import type { SourceLimits } from '../../sources/order-source.ts';
import type { StoredWindowRead, WindowKind } from '../../store/sync/window-reads.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** How often a day with unreadable orders is tried again, and what comes, where nobody tells changes. */
const AGAIN_MS = 60 * MINUTE_MS;
/** After midnight the evening's deliveries are still being handed over and paid. */
const AFTERMATH_MS = 6 * 60 * MINUTE_MS;
/** The oldest readable moment moves on while we ask for it. */
const EDGE_MARGIN_MS = 5 * MINUTE_MS;

/** One window to ask for; `day` is set when it is one whole local day. */
export type WindowTask = Readonly<{
  kind: WindowKind;
  day: number | null;
  fromLocal: string;
  toLocal: string;
}>;

/** What the plan for one organization rests on. */
export type WindowFacts = Readonly<{
  zone: Zone;
  /** The vendor's clock. */
  now: Instant;
  limits: SourceLimits;
  /** How many days the person wants at first; the vendor's limit cuts it. */
  historyDays: number;
  /** When the first chain of the connection began; null before any. */
  firstChainAt: Instant | null;
  /** When the open chain began; null when there is none: then everything must be read again. */
  chainAt: Instant | null;
  reads: readonly StoredWindowRead[];
  rereads: readonly number[];
}>;

/** The windows to read now, the most useful first: today, back day by day, then what comes. */
export function planWindows(facts: WindowFacts): readonly WindowTask[] {
  const today = toEpochDay(dayOf(facts.now, facts.zone));
  const readable = firstReadableDay(today, facts.limits);
  const wished = facts.rereads.filter((day) => day >= readable && day <= today);
  const first = Math.min(firstDay(facts, today), ...wished);
  const days = Array.from({ length: today - first + 1 }, (_, back) => today - back);
  const dayTasks = days.filter((day) => isDayWanted(facts, day, today)).map(dayTask);
  const ofToday = dayTasks.filter(({ day }) => day === today);
  const rest = dayTasks.filter(({ day }) => day !== today);
  return [...ofToday, ...rest, ...edgeTask(facts, today), ...futureTask(facts, today)];
}

/** The first day of the vendor's history that can still be read whole. */
export const firstReadableDay = (today: number, { historyDays }: SourceLimits): number =>
  today - (historyDays - 1);

function firstDay(facts: WindowFacts, today: number): number {
  const { limits, historyDays, firstChainAt, zone, now, reads } = facts;
  const begun = toEpochDay(dayOf(firstChainAt ?? now, zone));
  const wished = begun - (historyDays - 1);
  // Without a chain its first day is remembered by what was read.
  const known = limits.revisionLagMs === null ? reads.flatMap(({ day }) => day ?? []) : [];
  return Math.max(firstReadableDay(today, limits), Math.min(wished, ...known));
}

/** The window of one whole local day. */
export function dayTask(day: number): WindowTask {
  const text = fromEpochDay(day);
  return {
    kind: 'day',
    day,
    fromLocal: `${text} 00:00:00.000`,
    toLocal: `${text} 23:59:59.999`,
  };
}

function isDayWanted(facts: WindowFacts, day: number, today: number): boolean {
  const { reads, rereads, zone, chainAt, now, limits } = facts;
  const read = reads.findLast((one) => one.kind === 'day' && one.day === day);
  if (!read || rereads.includes(day) || read.zone !== zone) return true;
  if (!isFollowed(read.startedAt, chainAt, limits) || read.startedAt > now) return true;
  const agoMs = now - read.startedAt;
  if (day === today) return agoMs >= limits.windowAgainMs;
  const midnight = startOfDay(fromEpochDay(today), zone);
  if (limits.revisionLagMs === null && day === today - 1 && now < midnight + AFTERMATH_MS) {
    return agoMs >= limits.windowAgainMs;
  }
  if (read.quarantined > 0) return agoMs >= AGAIN_MS;
  const daily = day === today - 1 || day === today - 2 || day === firstReadableDay(today, limits);
  if (daily && read.startedAt < midnight) return true;
  const provable = startOfDay(fromEpochDay(day + 1), zone) + FOLLOW_MS;
  return now >= provable && read.startedAt < provable;
}

/** Whether whatever has changed since the reading was told, as far as the source tells changes. */
const isFollowed = (
  at: Instant,
  chainAt: Instant | null,
  { revisionLagMs }: SourceLimits,
): boolean => revisionLagMs === null || (chainAt !== null && at >= chainAt);

function futureTask(facts: WindowFacts, today: number): WindowTask[] {
  const { reads, zone, chainAt, limits, now } = facts;
  if (limits.preOrderDays < 1) return [];
  const read = reads.findLast(({ kind }) => kind === 'future');
  const midnight = startOfDay(fromEpochDay(today), zone);
  const fresh = limits.revisionLagMs === null ? Math.max(midnight, now - AGAIN_MS) : midnight;
  if (read && read.startedAt >= fresh && isFollowed(read.startedAt, chainAt, limits)) return [];
  return [
    {
      kind: 'future',
      day: null,
      fromLocal: `${fromEpochDay(today + 1)} 00:00:00.000`,
      toLocal: `${fromEpochDay(today + limits.preOrderDays)} 23:59:59.999`,
    },
  ];
}

/** The part of the oldest day that the vendor still shows: worth having, but no proof. */
function edgeTask(facts: WindowFacts, today: number): WindowTask[] {
  const { reads, zone, now, limits, historyDays, chainAt } = facts;
  if (historyDays < limits.historyDays || limits.revisionLagMs === null) return [];
  const read = reads.findLast(({ kind }) => kind === 'edge');
  if (read && chainAt !== null && read.startedAt >= chainAt) return [];
  const day = fromEpochDay(firstReadableDay(today, limits) - 1);
  const fromLocal = writeLocal(now - limits.historyDays * DAY_MS + EDGE_MARGIN_MS, zone);
  const toLocal = `${day} 23:59:59.999`;
  return fromLocal < toLocal ? [{ kind: 'edge', day: null, fromLocal, toLocal }] : [];
}

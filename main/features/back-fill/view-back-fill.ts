import type { BackFill } from '../../contract/back-fill.ts';
import { fromEpochDay, toEpochDay } from '../../domain/epoch-day.ts';
import { addDays } from '../../domain/local-time.ts';
import { sourceKindOf } from '../../sources/catalogue.ts';
import { readBackFillSums } from '../../store/back-fill/back-fill-days.ts';
import { readBackFill, type StoredBackFill } from '../../store/back-fill/back-fills.ts';
import type { StoredConnection } from '../../store/connections.ts';
import type { ReadableDb } from '../../store/database.ts';
import type { Filler } from './filler.ts';
import { newestDay } from './fill-history.ts';

/** How many days back the connection's vendor gives whole days; null: it gives no history. */
export const historyDaysOf = ({ vendor }: StoredConnection): number | null =>
  sourceKindOf(vendor).limits.backFillDays ?? null;

/** Where the history of a connection stands. */
export function viewBackFill(
  db: ReadableDb,
  connection: StoredConnection,
  filler: Filler,
  now: number,
): BackFill {
  const stored = readBackFill(db, connection.id);
  const newest = newestDay(now);
  const read = stored ? readBackFillSums(db, connection.id, [stored.fromDay, stored.toDay]) : NONE;
  const daysTotal = stored ? stored.toDay - stored.fromDay + 1 : 0;
  const dayMs = filler.dayMs();
  return {
    connectionId: connection.id,
    name: connection.name,
    newest,
    oldest: addDays(newest, 1 - (historyDaysOf(connection) ?? 1)),
    ...periodOf(stored),
    state: filler.state(),
    daysDone: read.days,
    daysTotal,
    orders: read.orders,
    quarantined: read.quarantined,
    etaMs: dayMs === null ? null : Math.round(dayMs * (daysTotal - read.days)),
  };
}

const NONE = { days: 0, orders: 0, quarantined: 0 };

const periodOf = (stored: StoredBackFill | undefined): Pick<BackFill, 'from' | 'to' | 'night'> =>
  stored
    ? { from: fromEpochDay(stored.fromDay), to: fromEpochDay(stored.toDay), night: stored.night }
    : { from: null, to: null, night: null };

/** Whether the period can be asked for: it ends before today and the vendor reaches so far back. */
export function isPeriod(from: string, to: string, { newest, oldest }: BackFill): boolean {
  return from <= to && from >= oldest && to <= newest && Number.isFinite(toEpochDay(from));
}

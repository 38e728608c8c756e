import { toEpochDay } from '../../domain/epoch-day.ts';
import { Failure } from '../../domain/failure.ts';
import { dayOf, type Day } from '../../domain/local-time.ts';
import type { Instant } from '../../domain/orders/order.ts';
import { inDurableTransaction, type WritableDb } from '../../store/database.ts';
import { readWantedOrganizations } from '../../store/organizations.ts';
import { readPosition } from '../../store/sync/sync-runs.ts';
import { forgetHistory } from '../../store/sync/forget-history.ts';
import { saveReread } from '../../store/sync/window-reads.ts';

/** No vendor shows more; what this one no longer shows is told in the log. */
const MOST_DAYS = 31;

/**
 * Notes a person's wish to read days again; the next run fulfils it, or the back-fill where the
 * answer is true: they are days of history. Fails with `invalid`
 * `sync.wrong-period` when it ends before it begins, begins in the future or is too long.
 */
export function requestReread(
  db: WritableDb,
  connectionId: number,
  from: Day,
  to: Day,
  now: Instant,
): boolean {
  const [first, last] = [toEpochDay(from), toEpochDay(to)];
  const vendorNow = readPosition(db, connectionId).dataAt ?? now;
  let history = false;
  inDurableTransaction(db, () => {
    for (const { id, zone } of readWantedOrganizations(db, connectionId)) {
      const today = toEpochDay(dayOf(vendorNow, zone));
      if (!(first <= last) || first > today + 1 || last - first >= MOST_DAYS) {
        throw new Failure('invalid', 'sync.wrong-period', { from, to, most: MOST_DAYS });
      }
      for (let day = first; day <= Math.min(last, today); day += 1) saveReread(db, id, day, now);
      const forgotten = forgetHistory(db, { connectionId, organizationId: id }, first, last);
      history ||= forgotten;
    }
  });
  return history;
}

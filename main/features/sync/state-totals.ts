import type { Instant } from '../../domain/orders/order.ts';
import { judgeByTotals, SETTLED_MS } from '../../domain/path-totals.ts';
import { inTransaction, type WritableDb } from '../../store/database.ts';
import { hashOrders } from '../../store/sync/day-facts.ts';
import {
  readBusinessDayOrders,
  readDueTotals,
  saveMissingTotals,
  saveTotalsStatement,
  type DueTotals,
} from '../../store/sync/totals-statements.ts';
import { businessDayFacts } from './path-facts.ts';
import { breathe } from './sync-run.ts';

/** Statements of one transaction. */
const PART = 20;

/**
 * Makes every statement that rests on totals and was withdrawn or is due, from what the store holds
 * alone: it may be cut off anywhere. Answers how many it made.
 */
export async function stateTotals(db: WritableDb, now: Instant): Promise<number> {
  inTransaction(db, () => saveMissingTotals(db));
  let made = 0;
  for (;;) {
    const due = readDueTotals(db, now, PART);
    if (due.length === 0) return made;
    inTransaction(db, () => due.forEach((one) => restate(db, one, now)));
    made += due.length;
    await breathe();
    if (!db.raw.open) return made;
  }
}

/** What is not proven is looked at again: another way may have told the day since. */
const AGAIN_MS = 24 * 3_600_000;

const reviewOf = (state: string, now: Instant): Instant | null =>
  state === 'complete' ? null : now + AGAIN_MS;

function restate(db: WritableDb, due: DueTotals, now: Instant): void {
  const facts = businessDayFacts(db, due, now);
  const verdict = judgeByTotals(facts);
  const orders = readBusinessDayOrders(db, due.venueId, due.day);
  const settledAt = facts.end + SETTLED_MS;
  const paths = facts.paths.map(({ path, orders: count, sumMinor }) => [
    path,
    `${count} / ${sumMinor}`,
  ]);
  saveTotalsStatement(db, {
    ...due,
    ...verdict,
    asked: Object.fromEntries(paths) as Record<string, string>,
    orders: orders.length,
    hash: hashOrders(orders),
    statedAt: now,
    reviewAt: settledAt > now ? settledAt : reviewOf(verdict.state, now),
  });
}

import type { Handlers } from '../../contract/define.ts';
import type { BreachReport, OrderBreach, statusMapping } from '../../contract/status-mapping.ts';
import { toEpochDay } from '../../domain/epoch-day.ts';
import { Failure } from '../../domain/failure.ts';
import { breachesOf } from '../../domain/status-mapping/status-rules.ts';
import type { Outside } from '../../outside.ts';
import type { ReadableDb } from '../../store/database.ts';
import { readStatusRules } from '../../store/status-mapping/status-rules.ts';
import { readStatusStays } from '../../store/status-mapping/status-stays.ts';

const MOST_DAYS = 92;
const MOST_LISTED = 500;

/** Orders that broke a rule, from their journals. */
export function reportStatusMapping(
  db: ReadableDb,
  outside: Pick<Outside, 'now'>,
): Handlers<typeof statusMapping, 'report'> {
  return { breaches: ({ period }) => readBreaches(db, period, outside.now()) };
}

/** Day by day, so that no read transaction is long; others are served in between. */
async function readBreaches(
  db: ReadableDb,
  period: BreachReport['period'],
  now: number,
): Promise<BreachReport> {
  const [from, to] = [toEpochDay(period.from), toEpochDay(period.to)];
  if (from > to || to - from >= MOST_DAYS) {
    throw new Failure('invalid', 'status-mapping.period-too-long', { count: MOST_DAYS });
  }
  const rules = readStatusRules(db);
  const breaches: OrderBreach[] = [];
  let orders = 0;
  for (let day = to; day >= from && breaches.length <= MOST_LISTED; day -= 1) {
    for (const order of readStatusStays(db, day)) {
      orders += 1;
      const { orderId, number, venue, system } = order;
      const found = breachesOf(order, rules, now);
      breaches.push(...found.map((breach) => ({ orderId, number, venue, system, breach })));
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  const cut = breaches.length > MOST_LISTED;
  return { period, orders, breaches: breaches.slice(0, MOST_LISTED), cut };
}

import { beforeAll, describe, expect, it } from 'vitest';
import { toEpochDay } from '../../main/domain/epoch-day.ts';
import { readMorning } from '../../main/features/reports/morning.ts';
import { run, sql } from '../../main/store/sql.ts';
import { chanceOf } from '../support/chance.ts';
import { storeWithFacts, type FactStore } from '../support/store-with-facts.ts';

const WEEK = 7;

let store: FactStore;
let day: number;
beforeAll(async () => {
  store = await storeWithFacts(chanceOf(5), 300);
  day = store.db.raw
    .prepare('SELECT created_day FROM order_fact GROUP BY 1 ORDER BY count(*) DESC LIMIT 1')
    .pluck()
    .get() as number;
});

const fetched = (on: number): void => {
  run(
    store.db,
    sql`
INSERT INTO completeness (venue_id, day, connection_id, zone, state, reason, params, asked, orders,
                          healed, hash, stated_at)
SELECT min(id), ${on}, 1, 'Europe/Moscow', 'unproven', 'first-import', '{}', '[]', 0, 0, '', 0
  FROM venue`,
  );
};

const ordersOf = (): readonly [now: number | null, before: number | null, usual: number | null] => {
  const { figures } = readMorning(store.db, day, 'created').sections[0]!;
  const { value, before, usual } = figures.find(({ measure }) => measure === 'orders')!;
  return [value, before, usual];
};

describe('the morning', () => {
  it('compares with nothing where orders do not reach back to the same weekday', () => {
    const orders = ordersOf();
    expect(readMorning(store.db, day, 'created').before).toBeNull();
    expect(orders[0]).toBeGreaterThan(0);
    expect(orders.slice(1)).toEqual([null, null]);
  });

  it('compares with the same weekday once it was fetched, and averages fetched days alone', () => {
    fetched(day - WEEK);
    expect(toEpochDay(readMorning(store.db, day, 'created').before!)).toBe(day - WEEK);
    const [, before, usual] = ordersOf();
    expect(before).toBe(usual);
    fetched(day - 2 * WEEK);
    const empty = store.db.raw
      .prepare('SELECT count(*) FROM order_fact WHERE created_day = ?')
      .pluck()
      .get(day - 2 * WEEK) as number;
    expect(ordersOf()[2]).toBe(Math.round((before! + empty) / 2));
  });
});

import { afterEach, expect, test } from 'vitest';
import { closeDb, type WritableDb } from '../../main/store/database.ts';
import { purgeSlice } from '../../main/store/purge-connection.ts';
import { explain, readAll, run, sql } from '../../main/store/sql.ts';
import { placesQuery } from '../../main/store/zone-coverage/place-scan.ts';
import { placedOrder, type PlacedFixture } from '../support/coverage-store.ts';
import { emptyStore, save } from '../support/store-with-orders.ts';

let db: WritableDb;
afterEach(() => closeDb(db));

const ORDER: PlacedFixture = { at: [60.6, 56.8], promised: '2026-10-10 01:30:00.000', sum: 12.34 };
const places = () =>
  readAll(
    db,
    sql`
SELECT place.delivery_id AS id, day, minute, longitude, latitude, sum_minor AS sum, standing, currency, zone
  FROM order_place AS place
  JOIN order_place_label AS label ON label.id = place.label_id`,
  );
const MINUTE = Date.UTC(2026, 9, 10, 1, 30) / 60_000;
const DAY = Date.UTC(2026, 9, 9) / 86_400_000;

test('an order’s place is kept by the clock on the wall, and follows its changes', () => {
  db = emptyStore();
  save(db, [placedOrder(1, { ...ORDER, zone: 'Центр ' })]);
  const kept = { id: 1, day: DAY, minute: MINUTE, longitude: 60.6, latitude: 56.8, sum: 1234 };
  expect(places()).toEqual([{ ...kept, standing: 0, currency: 'RUB', zone: 'Центр' }]);
  save(db, [placedOrder(1, { ...ORDER, status: 'Cancelled', zone: 'Север', at: [0, 0] }, 1)]);
  expect(places()).toMatchObject([{ standing: 1, zone: 'Север', longitude: null, latitude: null }]);
});

test('an order that nobody brings anywhere has none, and neither has a deleted one', () => {
  db = emptyStore();
  const orderType = { id: 'x', name: 'Самовывоз', orderServiceType: 'DeliveryByClient' };
  const pickup = (info: ReturnType<typeof placedOrder>) =>
    ({ ...info, order: { ...info.order!, orderType } }) as typeof info;
  save(db, [pickup(placedOrder(1, ORDER))]);
  expect(places()).toEqual([]);
  save(db, [placedOrder(3, ORDER), pickup(placedOrder(3, ORDER, 1))]);
  expect(places()).toEqual([]);
  save(db, [placedOrder(2, ORDER)]);
  expect(places()).toHaveLength(1);
  purgeSlice(db, 1, 0);
  expect(places()).toEqual([]);
});

test('another business day asks for the order to be read again', () => {
  db = emptyStore();
  save(db, [placedOrder(1, ORDER)]);
  expect(readAll(db, sql`SELECT * FROM order_place_due`)).toEqual([]);
  run(db, sql`UPDATE delivery SET business_day = business_day + 1`);
  expect(readAll(db, sql`SELECT * FROM order_place_due`)).toEqual([{ delivery_id: 1 }]);
});

test('a million orders are read in the order in which they lie', () => {
  db = emptyStore();
  const plan = explain(db, placesQuery({ from: 0, to: 99_999 }, 5, 100));
  expect(plan).toBe('SEARCH order_place USING INTEGER PRIMARY KEY (rowid>?)');
});

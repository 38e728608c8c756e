import { expect, it } from 'vitest';
import { learnFrom, learnNew } from '../../main/features/zone-coverage/learn-addresses.ts';
import { closeDb } from '../../main/store/database.ts';
import { readAll, run, sql } from '../../main/store/sql.ts';
import { orderInfo } from '../fixtures/iiko-cloud-order.ts';
import { emptyStore, save } from '../support/store-with-orders.ts';

it('an address is learnt from sixty orders, and not again from those after them', () => {
  const db = emptyStore();
  const learnt = () => readAll(db, sql`SELECT orders, longitude FROM address_spelling`);
  const saveFrom = (first: number, count: number) =>
    save(
      db,
      Array.from({ length: count }, (_, place) => orderInfo(first + place)),
    );
  const learnAll = () => {
    while (learnNew(db));
  };
  saveFrom(1, 59);
  learnAll();
  expect(learnt()).toEqual([{ orders: 59, longitude: expect.any(Number) }]);
  saveFrom(60, 10);
  learnAll();
  expect(learnt()).toEqual([{ orders: 60, longitude: expect.any(Number) }]);
  run(db, sql`UPDATE address_spelling SET longitude = 1`);
  saveFrom(70, 10);
  learnAll();
  expect(learnt()).toEqual([{ orders: 60, longitude: 1 }]);
  learnFrom(db, [1]);
  expect(learnt()).toEqual([{ orders: 60, longitude: expect.not.closeTo(1) }]);
  closeDb(db);
});

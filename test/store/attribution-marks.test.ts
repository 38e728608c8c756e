import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { MARK_FIELDS, type Mark } from '../../main/domain/attribution/attribution-mark.ts';
import { DEFAULT_RULES } from '../../main/domain/attribution/attribution-rule.ts';
import { gatherCase } from '../../main/features/attribution/gather-case.ts';
import { readMarks, saveMarks } from '../../main/store/attribution/attribution-marks.ts';
import { closeDb, type WritableDb } from '../../main/store/database.ts';
import { run, sql } from '../../main/store/sql.ts';
import { orderInfo } from '../fixtures/iiko-cloud-order.ts';
import { emptyStore, save } from '../support/store-with-orders.ts';

let db: WritableDb;
beforeEach(() => {
  db = emptyStore();
  save(db, [orderInfo(1)]);
});
afterEach(() => closeDb(db));

const path = fc.oneof(fc.constant([]), fc.array(fc.string(), { maxLength: 3 }));
const mark: fc.Arbitrary<Mark> = fc
  .record({ field: fc.constantFrom(...MARK_FIELDS), value: fc.string(), restored: fc.boolean() })
  .chain((one) =>
    fc.oneof(path, fc.constant([one.value])).map((named) => ({ ...one, path: named })),
  );

it('come back as they were kept', () => {
  fc.assert(
    fc.property(fc.array(mark, { maxLength: 6 }), fc.nat(), (marks, seenVersion) => {
      saveMarks(db, [{ deliveryId: 1, seenVersion, marks }]);
      expect(readMarks(db, 1)).toEqual({ seenVersion, marks });
    }),
    { numRuns: 200, seed: 5 },
  );
});

it('are read as an earlier program kept them', () => {
  const marks: Mark[] = [
    { field: 'advert', value: 'Яндекс', path: ['Яндекс'], restored: true },
    { field: 'order-type', value: 'Курьер', path: [], restored: false },
  ];
  run(db, sql`UPDATE attribution_mark SET marks = ${JSON.stringify(marks)}`);
  expect(readMarks(db, 1)?.marks).toEqual(marks);
});

it('of a new order are those that its journal tells', () => {
  const data = [
    { key: 'utm_source', value: 'vk' },
    { key: 'roistat', value: '123456' },
    { key: 'promo', value: 'СУШИ10' },
  ];
  save(db, [
    orderInfo(2, { externalData: data, comment: 'промокод ЛЕТО' } as Parameters<
      typeof orderInfo
    >[1]),
  ]);
  const kept = readMarks(db, 2);
  expect(kept?.marks.map(({ field }) => field)).toEqual(
    expect.arrayContaining(['utm', 'visit', 'coupon', 'payment-type']),
  );
  expect(gatherCase(db, 2, DEFAULT_RULES)?.fresh).toBe(false);
  run(db, sql`DELETE FROM attribution_mark`);
  const again = gatherCase(db, 2, DEFAULT_RULES);
  expect(again?.fresh).toBe(true);
  expect(again?.marks).toEqual(kept);
});

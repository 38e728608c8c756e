import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDb, type WritableDb } from '../../main/store/database.ts';
import { EVERY_ORDER, ORDER_COLUMNS } from '../../main/domain/orders/order-filter.ts';
import { orderConditions } from '../../main/store/orders/order-conditions.ts';
import {
  readBehind,
  readSequence,
  sequenceQuery,
  type Place,
  type SequencePart,
} from '../../main/store/orders/order-sequence.ts';
import { allOf, explain, readAll, sql } from '../../main/store/sql.ts';
import { orderInfo } from '../fixtures/iiko-cloud-order.ts';
import { emptyStore, save } from '../support/store-with-orders.ts';

let db: WritableDb;
const ORDERS = 137;
const streets = ['Ёлочная ул.', 'Ежевичная ул.', 'Жукова ул.', 'Арбат', 'Baker St'];

beforeAll(() => {
  db = emptyStore();
  const infos = Array.from({ length: ORDERS }, (_, index) =>
    orderInfo(index + 1, {
      number: (index * 7919) % 1000,
      sum: (index * 37) % 11,
      status: ['Closed', 'OnWay', 'WaitCooking'][index % 3]!,
      deliveryPoint: {
        address: {
          street: { id: null, name: streets[index % 5]!, city: null },
          house: String((index * 13) % 30),
          region: null,
        },
      } as never,
    }),
  );
  save(db, infos);
});
afterAll(() => closeDb(db));

const everything = allOf([]);

describe('every column', () => {
  for (const column of ORDER_COLUMNS) {
    for (const descending of [false, true]) {
      const sort = { column, descending };
      it(`${column} ${descending ? 'down' : 'up'}: parts follow one another without loss or double`, () => {
        const ids: number[] = [];
        for (let behind: Place | null = null; ;) {
          const part: SequencePart = readSequence(db, everything, sort, behind, 10);
          ids.push(...part.ids);
          behind = part.last;
          if (part.ids.length < 10) break;
        }
        const whole = readSequence(db, everything, sort, null, 1000).ids;
        expect(ids).toEqual(whole);
        expect(new Set(ids).size).toBe(ORDERS);
      });

      it(`${column} ${descending ? 'down' : 'up'}: is read from its index, never sorted`, () => {
        const behind = { id: 5, key: column === 'sum' ? 5 : 'м' };
        const plans: string[] = [];
        for (const after of [null, behind]) {
          readBehind(everything, sort, after, 100, (condition, most) => {
            plans.push(explain(db, sequenceQuery(condition, sort, most)));
            return [];
          });
        }
        const [first, rest, others] = plans;
        expect(plans).toHaveLength(3);
        for (const plan of plans) expect(plan).toContain('USING COVERING INDEX');
        // Further parts begin at their place: none counts through those before.
        expect(rest).toMatch(/SEARCH.*=\? AND rowid[<>]\?/);
        expect(others).toMatch(/SEARCH.*[<>]\?/);
        // Few orders share a moment: those may be sorted, what follows them never.
        const moment = column === 'created' || column === 'promised';
        const sorted = moment ? [first, others] : plans;
        for (const plan of sorted) expect(plan).not.toContain('TEMP B-TREE');
      });
    }
  }
});

it('sorts Russian as people do: ё behind е, 9 before 10', () => {
  const steps = readSequence(db, everything, { column: 'address', descending: false }, null, 1000);
  const streetsInOrder = steps.ids.map((id) => {
    const [row] = readAll<{ street: string }>(
      db,
      sql`SELECT street FROM delivery WHERE id = ${id}`,
    );
    return row!.street;
  });
  expect([...new Set(streetsInOrder)]).toEqual([
    'Baker St',
    'Арбат',
    'Ежевичная ул.',
    'Ёлочная ул.',
    'Жукова ул.',
  ]);
});

it('filters by stage, sum and text together', () => {
  const filter = {
    ...EVERY_ORDER,
    stages: ['on-way' as const],
    sumFromMinor: 500,
    search: 'арбат',
  };
  const { where } = orderConditions(db, filter, Date.now());
  const found = readSequence(db, where, { column: 'sum', descending: false }, null, 1000);
  const expected = readAll<{ id: number }>(
    db,
    sql`SELECT id FROM delivery WHERE stage = 'on-way' AND sum_minor >= 500 AND street = 'Арбат'`,
  );
  expect(found.ids.toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
  expect(found.ids.length).toBeGreaterThan(0);
});

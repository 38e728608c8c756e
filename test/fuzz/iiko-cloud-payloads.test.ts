import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readOrders, type OrderPage } from '../../main/sources/iiko-cloud/read-orders.ts';
import { orderInfo, uuidFor } from '../fixtures/iiko-cloud-order.ts';
import { testCount } from '../support/test-count.ts';
import { CONTEXT } from '../sources/iiko-cloud/open-source.ts';

type Path = (string | number)[];

function pathsOf(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...at, key]))];
}

function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<
    string,
    unknown
  >;
  copy[key] = replaced(copy[key], rest, by);
  return copy;
}

const paths = pathsOf(orderInfo(7));
const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.double(),
  fc.constantFrom('', '0', 'NaN', '2026-02-30 25:61:61.999', '\u202E<img src=x>', '\u0000', 1e308),
);

/** The long run takes its time. */
const HOUR_MS = 3_600_000;

it(
  'never throws and never loses the rest of a page, whatever a field holds',
  () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...paths), odd), { maxLength: 4 }),
        (changes) => {
          let broken: unknown = orderInfo(7);
          for (const [path, by] of changes) {
            try {
              broken = replaced(broken, path, by);
            } catch {
              // The path is gone since an earlier change.
            }
          }
          const text = JSON.stringify([orderInfo(1), broken, orderInfo(2)]);
          const page: OrderPage = { orders: [], quarantined: [] };
          readOrders(page, JSON.parse(text), () => CONTEXT);
          expect(page.orders.length + page.quarantined.length).toBe(3);
          expect(page.orders[0]!.order.identities[0].id).toBe(uuidFor(1));
          expect(page.orders.at(-1)!.order.identities[0].id).toBe(uuidFor(2));
          const kept = [...page.orders, ...page.quarantined].map(({ payload }) =>
            JSON.parse(payload),
          );
          expect(kept).toContainEqual(JSON.parse(text)[1]);
          for (const { order } of page.orders) {
            for (const number of numbersOf(order)) expect(Number.isFinite(number)).toBe(true);
          }
        },
      ),
      { seed: 20_261_121, numRuns: testCount(2000, 1_000_000) },
    );
  },
  HOUR_MS,
);

function numbersOf(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(numbersOf);
}

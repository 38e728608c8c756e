import { chanceOf } from '../support/chance.ts';

const FIRST_DAY = 19_700;
const DAYS = 1096;
const CUSTOMERS_PER_ORDER = 0.35;
const PRODUCTS = 120;

/** Numbers of an order as `order_fact` keeps them, without id and version, in its columns' order. */
export type BenchFact = readonly (number | null)[];

/** A line: [product, amount in thousandths, sum]. */
export type BenchLine = [productId: number, amountMilli: number, sumMinor: number];

export type BenchOrder = Readonly<{ id: number; fact: BenchFact; lines: readonly BenchLine[] }>;

/** The period that all rows lie in, as days since 1970. */
export const BENCH_DAYS = { from: FIRST_DAY, to: FIRST_DAY + DAYS - 1 } as const;

/** Three years of orders in the order they were made: three lines each on average; repeatable. */
export function* benchOrders(count: number): Generator<BenchOrder> {
  const chance = chanceOf(2026);
  const upTo = (most: number): number => Math.floor(chance() * most);
  for (let id = 1; id <= count; id += 1) {
    const day = FIRST_DAY + Math.floor(((id - 1) * DAYS) / count);
    const lines = Array.from({ length: 1 + upTo(5) }, (): BenchLine => {
      // The first products sell far more than the last.
      const productId = 1 + Math.floor(chance() ** 2 * PRODUCTS);
      return [productId, 1000 * (1 + upTo(2)), 15_000 + upTo(120_000)];
    });
    const merged = mergeLines(lines);
    const sum = merged.reduce((total, [, , line]) => total + line, 0);
    yield { id, lines: merged, fact: factOf(chance, upTo, id, day, sum, merged.length, count) };
  }
}

function mergeLines(lines: readonly BenchLine[]): BenchLine[] {
  const byProduct = new Map<number, BenchLine>();
  for (const [product, amount, sum] of lines) {
    const line = byProduct.get(product);
    if (line) {
      line[1] += amount;
      line[2] += sum;
    } else byProduct.set(product, [product, amount, sum]);
  }
  return [...byProduct.values()];
}

/** Ids of texts start here, so that each column has its own. */
const TEXTS = {
  advert: 100,
  city: 200,
  zone: 300,
  courier: 400,
  operator: 500,
  other: 600,
} as const;

function factOf(
  chance: () => number,
  upTo: (most: number) => number,
  id: number,
  day: number,
  sum: number,
  lines: number,
  count: number,
): (number | null)[] {
  const venue = 1 + upTo(5);
  const status = chance() < 0.92 ? 1 : chance() < 0.7 ? 2 : 3;
  const courier = chance() < 0.6;
  const hour = 9 + upTo(14);
  const cooking = 300 + upTo(900);
  const delivered = courier ? cooking + 1200 + upTo(2400) : null;
  const paid = status === 1;
  return [
    1,
    venue,
    status,
    1,
    day,
    day,
    day,
    sum,
    upTo(5) * 1000,
    0,
    lines,
    0,
    chance() < 0.35 ? 0 : TEXTS.advert + upTo(11),
    hour,
    (hour + 1) % 24,
    (hour + 1) % 24,
    TEXTS.other + upTo(2),
    TEXTS.city + (venue % 3),
    courier ? TEXTS.zone + upTo(25) : 0,
    TEXTS.other + 10 + Number(courier),
    TEXTS.other + 20 + upTo(3),
    courier ? TEXTS.courier + upTo(60) : 0,
    TEXTS.operator + upTo(16),
    TEXTS.other + 30 + upTo(5),
    TEXTS.other + 40 + upTo(4),
    status === 2 ? TEXTS.other + 50 + upTo(9) : 0,
    status === 2 ? upTo(8) : -1,
    paid ? 8 : 9,
    1 + Math.floor(chance() ** 1.5 * count * CUSTOMERS_PER_ORDER) * 7919,
    day * 86_400 + hour * 3600 + (id % 3600),
    60,
    cooking,
    cooking + 600,
    courier ? cooking + 900 : null,
    delivered,
    paid ? (delivered ?? cooking) + 300 : null,
    status === 2 ? 900 : null,
    delivered === null ? null : delivered - 3000,
  ];
}

/** Every text that a fact names. */
export const BENCH_TEXTS: readonly number[] = Object.values(TEXTS).flatMap((first) =>
  Array.from({ length: 100 }, (_, index) => first + index),
);

export const BENCH_PRODUCTS = PRODUCTS;

/** Named segments of customers by recency and frequency (`crm-marketplace.md` 4, RFM). */
export const RFM_SEGMENTS = [
  'champions',
  'loyal',
  'potential-loyalist',
  'new',
  'promising',
  'need-attention',
  'about-to-sleep',
  'at-risk',
  'cannot-lose',
  'hibernating',
] as const;

/** The segment that one customer is in. */
export type RfmSegment = (typeof RFM_SEGMENTS)[number];

/** A customer's buying within the window: days since the last order, orders, money in minor units. */
export type Buying = Readonly<{ daysAgo: number; orders: number; sumMinor: number }>;

/** Scores from 1 to 5, 5 best. */
export type RfmScore = Readonly<{ r: number; f: number; m: number }>;

/** Columns F 1–5, rows R 1–5: every one of the 25 pairs has one name. */
const NAMES: readonly (readonly RfmSegment[])[] = [
  ['hibernating', 'hibernating', 'at-risk', 'at-risk', 'cannot-lose'],
  ['hibernating', 'hibernating', 'at-risk', 'at-risk', 'cannot-lose'],
  ['about-to-sleep', 'about-to-sleep', 'need-attention', 'loyal', 'loyal'],
  ['promising', 'potential-loyalist', 'potential-loyalist', 'loyal', 'loyal'],
  ['new', 'potential-loyalist', 'potential-loyalist', 'champions', 'champions'],
];

/** The segment of a customer by recency and frequency; money does not move it (`crm-marketplace.md` 4, RFM). */
export const segmentOf = ({ r, f }: RfmScore): RfmSegment => NAMES[r - 1]![f - 1]!;

/** Frequency is too coarse for fifths: 1, 2, 3–4, 5–9, 10 and more. */
export function frequencyScore(orders: number): number {
  if (orders >= 10) return 5;
  if (orders >= 5) return 4;
  return Math.max(1, Math.min(orders, 3));
}

/** Scores customers against each other: fifths of recency and money, ties share a score. */
export function rfmScores(customers: readonly Buying[]): RfmScore[] {
  const recency = fifths(customers.map(({ daysAgo }) => -daysAgo));
  const money = fifths(customers.map(({ sumMinor }) => sumMinor));
  return customers.map(({ orders }, index) => ({
    r: recency[index]!,
    f: frequencyScore(orders),
    m: money[index]!,
  }));
}

/** 1 + how many whole fifths of all values are smaller. */
function fifths(values: readonly number[]): number[] {
  const sorted = Float64Array.from(values).sort();
  const scores = new Map<number, number>();
  sorted.forEach((value, smaller) => {
    if (!scores.has(value)) scores.set(value, 1 + Math.floor((5 * smaller) / sorted.length));
  });
  return values.map((value) => scores.get(value)!);
}

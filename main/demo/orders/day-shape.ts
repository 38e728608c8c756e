import { mix, shareOf } from '../seeded.ts';
import type { City } from '../world/world.ts';
import { MAX_ORDERS_PER_CITY_DAY } from './order-key.ts';

/** Monday first; the mean is 1. */
const WEEKDAYS = [0.86, 0.85, 0.9, 0.95, 1.15, 1.24, 1.05];
/** Promised deliveries by local hour where a venue works round the clock. */
const NIGHT_AND_DAY = [
  9, 7, 5, 3, 2, 2, 3, 5, 9, 16, 30, 48, 72, 76, 58, 48, 52, 74, 104, 118, 106, 76, 46, 22,
];
/** The same where the kitchens close for the night. */
const DAY_ONLY = NIGHT_AND_DAY.map((weight, hour) => (hour >= 11 && hour <= 22 ? weight : 0));

const cumulate = (weights: readonly number[]): number[] => {
  let sum = 0;
  return weights.map((weight) => (sum += weight));
};
const CUMULATED = { day: cumulate(DAY_ONLY), always: cumulate(NIGHT_AND_DAY) };

function seasonOf(day: number): number {
  const share = (day % 365.25) / 365.25;
  return 1 + 0.09 * Math.cos(2 * Math.PI * (share - 0.02));
}

/** How many orders (transfers' second halves not counted) a city has on a local day. */
export function ordersOnDay(city: City, day: number, ordersPerDay: number, seed: number): number {
  const weekday = WEEKDAYS[(day + 3) % 7]!;
  const noise = 0.94 + 0.12 * shareOf(mix(seed, city.index), day);
  const count = ordersPerDay * city.facts.share * weekday * seasonOf(day) * noise;
  return Math.min(MAX_ORDERS_PER_CITY_DAY, Math.round(count));
}

/** The promised moment of the day in minutes after local midnight for a share of 0..1. */
export function minuteOfDay(share: number, roundTheClock: boolean): number {
  const sums = roundTheClock ? CUMULATED.always : CUMULATED.day;
  const target = share * sums.at(-1)!;
  const hour = sums.findIndex((sum) => sum > target);
  const before = hour === 0 ? 0 : sums[hour - 1]!;
  return (hour + (target - before) / (sums[hour]! - before)) * 60;
}

/** At night only the venue that works round the clock cooks. */
export const isNight = (minute: number): boolean => minute < 660 || minute >= 1380;

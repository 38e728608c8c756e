import type { Currency } from '../money.ts';
import { STATUS_GROUPS, type StatusGroup } from './status-group.ts';
import { groupOf, type MappedStatus, type StatusMapping } from './status-mapping.ts';

/** Orders of one status in one organization and currency; organization 0: at no venue we know. */
export type StatusTotal = MappedStatus &
  Readonly<{ currency: Currency; orders: number; sumMinor: number }>;

/** How many orders, and their money in minor units of each currency, never mixed. */
export type Tally = Readonly<{ orders: number; sums: ReadonlyMap<Currency, number> }>;

/** Orders and money of each group. */
export type GroupTotals = Readonly<Record<StatusGroup, Tally>>;

/** Adds up; Σ over any split of the totals is the whole to the kopeck. */
export function tallyOf(totals: readonly StatusTotal[]): Tally {
  const sums = new Map<Currency, number>();
  let orders = 0;
  for (const total of totals) {
    orders += total.orders;
    sums.set(total.currency, (sums.get(total.currency) ?? 0) + total.sumMinor);
  }
  return { orders, sums };
}

/** What each group holds under the mapping. Every total is in exactly one group. */
export function groupTotals(mapping: StatusMapping, totals: readonly StatusTotal[]): GroupTotals {
  const split = new Map<StatusGroup, StatusTotal[]>(STATUS_GROUPS.map((group) => [group, []]));
  for (const total of totals) split.get(groupOf(mapping, total))?.push(total);
  const entries = STATUS_GROUPS.map((group) => [group, tallyOf(split.get(group) ?? [])]);
  return Object.fromEntries(entries) as GroupTotals;
}

/** Both together, currency by currency. */
export function addTallies(one: Tally, other: Tally): Tally {
  const sums = new Map(one.sums);
  for (const [currency, sum] of other.sums) sums.set(currency, (sums.get(currency) ?? 0) + sum);
  return { orders: one.orders + other.orders, sums };
}

/** `after` less `before`; a currency that stays as it was is left out. */
export function tallyDifference(before: Tally, after: Tally): Tally {
  const sums = new Map<Currency, number>();
  for (const currency of new Set([...before.sums.keys(), ...after.sums.keys()])) {
    const moved = (after.sums.get(currency) ?? 0) - (before.sums.get(currency) ?? 0);
    if (moved !== 0) sums.set(currency, moved);
  }
  return { orders: after.orders - before.orders, sums };
}

/** What a change of the mapping does to each group, in orders and money; Σ over the groups is 0. */
export function consequenceOf(
  before: StatusMapping,
  after: StatusMapping,
  totals: readonly StatusTotal[],
): GroupTotals {
  const from = groupTotals(before, totals);
  const to = groupTotals(after, totals);
  const entries = STATUS_GROUPS.map((group) => [group, tallyDifference(from[group], to[group])]);
  return Object.fromEntries(entries) as GroupTotals;
}

/** The orders that change their group, each counted once. */
export const movedTally = (
  before: StatusMapping,
  after: StatusMapping,
  totals: readonly StatusTotal[],
): Tally => tallyOf(totals.filter((total) => groupOf(before, total) !== groupOf(after, total)));

import {
  EVERY_ORDER,
  type OrderFilter,
  type OrderSort,
} from '../../../../main/domain/orders/order-filter.ts';

/** The filter with everything of a view's own taken away: only the days stay. */
export function clearedFilter(filter: OrderFilter): OrderFilter {
  return { ...EVERY_ORDER, period: filter.period };
}

/** How many filters restrict the list beside days, view and search. */
export function countRestrictions(filter: OrderFilter): number {
  const lists = [
    filter.venueIds,
    filter.stages,
    filter.sources,
    filter.serviceTypes,
    filter.couriers,
    filter.operators,
  ];
  const flags = [filter.problem, filter.late, filter.sumFromMinor ?? filter.sumToMinor];
  return (
    lists.filter((list) => list.length > 0).length + flags.filter((flag) => flag !== null).length
  );
}

/** True when both show the same orders on the same days: a saved view does not remember days. */
export function sameView(one: OrderFilter, other: OrderFilter): boolean {
  return JSON.stringify(keyOf(one)) === JSON.stringify(keyOf(other));
}

/** True when both put the orders into the same sequence. */
export const sameSort = (one: OrderSort, other: OrderSort): boolean =>
  one.column === other.column && one.descending === other.descending;

function keyOf(filter: OrderFilter): unknown[] {
  const { period: _, ...rest } = { ...EVERY_ORDER, ...filter };
  return Object.entries(rest).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

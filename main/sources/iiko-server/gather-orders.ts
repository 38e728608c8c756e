import type { Quarantined } from '../../domain/orders/order.ts';
import { numberOf, objectOf, textOf, uuidOf } from '../lenient-json.ts';
import { setAside } from '../set-aside.ts';
import { NET, ORDER_ID, type OlapPart } from './olap-parts.ts';
import type { WireOlapRow } from './wire.ts';

/** Rows of one order, still as the server sent them. */
export type GatheredOrder = {
  readonly id: string;
  readonly day: string;
  order: Record<string, unknown>;
  readonly lines: WireOlapRow[];
  readonly payments: WireOlapRow[];
  /** Which reports named it. */
  readonly told: Set<OlapPart['name']>;
};

/** The orders of a business day, and rows that make no whole order. */
export type GatheredDay = Readonly<{
  orders: readonly GatheredOrder[];
  quarantined: readonly Quarantined[];
}>;

/** Every order stands in these exactly once, and in no other number. */
const ONE_ROW: readonly OlapPart['name'][] = ['identity', 'origin', 'people', 'times', 'place'];
/** Sums are money: what differs by less than a hundredth of a unit is noise of doubles. */
const NOISE = 0.005;

type Parts = ReadonlyMap<OlapPart['name'], readonly WireOlapRow[]>;

/**
 * Puts the rows of a day's reports together by order. An order that a report left out, or whose
 * lines and payments do not come to its total, is set aside with `parts-disagree`: half an answer
 * looks exactly like that.
 */
export function gatherOrders(parts: Parts, day: string): GatheredDay {
  const found = new Map<string, GatheredOrder>();
  const quarantined: Quarantined[] = [];
  for (const [name, rows] of parts) {
    for (const row of rows) {
      const id = uuidOf(objectOf(row)?.[ORDER_ID]);
      if (id === null) quarantined.push(setAside(null, 'bad-id', row));
      else addRow(orderOf(found, id, day), name, row);
    }
  }
  const orders: GatheredOrder[] = [];
  for (const order of found.values()) {
    if (isWhole(order)) orders.push(order);
    else quarantined.push(setAside(order.id, 'parts-disagree', shown(order)));
  }
  return { orders, quarantined };
}

function orderOf(found: Map<string, GatheredOrder>, id: string, day: string): GatheredOrder {
  const known = found.get(id);
  if (known) return known;
  const made = { id, day, order: {}, lines: [], payments: [], told: new Set<OlapPart['name']>() };
  found.set(id, made);
  return made;
}

function addRow(order: GatheredOrder, name: OlapPart['name'], row: WireOlapRow): void {
  const { [ORDER_ID]: _, ...fields } = row;
  if (name === 'lines' || name === 'cancelled-lines') order.lines.push(fields);
  else if (name === 'payments') order.payments.push(fields);
  else Object.assign(order.order, fields);
  order.told.add(name);
}

/** Of an order that was cancelled these say nothing: they count what stands. */
const OF_STANDING: readonly OlapPart['name'][] = ['totals', 'payments', 'lines'];
const DELETED = /^(NOT_)?DELETED/;

/** Whether every report told the order, none contradicts another, and its parts come to its total. */
function isWhole({ order, lines, payments, told }: GatheredOrder): boolean {
  if (!ONE_ROW.every((name) => told.has(name))) return false;
  if (!DELETED.test(textOf(order['OrderDeleted']))) return false;
  if (isCancelled(order)) return !OF_STANDING.some((name) => told.has(name));
  if (told.has('cancelled-lines')) return false;
  if (!told.has('totals')) return lines.length + payments.length === 0;
  const total = numberOf(order[NET]) ?? Number.NaN;
  return [lines, payments].every((rows) => Math.abs(sumOf(rows) - total) < NOISE);
}

/** Whether the server counts the order as deleted: nothing of it is money. */
export const isCancelled = (order: WireOlapRow): boolean =>
  textOf(order['OrderDeleted']) !== 'NOT_DELETED';

const sumOf = (rows: readonly WireOlapRow[]): number =>
  rows.reduce((sum, row) => sum + (numberOf(row[NET]) ?? Number.NaN), 0);

const shown = ({ id, day, order, lines, payments }: GatheredOrder) => ({
  id,
  day,
  order,
  lines,
  payments,
});

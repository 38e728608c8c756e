import { Refusal } from '../answers/exchange.ts';
import { dayNumber } from '../world/world.ts';
import type { AccountingDays } from './accounting-day.ts';
import { fieldsOf, type OlapField, type OlapRow, type OlapValue } from './olap-fields.ts';
import type { OlapOrder } from './olap-order.ts';

type Fields = ReadonlyMap<string, OlapField>;
type Query = Readonly<{
  groups: readonly (readonly [string, OlapField])[];
  sums: readonly (readonly [string, OlapField])[];
  days: readonly number[];
  keeps: readonly ((row: OlapRow) => boolean)[];
  byPayment: boolean;
}>;

/** The vendor's rules: at most a month in a query, at most seven fields (`iiko-api.md` 3.2). */
const MOST_DAYS = 31;
const MOST_FIELDS = 7;

/** Answers one OLAP query; 400 for one that the vendor's rules do not allow. */
export function olapReport(
  accounts: AccountingDays,
  version: string,
  body: Record<string, unknown>,
): { data: Record<string, OlapValue>[]; summary: [] } {
  const query = readQuery(new Map(fieldsOf(version)), body);
  const groups = new Map<string, Group>();
  for (const day of query.days) {
    for (const order of accounts.ordersOf(day)) addOrder(groups, query, order);
  }
  return { data: [...groups.values()].map((one) => toRow(query, one)), summary: [] };
}

type Group = { keys: OlapValue[]; sums: number[]; orders: Set<string> };

function addOrder(groups: Map<string, Group>, query: Query, order: OlapOrder): void {
  for (const row of rowsOf(order, query.byPayment)) {
    if (!query.keeps.every((keep) => keep(row))) continue;
    const keys = query.groups.map(([, field]) => field.group!(row));
    const key = keys.join('\u0000');
    const found = groups.get(key) ?? { keys, sums: query.sums.map(() => 0), orders: new Set() };
    query.sums.forEach(([, field], place) => (found.sums[place]! += field.sum!(row)));
    found.orders.add(order.id);
    groups.set(key, found);
  }
}

/** Grouping by a payment splits an order: each payment takes its part of every dish. */
function* rowsOf(order: OlapOrder, byPayment: boolean): Iterable<OlapRow> {
  if (!byPayment) {
    for (const dish of order.dishes) yield { order, dish, payment: null };
    return;
  }
  // A row for each payment that carries exactly its sum: the dish does not matter then.
  const [first] = order.dishes.filter(({ deleted }) => deleted === 'NOT_DELETED');
  if (!first) return;
  for (const payment of order.payments) {
    yield { order, dish: { ...first, netMinor: payment.sum }, payment };
  }
}

function toRow({ groups, sums }: Query, found: Group): Record<string, OlapValue> {
  const row: Record<string, OlapValue> = {};
  groups.forEach(([id], place) => (row[id] = found.keys[place]!));
  sums.forEach(([id, field], place) => {
    row[id] = field.countsOrders ? found.orders.size : found.sums[place]! / field.scale;
  });
  return row;
}

function readQuery(fields: Fields, body: Record<string, unknown>): Query {
  const named = (list: unknown): (readonly [string, OlapField])[] => {
    if (!Array.isArray(list)) throw new Refusal(400, 'Wrong request format');
    return list.map((id) => [String(id), fieldOf(fields, String(id))]);
  };
  const groups = [...named(body['groupByRowFields']), ...named(body['groupByColFields'])];
  const sums = named(body['aggregateFields']);
  if (body['buildSummary'] !== false) throw new Refusal(400, 'buildSummary must be false');
  if (groups.length + sums.length > MOST_FIELDS) throw new Refusal(400, 'Too many fields');
  if (groups.some(([, { group }]) => !group) || sums.some(([, { sum }]) => !sum)) {
    throw new Refusal(400, 'Field can not be used this way');
  }
  const filters = filtersOf(body['filters']);
  return {
    groups,
    sums,
    days: daysOf(filters.get('OpenDate.Typed')),
    keeps: [...filters].flatMap(([id, filter]) => keepOf(fieldOf(fields, id), filter)),
    byPayment: groups.some(([id]) => id === 'PayTypes'),
  };
}

function fieldOf(fields: Fields, id: string): OlapField {
  const field = fields.get(id);
  if (!field) throw new Refusal(400, `Unknown OLAP field ${id}`);
  return field;
}

type Filter = Readonly<Record<string, unknown>>;

const filtersOf = (value: unknown): Map<string, Filter> =>
  new Map(Object.entries((value ?? {}) as Record<string, Filter>));

/** A date filter is mandatory since 5.5; `to` is excluded unless asked for. */
function daysOf(filter: Filter | undefined): number[] {
  if (filter?.['filterType'] !== 'DateRange') throw new Refusal(400, 'Date filter is mandatory');
  const [from, to] = [dayOfText(filter['from']), dayOfText(filter['to'])];
  const end = filter['includeHigh'] === true ? to + 1 : to;
  if (end - from > MOST_DAYS) throw new Refusal(400, 'Period is too long');
  return Array.from({ length: Math.max(0, end - from) }, (_, place) => from + place);
}

function dayOfText(value: unknown): number {
  const text = typeof value === 'string' ? value.slice(0, 10) : '';
  const day = dayNumber(text);
  if (Number.isNaN(day)) throw new Refusal(400, `Wrong date format: ${String(value)}`);
  return day;
}

function keepOf(field: OlapField, filter: Filter): ((row: OlapRow) => boolean)[] {
  const values = new Set(Array.isArray(filter['values']) ? filter['values'].map(String) : []);
  switch (filter['filterType']) {
    case 'IncludeValues':
      return [(row) => values.has(String(field.group!(row)))];
    case 'ExcludeValues':
      return [(row) => !values.has(String(field.group!(row)))];
    case 'DateRange':
      return [];
    default:
      throw new Refusal(400, 'Unknown filter type');
  }
}

import type { Order } from '../orders/order.ts';
import { ORDER_FIELDS, type FieldRule, type OrderField } from './order-fields.ts';
import { byRank } from './vendor-rank.ts';

/** Systems that tell one field differently; the first is the one that is believed. */
export type FieldConflict = Readonly<{
  field: OrderField;
  /** What each says, as the field's rule writes it: money in minor units, moments in milliseconds. */
  said: readonly Readonly<{ vendor: string; text: string }>[];
}>;

/** One order as all its views together tell it. */
export type MergedOrder = Readonly<{
  order: Order;
  /** The system that leads: version, status and everything that no other view may fill. */
  leader: string;
  /** Fields that another system than the leader supplied. */
  supplied: Readonly<Partial<Record<OrderField, string>>>;
  conflicts: readonly FieldConflict[];
}>;

type Told = Readonly<{ vendor: string; order: Order }>;

const FIELDS = Object.entries(ORDER_FIELDS) as [OrderField, FieldRule][];

/**
 * Puts the views of one order together field by field: each field comes from the most believed view
 * that says something. Depends on the views alone, not on the order in which they came.
 */
export function mergeViews(views: readonly Order[]): MergedOrder {
  const told = views
    .map((order): Told => ({ vendor: order.identities[0].vendor, order }))
    .toSorted((left, right) => byRank(left.vendor, right.vendor));
  const [leader] = told;
  if (!leader) throw new Error('No view to merge');
  const supplied: Partial<Record<OrderField, string>> = {};
  const merged = FIELDS.reduce<Order>((order, [field, rule]) => {
    const source = told.find((one) => rule.said(one.order));
    if (!source || source === leader) return order;
    supplied[field] = source.vendor;
    return fill(order, rule.copy(source.order), field);
  }, leader.order);
  const conflicts = FIELDS.flatMap(([field, rule]) => conflictOf(told, field, rule) ?? []);
  const order = { ...merged, identities: identitiesOf(told) };
  return { order, leader: leader.vendor, supplied, conflicts };
}

/** Times are filled one by one: each may come from another view. */
function fill(order: Order, part: Partial<Order>, field: OrderField): Order {
  if (!part.times || !(field in order.times)) return { ...order, ...part };
  const step = field as keyof Order['times'];
  return { ...order, times: { ...order.times, [step]: part.times[step] } };
}

function conflictOf(
  told: readonly Told[],
  field: OrderField,
  rule: FieldRule,
): FieldConflict | null {
  const said = told
    .filter(({ order }) => rule.said(order))
    .flatMap(({ vendor, order }) => {
      const text = rule.text(order);
      return text === null || text === '' ? [] : [{ vendor, text }];
    });
  return new Set(said.map(({ text }) => text)).size > 1 ? { field, said } : null;
}

/** The leader's own id first, then every other name once. */
function identitiesOf(told: readonly Told[]): Order['identities'] {
  const byName = new Map(
    told
      .flatMap(({ order }) => order.identities)
      .map((identity) => [`${identity.vendor} ${identity.id}`, identity]),
  );
  const [first, ...rest] = [...byName.values()];
  return [first!, ...rest];
}

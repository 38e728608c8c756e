import { basketOf, type Basket, type Line, type Priced } from '../orders/basket.ts';
import { billOf, type BillPart } from '../orders/bill.ts';
import { orderId } from '../orders/order-key.ts';
import type { OrderPlan } from '../orders/order-plan.ts';
import { orderInfoAt } from '../orders/wire-order.ts';
import type { World } from '../world/world.ts';
import type { WireOrder } from '../../sources/iiko-cloud/wire.ts';
import { dishCostE4 } from './dish-cost.ts';

/** One dish of an order as the accounting sees it; sums in kopecks, cost in 1/10,000 roubles. */
export type OlapDish = Readonly<{
  id: string;
  name: string;
  type: 'DISH' | 'MODIFIER' | 'SERVICE';
  amountMilli: number;
  grossMinor: number;
  netMinor: number;
  costE4: number;
  /** Struck out of an order that stands, or gone with an order that was cancelled. */
  deleted: 'NOT_DELETED' | 'DELETED_WITH_WRITEOFF' | 'DELETED_WITHOUT_WRITEOFF';
}>;

/** One order of the chain as the restaurant's own server accounts for it. */
export type OlapOrder = Readonly<{
  /** The register's id: what Cloud calls posId (`iiko-api.md` 1.4). */
  id: string;
  plan: OrderPlan;
  order: WireOrder;
  externalNumber: string | null;
  day: string;
  deleted: boolean;
  dishes: readonly OlapDish[];
  payments: readonly BillPart[];
}>;

type Moment = Readonly<{ day: number; now: number }>;

/** The order once it has ended; null while it runs: the server accounts for closed orders only. */
export function olapOrderAt(
  world: World,
  plan: OrderPlan,
  dayText: string,
  moment: Moment,
): OlapOrder | null {
  const info = orderInfoAt(world, plan, moment.now);
  const order = info?.order;
  if (!info || !order) return null;
  const deleted = order.status === 'Cancelled';
  if (!deleted && order.status !== 'Closed') return null;
  const edited = plan.changes.some(
    ({ at, what }) => what === 'items-edited' && at <= info.timestamp,
  );
  const basket = basketOf(world, plan, edited);
  const before = edited ? basketOf(world, plan, false).sum : basket.sum;
  return {
    id: orderId(world.seed, plan.packed, 'pos'),
    plan,
    order,
    externalNumber: info.externalNumber ?? null,
    day: dayText,
    deleted,
    dishes: dishesOf(
      basket,
      moment,
      deleted ? (order.whenPrinted ? 'printed' : 'unprinted') : null,
    ),
    payments: billOf(plan, before, basket.sum).parts,
  };
}

type Gone = 'printed' | 'unprinted' | null;

function dishesOf(basket: Basket, moment: Moment, gone: Gone): OlapDish[] {
  return basket.lines.flatMap((line) => {
    const deleted = deletionOf(line, gone);
    return rowsOf(line).map(({ part, type, amountMilli }) => ({
      id: part.dish.id,
      name: part.dish.name,
      type,
      amountMilli,
      grossMinor: part.cost,
      netMinor: part.paid,
      costE4: type === 'SERVICE' ? 0 : dishCostE4(part.dish.id, part.price, amountMilli, moment),
      deleted,
    }));
  });
}

function deletionOf(line: Line, gone: Gone): OlapDish['deleted'] {
  if (gone === 'printed') return 'DELETED_WITH_WRITEOFF';
  return gone === 'unprinted' || line.deleted ? 'DELETED_WITHOUT_WRITEOFF' : 'NOT_DELETED';
}

type Row = Readonly<{ part: Priced; type: OlapDish['type']; amountMilli: number }>;

function rowsOf(line: Line): Row[] {
  switch (line.kind) {
    case 'product': {
      const dish: Row = { part: line, type: 'DISH', amountMilli: line.amountMilli };
      const choices = line.choices.map((part): Row => ({
        part,
        type: 'MODIFIER',
        amountMilli: part.amount * 1000,
      }));
      return [dish, ...choices];
    }
    case 'compound':
      return line.halves.map((part) => ({ part, type: 'DISH', amountMilli: 1000 }));
    case 'service': {
      const part = { dish: line.dish, price: line.cost, cost: line.cost, paid: line.cost };
      return [{ part, type: 'SERVICE', amountMilli: 1000 }];
    }
  }
}

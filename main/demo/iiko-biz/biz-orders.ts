import type { BizOrder } from '../../sources/iiko-biz/wire.ts';
import type { ChainContext } from '../answers/chain-context.ts';
import { Refusal } from '../answers/exchange.ts';
import { promisedNow, stateAt } from '../orders/order-state.ts';
import type { OrderPlan } from '../orders/order-plan.ts';
import { orderInfoAt } from '../orders/wire-order.ts';
import { dayNumber, localDayAt, type City } from '../world/world.ts';
import { toBizOrder } from './biz-order.ts';

const DAY = /^\d{4}-\d\d-\d\d$/;
/** A promise may be moved over midnight, out of its plan's day. */
const DAYS_MOVED = 1;

/** The organization a question names; iiko.biz refuses a foreign one. */
export function cityOf({ world }: ChainContext, id: string | null): City {
  const city = world.cities.find((one) => one.id === id?.toLowerCase());
  if (!city) throw new Refusal(403, 'Access to the organization is denied', '403');
  return city;
}

/** `orders/deliveryOrders`: whole days of the promise, both ends included. */
export function deliveryOrders(context: ChainContext, query: URLSearchParams): readonly BizOrder[] {
  const city = cityOf(context, query.get('organization'));
  const [from, to] = [dayOf(query, 'dateFrom'), dayOf(query, 'dateTo')];
  const statuses = query.getAll('deliveryStatus').map((status) => status.toUpperCase());
  const terminal = query.get('deliveryTerminalId');
  const found: BizOrder[] = [];
  for (let day = from - DAYS_MOVED; day <= to; day += 1) {
    for (const plan of context.book.ordersOfDay(city, day)) {
      const promised = promisedDay(context, plan);
      if (promised === null || promised < from || promised > to) continue;
      if (terminal !== null && plan.venue.id !== terminal) continue;
      const order = orderNow(context, plan);
      if (order && (statuses.length === 0 || statuses.includes(order.statusCode ?? ''))) {
        found.push(order);
      }
    }
  }
  return found;
}

/** `orders/info`: by the register's id, however old. */
export function orderInfo(context: ChainContext, query: URLSearchParams): BizOrder {
  const city = cityOf(context, query.get('organization'));
  const plan = context.book.find(query.get('order') ?? '', 'pos');
  const order = plan?.city === city ? orderNow(context, plan) : null;
  if (!order) throw new Refusal(400, 'Order is not found', '110');
  return order;
}

function orderNow({ world, clock }: ChainContext, plan: OrderPlan): BizOrder | null {
  const info = orderInfoAt(world, plan, clock.now());
  return info && toBizOrder(plan, info);
}

function promisedDay({ clock }: ChainContext, plan: OrderPlan): number | null {
  const state = stateAt(plan, clock.now());
  return state && localDayAt(plan.city, promisedNow(plan, state));
}

function dayOf(query: URLSearchParams, name: string): number {
  const text = query.get(name) ?? '';
  if (!DAY.test(text)) throw new Refusal(400, `Parameter ${name} must look like yyyy-MM-dd`, '400');
  return dayNumber(text);
}

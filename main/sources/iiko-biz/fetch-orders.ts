import { fromEpochDay, toEpochDay } from '../../domain/epoch-day.ts';
import { Failure } from '../../domain/failure.ts';
import { isList, objectOf } from '../lenient-json.ts';
import type { OrderRead, OrganizationContext, WindowRead } from '../order-source.ts';
import type { Client } from './client.ts';
import { courierNames, withCourierName } from './courier-names.ts';
import { readOrders } from './read-orders.ts';
import { brokenAnswer } from './refusal.ts';
import type { BizOrder, BizOrders } from './wire.ts';

/** The path of orders by dates. */
export const BY_DATES = 'orders/deliveryOrders';
const BY_ID = 'orders/info';
/** Days far ahead hold few orders: a week of them is one request. */
const MOST_DAYS = 7;

/**
 * Orders promised in the days of [fromLocal, toLocal]: iiko.biz knows whole days only, both ends
 * included. A single day is one request; a longer period goes week by week, or day by day where the
 * restaurant's server does not manage a week in time.
 */
export async function* fetchOrdersPromised(
  client: Client,
  organization: OrganizationContext,
  fromLocal: string,
  toLocal: string,
  signal: AbortSignal,
): AsyncGenerator<WindowRead> {
  const last = toEpochDay(toLocal.slice(0, 10));
  let most = MOST_DAYS;
  for (let day = toEpochDay(fromLocal.slice(0, 10)); day <= last;) {
    const until = Math.min(last, day + most - 1);
    const read = await askOrNull(client, organization, day, until, signal);
    if (read === null) {
      most = 1;
      continue;
    }
    yield read;
    day = until + 1;
  }
}

/** Null when several days were too much at once. */
async function askOrNull(
  client: Client,
  organization: OrganizationContext,
  from: number,
  until: number,
  signal: AbortSignal,
): Promise<WindowRead | null> {
  try {
    return await fetchDays(client, organization, from, until, signal);
  } catch (error) {
    if (from === until || !(error instanceof Failure) || !TOO_MUCH.has(error.code)) throw error;
    return null;
  }
}

const TOO_MUCH: ReadonlySet<string> = new Set([
  'source.restaurant-silent',
  'iiko-biz.too-much-data',
]);

async function fetchDays(
  client: Client,
  organization: OrganizationContext,
  from: number,
  until: number,
  signal: AbortSignal,
): Promise<WindowRead> {
  const [dateFrom, dateTo] = [fromEpochDay(from), fromEpochDay(until)];
  const query = { organization: organization.id, dateFrom, dateTo };
  const { body, serverTime } = await client.get(BY_DATES, query, signal);
  const names = await courierNames(client, organization.id, serverTime, signal);
  const infos = ordersOf(body).map((info) => withCourierName(info, names));
  const page = readOrders(infos, organization, serverTime);
  return {
    ...page,
    maxRevision: 0,
    serverTime,
    correlationId: '',
    fromLocal: `${dateFrom} 00:00:00.000`,
    toLocal: `${dateTo} 23:59:59.999`,
  };
}

/** The orders of an answer; one without a list proves nothing about the day. */
export function ordersOf(body: unknown): readonly BizOrder[] {
  const list = objectOf(body as BizOrders | null)?.deliveryOrders;
  if (!isList(list)) throw brokenAnswer(BY_DATES);
  return list;
}

/** The named orders as they are now, one by one; those that are gone are absent. */
export async function fetchOrdersById(
  client: Client,
  organization: OrganizationContext,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<OrderRead> {
  const found: unknown[] = [];
  let serverTime = client.serverNow() ?? 0;
  for (const id of ids) {
    const answer = await orderOrNull(client, organization.id, id, signal);
    if (!answer) continue;
    const names = await courierNames(client, organization.id, answer.serverTime, signal);
    found.push(withCourierName(answer.body, names));
    ({ serverTime } = answer);
  }
  const page = readOrders(found, organization, serverTime);
  return { ...page, maxRevision: 0, serverTime, correlationId: '' };
}

async function orderOrNull(
  client: Client,
  organization: string,
  order: string,
  signal: AbortSignal,
) {
  try {
    return await client.get(BY_ID, { organization, order }, signal);
  } catch (error) {
    if (error instanceof Failure && error.code === 'iiko-biz.order-absent') return null;
    throw error;
  }
}

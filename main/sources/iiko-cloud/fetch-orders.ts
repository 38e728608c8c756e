import { Failure } from '../../domain/failure.ts';
import type { ObservedOrder } from '../../domain/orders/order.ts';
import type { OrderRead, OrganizationContext, WindowRead } from '../order-source.ts';
import type { Answered } from './caller.ts';
import type { Client } from './client.ts';
import { uuidOf } from '../lenient-json.ts';
import { readOrders, type OrderPage } from './read-orders.ts';
import { brokenAnswer, isRightMissing } from './refusal.ts';
import { isTooMuch, wallOf, wallText, walkWindows, type WallWindow } from './windows.ts';
import type { WireOrders, WireOrdersByDateRequest, WireOrdersByIdRequest } from './wire.ts';
import type { WireOrdersByRevisionRequest, WireOrdersWithRevision } from './wire.ts';

const BY_DATE = '/api/1/deliveries/by_delivery_date_and_status';
const BY_REVISION = '/api/1/deliveries/by_revision';
const BY_ID = '/api/1/deliveries/by_id';

/** The vendor's limit (`iiko-api.md` 1.3). */
export const MAX_IDS = 200;

/** Orders promised in [fromLocal, toLocal], in as many windows as the vendor demands. */
export async function* fetchOrdersPromised(
  client: Client,
  organization: OrganizationContext,
  fromLocal: string,
  toLocal: string,
  signal: AbortSignal,
): AsyncGenerator<WindowRead> {
  const whole = { fromMs: wallOf(fromLocal), endMs: wallOf(toLocal) + 1 };
  yield* walkWindows(whole, (window) => fetchWindow(client, organization, window, signal));
}

/**
 * The vendor does not say whether its upper limit is included. So the window's end, which is the
 * next one's start, is asked for, and what stands exactly there is left to the next window: neither
 * a hole nor an overlap either way, and never more than 24 hours in a request.
 */
async function fetchWindow(
  client: Client,
  organization: OrganizationContext,
  { fromMs, endMs }: WallWindow,
  signal: AbortSignal,
): Promise<WindowRead> {
  const request: WireOrdersByDateRequest = {
    organizationIds: [organization.id],
    deliveryDateFrom: wallText(fromMs),
    deliveryDateTo: wallText(endMs),
  };
  const answer = await client.post<WireOrdersWithRevision>(BY_DATE, request, signal);
  const read = readRevisioned(BY_DATE, answer, [organization]);
  const orders = read.orders.filter((observed) => !isPromisedAt(observed, endMs));
  return { ...read, orders, fromLocal: wallText(fromMs), toLocal: wallText(endMs - 1) };
}

function isPromisedAt({ order }: ObservedOrder, wallMs: number): boolean {
  const promised = order.times.promised;
  return (
    promised !== null && promised.certainty !== 'unreadable' && wallOf(promised.text) === wallMs
  );
}

/** Orders changed after the revision, of all the organizations in one answer. */
export async function fetchOrdersChanged(
  client: Client,
  organizations: readonly OrganizationContext[],
  afterRevision: number,
  signal: AbortSignal,
): Promise<OrderRead> {
  const organizationIds = organizations.map(({ id }) => id);
  const request: WireOrdersByRevisionRequest = { startRevision: afterRevision, organizationIds };
  try {
    const answer = await client.post<WireOrdersWithRevision>(BY_REVISION, request, signal);
    return readRevisioned(BY_REVISION, answer, organizations);
  } catch (error) {
    if (isRightMissing(error)) throw noRevisions(error);
    if (!isTooMuch(error)) throw error;
    // Revisions can not be halved, windows can: the sync falls back to them on this code.
    throw new Failure('conflict', 'source.revision-too-old', {}, { cause: error });
  }
}

/** `Orders: receiving by revision` is a right apart (`iiko-api.md` 1.2): windows may be granted without it. */
function noRevisions(cause: Failure): Failure {
  const { params, reference } = cause;
  const found = reference === undefined ? {} : { reference };
  return new Failure('refused', 'source.no-revisions', params, { cause, ...found });
}

/** The named orders as they are now, in requests of at most 200. */
export async function fetchOrdersById(
  client: Client,
  organization: OrganizationContext,
  ids: readonly string[],
  externalDataKeys: readonly string[],
  signal: AbortSignal,
): Promise<OrderRead> {
  const page: OrderPage = { orders: [], quarantined: [] };
  let [serverTime, correlationId] = [client.serverNow() ?? 0, ''];
  for (let at = 0; at < ids.length; at += MAX_IDS) {
    const request: WireOrdersByIdRequest = {
      organizationId: organization.id,
      orderIds: ids.slice(at, at + MAX_IDS),
    };
    if (externalDataKeys.length > 0) request.returnExternalDataKeys = [...externalDataKeys];
    const answer = await client.post<WireOrders>(BY_ID, request, signal);
    if (!Array.isArray(answer.body.orders)) throw brokenAnswer(BY_ID, answer.correlationId);
    readOrders(page, answer.body.orders, answer.orders, () => organization);
    ({ serverTime, correlationId } = answer);
  }
  return { ...page, maxRevision: 0, serverTime, correlationId };
}

function readRevisioned(
  path: string,
  { body, orders, serverTime, correlationId }: Answered<WireOrdersWithRevision>,
  organizations: readonly OrganizationContext[],
): OrderRead {
  const { maxRevision, ordersByOrganizations: groups } = body;
  if (!Number.isSafeInteger(maxRevision) || !Array.isArray(groups)) {
    throw brokenAnswer(path, correlationId);
  }
  const contexts = new Map(organizations.map((context) => [context.id.toLowerCase(), context]));
  const page: OrderPage = { orders: [], quarantined: [] };
  for (const group of groups) {
    const ofGroup = contexts.get(uuidOf(group?.organizationId) ?? '');
    readOrders(
      page,
      // A group without orders may come with null for its list.
      group?.orders ?? [],
      orders,
      (info) => contexts.get(uuidOf(info?.organizationId) ?? '') ?? ofGroup,
    );
  }
  return { ...page, maxRevision, serverTime, correlationId };
}

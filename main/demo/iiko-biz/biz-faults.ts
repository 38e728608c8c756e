import { assertNever } from '../../domain/assert-never.ts';
import type { BizOrder } from '../../sources/iiko-biz/wire.ts';
import type { ChainReply } from '../answers/exchange.ts';
import type { BizFault, OrderFault } from '../faults/fault-kinds.ts';
import { writeUuid } from '../seeded.ts';

/** An error as iiko.biz writes it: the code is a text, and often the status says nothing. */
export function bizError(
  status: number,
  code: string,
  message: string,
  capital = false,
): ChainReply {
  const said = capital ? { Message: message } : { message };
  const error = { code, ...said, description: null, httpStatusCode: status, uiMessage: null };
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(error),
    manner: 'whole',
  };
}

const silent = (salt: number): string =>
  `RabbitMQ: response with Id [${writeUuid(salt, 1, 2, 3)}] hasnt been received for timeout 30000 ms.`;

/** What iiko.biz answers instead, by a fault that strikes; null for one that spoils orders. */
export function bizRefusal(kind: BizFault, path: string, salt: number): ChainReply | null {
  const ofRestaurant = path.startsWith('orders/') || path.startsWith('rmsSettings/');
  switch (kind) {
    case 'biz-701':
      return ofRestaurant ? bizError(400, '701', 'RabbitMq queue is not found', true) : null;
    case 'biz-705':
      return ofRestaurant ? bizError(400, '705', silent(salt)) : null;
    case 'biz-705-as-good':
      return ofRestaurant ? { ...bizError(400, '705', silent(salt)), status: 200 } : null;
    case 'biz-licence':
      return path.startsWith('auth/') ? null : bizError(403, '403', 'Access denied');
    case 'biz-port-blocked':
      return { ...bizError(500, '', ''), manner: 'blocked' };
    case 'biz-status-wrong':
    case 'biz-no-list':
      return null;
    default:
      return assertNever(kind);
  }
}

/** An order as a fault leaves it: no longer what the contract promises. */
export function spoilBizOrder(kind: OrderFault | 'biz-status-wrong', order: BizOrder): unknown {
  switch (kind) {
    case 'order-bad-uuid':
      return { ...order, orderId: `order-${order.orderId.slice(0, 8)}` };
    case 'order-empty':
      return {};
    case 'order-text-for-number':
      return { ...order, sum: 'много', personsCount: 'семь' };
    case 'order-unknown-status':
      return { ...order, statusCode: 'HANDED_TO_DRONE', status: 'Передана дрону' };
    case 'order-unknown-item':
      return { ...order, items: [...(order.items ?? []), { plan: { id: order.orderId } }] };
    case 'order-extra-fields':
      return { ...order, robotCourier: { model: 'R-7', battery: 0.8 } };
    case 'order-nulls':
      return { ...nulled(order), orderId: order.orderId, organization: order.organization };
    case 'order-not-object':
      return 'order';
    case 'biz-status-wrong':
      return { ...order, statusCode: order.statusCode?.toLowerCase() };
    default:
      return assertNever(kind);
  }
}

function nulled(order: BizOrder): object {
  const kept = new Set(['number', 'status', 'statusCode', 'deliveryDate', 'deliveryTerminal']);
  return Object.fromEntries(Object.entries(order).map(([k, v]) => [k, kept.has(k) ? v : null]));
}

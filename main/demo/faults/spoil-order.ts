import { assertNever } from '../../domain/assert-never.ts';
import type { WireOrderInfo } from '../../sources/iiko-cloud/wire.ts';
import type { OrderFault } from './fault-kinds.ts';

/** Fields that a newer release might add. */
const NEW_FIELDS = { robotCourier: { model: 'R-7', battery: 0.8 }, carbonGrams: 412 };

function nulled(order: object): object {
  const kept = new Set(['number', 'status', 'completeBefore', 'terminalGroupId', 'sum']);
  return Object.fromEntries(Object.entries(order).map(([k, v]) => [k, kept.has(k) ? v : null]));
}

/** The order as a fault leaves it: no longer what the contract promises. */
export function spoilOrder(kind: OrderFault, info: WireOrderInfo): unknown {
  const order = info.order ?? {};
  const items = info.order?.items ?? [];
  switch (kind) {
    case 'order-bad-uuid':
      return { ...info, id: `order-${info.id.slice(0, 8)}` };
    case 'order-empty':
      return {};
    case 'order-text-for-number':
      return { ...info, order: { ...order, sum: 'много', number: 'семь' } };
    case 'order-unknown-status':
      return { ...info, order: { ...order, status: 'HandedToDrone' } };
    case 'order-unknown-item': {
      const item = { type: 'Subscription', status: 'Added', amount: 1, plan: { id: info.id } };
      return { ...info, order: { ...order, items: [...items, item] } };
    }
    case 'order-extra-fields':
      return { ...info, ...NEW_FIELDS, order: { ...order, ...NEW_FIELDS } };
    case 'order-nulls':
      return { ...info, posId: null, externalNumber: null, order: nulled(order) };
    case 'order-not-object':
      return 'order';
    default:
      return assertNever(kind);
  }
}

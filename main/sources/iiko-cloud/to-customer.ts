import type { Customer } from '../../domain/orders/order.ts';
import { NOBODY } from '../../domain/orders/untold.ts';
import { objectOf, textOf } from '../lenient-json.ts';
import type { WireCustomer } from './wire.ts';

/** Who ordered; a one-time customer (aggregators) has a name only. */
export function toCustomer(value: WireCustomer | null | undefined): Customer {
  const customer = objectOf(value);
  if (!customer) return NOBODY;
  const id = typeof customer.id === 'string' ? customer.id : null;
  return {
    kind: kindOf(customer.type, id),
    id,
    name: textOf(customer.name),
    surname: textOf(customer.surname),
    comment: textOf(customer.comment),
    highRisk: customer.inBlacklist === true,
    highRiskReason: textOf(customer.blacklistReason),
  };
}

function kindOf(type: unknown, id: string | null): Customer['kind'] {
  if (type === 'regular' || type === 'one-time') return type;
  return id === null ? 'one-time' : 'regular';
}

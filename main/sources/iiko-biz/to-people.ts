import type { Address, Customer } from '../../domain/orders/order.ts';
import { numberOf, objectOf, textOf } from '../lenient-json.ts';
import type { BizOrder } from './wire.ts';

/** Who ordered; the order's own name stands in where the card has none. */
export function toCustomer(info: BizOrder): Customer {
  const customer = objectOf(info.customer);
  const id = textOf(customer?.id) || textOf(info.customerId) || null;
  const name = textOf(customer?.name) || textOf(info.customerName);
  return {
    kind: id !== null ? 'regular' : name === '' ? 'none' : 'one-time',
    id,
    name,
    surname: textOf(customer?.surName),
    comment: textOf(customer?.comment),
    highRisk: false,
    highRiskReason: '',
  };
}

/** Where the order goes; null for pickup. */
export function toAddress(info: BizOrder): Address | null {
  const address = objectOf(info.address);
  const point = objectOf(info.orderLocationInfo);
  if (!address) return null;
  return {
    city: textOf(address.city),
    street: textOf(address.street),
    house: textOf(address.home),
    building: textOf(address.housing),
    flat: textOf(address.apartment),
    entrance: textOf(address.entrance),
    floor: textOf(address.floor),
    doorphone: textOf(address.doorphone),
    region: '',
    index: textOf(address.index),
    line: '',
    comment: textOf(address.comment),
    latitude: numberOf(point?.latitude),
    longitude: numberOf(point?.longitude),
  };
}

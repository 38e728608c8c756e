import type { Address } from '../../domain/orders/order.ts';
import { numberOf, objectOf, textOf } from '../lenient-json.ts';
import type { WireAddress, WireDeliveryPoint } from './wire.ts';

/** Where the order goes; null for pickup and for aggregators that keep it to themselves. */
export function toAddress(deliveryPoint: WireDeliveryPoint | null | undefined): Address | null {
  const point = objectOf(deliveryPoint);
  if (!point) return null;
  const address: WireAddress = objectOf(point.address) ?? {};
  const street = objectOf(address.street);
  const coordinates = objectOf(point.coordinates);
  return {
    city: textOf(objectOf(street?.city)?.name),
    street: textOf(street?.name),
    house: textOf(address.house),
    building: textOf(address.building),
    flat: textOf(address.flat),
    entrance: textOf(address.entrance),
    floor: textOf(address.floor),
    doorphone: textOf(address.doorphone),
    region: textOf(objectOf(address.region)?.name),
    index: textOf(address.index),
    line: textOf(address.line1),
    comment: textOf(point.comment),
    latitude: numberOf(coordinates?.latitude),
    longitude: numberOf(coordinates?.longitude),
  };
}

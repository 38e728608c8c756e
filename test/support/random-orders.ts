import type { WireOrderInfo } from '../../main/sources/iiko-cloud/wire.ts';
import { dish, orderInfo, uuidFor, VENUE_ID } from '../fixtures/iiko-cloud-order.ts';
import { pick } from './chance.ts';

export const OTHER_VENUE_ID = uuidFor(2, 'c');
const STATUSES = ['Closed', 'Closed', 'Closed', 'OnWay', 'Cancelled', 'Delivered', 'Загадка'];
const ADVERTS = ['Сайт', 'Яндекс Еда', '2ГИС', null];
const DISHES = ['Маргарита', 'Пепперони', 'Рамен', 'Том ям', 'Чай'];

const two = (value: number): string => String(value).padStart(2, '0');

/** A moment of September to November 2026, by the vendor's clock. */
function moment(chance: () => number): string {
  const [month, day] = [9 + Math.floor(chance() * 3), 1 + Math.floor(chance() * 30)];
  const [hour, minute] = [Math.floor(chance() * 24), Math.floor(chance() * 60)];
  return `2026-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:00.000`;
}

const items = (chance: () => number) =>
  Array.from({ length: 1 + Math.floor(chance() * 3) }, () => {
    const name = pick(chance, DISHES);
    const sum = 100 + Math.floor(chance() * 90_000) / 100;
    const product = { id: uuidFor(100 + DISHES.indexOf(name), 'd'), name };
    return dish({ product, modifiers: [], price: sum, resultSum: sum, amount: 1, deleted: null });
  });

const named = (name: string | null, number: number) =>
  name === null ? null : { id: uuidFor(number, 'd'), name };

/** An order with chance in everything that reports group by; `version` makes it newer. */
export function randomOrder(chance: () => number, number: number, version = 0): WireOrderInfo {
  const created = moment(chance);
  const status = pick(chance, STATUSES);
  const phone = `+7912${String(Math.floor(chance() * 40)).padStart(7, '0')}`;
  const body = {
    status,
    phone,
    whenCreated: created,
    completeBefore: moment(chance),
    whenClosed: status === 'Closed' ? moment(chance) : null,
    marketingSource: named(pick(chance, ADVERTS), 500),
    conception: null,
    courierInfo: null,
    externalCourierService: null,
    movedFromDeliveryId: null,
    terminalGroupId: pick(chance, [VENUE_ID, OTHER_VENUE_ID]),
    deliveryZone: pick(chance, ['Центр', 'Север', '']),
    isDeleted: chance() < 0.03,
    sum: Math.floor(chance() * 500_000) / 100,
    items: items(chance),
    number,
  };
  const changes = { timestamp: 1_795_000_000_000 + version * 100_000 + number };
  return orderInfo(number, body as Parameters<typeof orderInfo>[1], changes);
}

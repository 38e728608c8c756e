import { answer, rows, type Row } from './planted-answer.ts';
import type { Scene, World } from './scene.ts';

const ORDERS = '/api/1/deliveries/by_delivery_date_and_status';

/** Every order of the venue's organization, changed; null leaves it out. */
const orders = (change: (info: Row, world: World) => Row | null) =>
  answer(ORDERS, (body, world) => {
    for (const group of rows(body['ordersByOrganizations'])) {
      group['orders'] = rows(group['orders']).flatMap((info) => change(info, world) ?? []);
    }
  });

/** The first order becomes the test order; the others stay. */
const testOrder =
  (change: (info: Row, order: Row, world: World) => Row) =>
  (world: World): void => {
    let chosen: unknown = null;
    world.testOrder = 'TEST-1';
    orders((info) => {
      const order = info['order'] as Row | null;
      if (!order || (chosen !== null && chosen !== info['id'])) return info;
      chosen = info['id'];
      return change({ ...info, externalNumber: 'TEST-1' }, { ...order }, world);
    })(world);
  };

const withOrder = (info: Row, order: Row, fields: Row): Row => ({
  ...info,
  order: { ...order, ...fields },
});

const notCreated = (info: Row, fields: Row): Row => ({ ...info, order: null, ...fields });

const old = (info: Row): Row => ({ ...info, timestamp: Number(info['timestamp']) - 86_400_000 });

/** Faults on the way of an order. */
export const TRAIL_SCENES: readonly Scene[] = [
  {
    name: 'a test order that the Cloud never saw',
    expected: 'trail.absent',
    plant: (world) => {
      world.testOrder = '999999';
    },
  },
  {
    name: 'a test order that went to another venue',
    expected: 'trail.other-venue',
    plant: testOrder((info, order, { here }) =>
      withOrder(info, order, { terminalGroupId: here.otherVenue }),
    ),
  },
  {
    name: 'a test order that iiko refused',
    expected: 'trail.creation-error',
    plant: testOrder((info) =>
      notCreated(info, {
        creationStatus: 'Error',
        errorInfo: { code: 'ProductNotFound', message: 'Product is not in the menu' },
      }),
    ),
  },
  {
    name: 'a test order that nobody takes',
    expected: 'trail.in-progress',
    plant: testOrder((info) =>
      notCreated(info, {
        creationStatus: 'InProgress',
        timestamp: Number(info['timestamp']) - 3_600_000,
      }),
    ),
  },
  {
    name: 'a test order that waits for an operator',
    expected: 'trail.waits-confirmation',
    plant: testOrder((info, order, { here }) =>
      withOrder(info, order, { status: 'Unconfirmed', terminalGroupId: here.venue }),
    ),
  },
  {
    name: 'a test order that somebody cancelled',
    expected: 'trail.cancelled',
    plant: testOrder((info, order, { here }) =>
      withOrder(info, order, { status: 'Cancelled', terminalGroupId: here.venue }),
    ),
  },
  {
    name: 'a test order that was moved',
    expected: 'trail.moved',
    plant: testOrder((info, order, { here }) =>
      withOrder(info, order, {
        status: 'Cancelled',
        terminalGroupId: here.venue,
        movedToDeliveryId: '11111111-1111-4111-8111-111111111111',
      }),
    ),
  },
  {
    name: 'a test order that arrived',
    expected: 'arriving',
    plant: testOrder((info, order, { here }) =>
      withOrder(info, order, { status: 'WaitCooking', terminalGroupId: here.venue }),
    ),
  },
  {
    name: 'no orders all day and no test order',
    expected: 'ask',
    plant: orders(() => null),
  },
  {
    name: 'everything from the site is refused since morning',
    expected: 'trail.creation-error',
    plant: orders((info) =>
      notCreated(info, { creationStatus: 'Error', errorInfo: { code: 'DateIncorrect' } }),
    ),
  },
  {
    name: 'orders of yesterday prove nothing of today',
    expected: 'ask',
    plant: orders((info) =>
      old(withOrder(info, info['order'] as Row, { whenCreated: '2026-10-13 16:00:00.000' })),
    ),
  },
];

import type { Scene, World } from './scene.ts';

type Body = Record<string, unknown>;
type Row = Record<string, unknown>;

const rows = (value: unknown): Row[] => (Array.isArray(value) ? (value as Row[]) : []);

/** Changes the good answer of one path. */
const answer =
  (path: string, change: (body: Body, world: World) => void) =>
  (world: World): void => {
    const before = world.twist;
    world.twist = (asked, body) => {
      if (asked === path) change(body, world);
      return before(asked, body);
    };
  };

const refuse =
  (part: string, status: number, body: Body) =>
  (world: World): void => {
    world.twist = (asked) => (asked.includes(part) ? { status, body } : undefined);
  };

const right = (path: string): Body => ({
  correlationId: '00000000-0000-4000-8000-000000000001',
  errorDescription: `Right ${path} is not allowed for this ApiLogin`,
  error: null,
});

/** The venue's own rules, changed. */
const rules = (change: (rule: Row) => Row | null) =>
  answer('/api/1/delivery_restrictions', (body, { here }) => {
    for (const group of rows(body['deliveryRestrictions'])) {
      group['restrictions'] = rows(group['restrictions']).flatMap((rule) => {
        if (rule['terminalGroupId'] !== here.venue) return [rule];
        const changed = change(rule);
        return changed ? [changed] : [];
      });
    }
  });

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

/** Faults of the Cloud connection, of zones and hours, and of an order's way. */
export const CLOUD_SCENES: readonly Scene[] = [
  { name: 'nothing is wrong', expected: 'arriving', plant: () => undefined },
  {
    name: 'the login is not accepted',
    expected: 'cloud.login-refused',
    plant: refuse('/', 401, { errorDescription: 'Login 7e0c is not authorized', error: null }),
  },
  {
    name: 'the login sees no organization',
    expected: 'cloud.no-organizations',
    plant: answer('/api/1/organizations', (body) => (body['organizations'] = [])),
  },
  {
    name: 'the key may not read the tills',
    expected: 'cloud.right-missing',
    plant: refuse('terminal_groups', 401, right('api/1/terminal_groups')),
  },
  {
    name: 'the key may not read zones',
    expected: 'cloud.right-missing',
    plant: refuse('delivery_restrictions', 401, right('api/1/delivery_restrictions')),
  },
  {
    name: 'the venue was taken from the login',
    expected: 'cloud.venue-absent',
    plant: answer('/api/1/terminal_groups', (body, { here }) => {
      for (const group of rows(body['terminalGroups'])) {
        group['items'] = rows(group['items']).filter(({ id }) => id !== here.venue);
      }
    }),
  },
  {
    name: 'the till sleeps',
    expected: 'cloud.venue-asleep',
    plant: answer('/api/1/terminal_groups', (body, { here }) => {
      const groups = rows(body['terminalGroups']);
      const group = groups.find((one) => rows(one['items']).some(({ id }) => id === here.venue));
      const items = rows(group?.['items']);
      body['terminalGroupsInSleep'] = [
        { organizationId: here.organization, items: items.filter(({ id }) => id === here.venue) },
      ];
      if (group) group['items'] = items.filter(({ id }) => id !== here.venue);
    }),
  },
  {
    name: 'the till is switched off',
    expected: 'cloud.venue-silent',
    plant: answer('/api/1/terminal_groups/is_alive', (body, { here }) => {
      for (const row of rows(body['isAliveStatus'])) {
        if (row['terminalGroupId'] === here.venue) row['isAlive'] = false;
      }
    }),
  },
  {
    name: 'the till lives in another time zone',
    expected: 'cloud.wrong-time-zone',
    plant: answer('/api/1/terminal_groups', (body, { here }) => {
      for (const group of rows(body['terminalGroups'])) {
        for (const venue of rows(group['items'])) {
          if (venue['id'] === here.venue) venue['timeZone'] = 'Asia/Vladivostok';
        }
      }
    }),
  },
  {
    name: 'the Cloud is down: no proof',
    expected: 'last-resort',
    plant: refuse('/', 503, {}),
  },
  {
    name: 'the kept login is lost: no proof',
    expected: 'last-resort',
    plant: (world) => {
      world.cloud = 'secret-lost';
    },
  },
  {
    name: 'several venues and nobody named one',
    expected: 'ask',
    plant: (world) => {
      world.setUp = { ...world.setUp, venueId: null };
    },
  },
  { name: 'no zone leads to the venue', expected: 'zones.none-bound', plant: rules(() => null) },
  {
    name: 'the rules name a zone that was renamed',
    expected: 'zones.absent-zone',
    plant: rules((rule) => ({ ...rule, zone: 'Старое имя' })),
  },
  {
    name: 'no day of the week is chosen',
    expected: 'zones.no-days',
    plant: rules((rule) => ({ ...rule, weekMap: 0 })),
  },
  {
    name: 'work hours that begin when they end may mean all day: no proof',
    expected: 'arriving',
    plant: rules((rule) => ({ ...rule, from: 600, to: 600 })),
  },
  {
    name: 'closed at this hour',
    expected: 'zones.closed-now',
    plant: rules((rule) => ({ ...rule, from: 120, to: 240 })),
  },
  {
    name: 'midnight to midnight is all day',
    expected: 'arriving',
    plant: rules((rule) => ({ ...rule, from: 0, to: 0 })),
  },
  {
    name: 'hours past midnight are open hours',
    expected: 'arriving',
    plant: rules((rule) => ({ ...rule, from: 660, to: 120 })),
  },
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
  {
    name: 'nothing is connected and nothing is wrong here',
    expected: 'last-resort',
    plant: (world) => {
      world.cloud = 'absent';
    },
  },
];

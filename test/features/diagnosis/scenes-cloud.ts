import { answer, rows, type Body, type Row } from './planted-answer.ts';
import type { Scene, World } from './scene.ts';

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

/** Faults of the Cloud connection, of zones and hours. */
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
    name: 'nothing is connected and nothing is wrong here',
    expected: 'last-resort',
    plant: (world) => {
      world.cloud = 'absent';
    },
  },
];

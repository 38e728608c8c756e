import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  CoverageState,
  PlaceAnswer,
  PlacedPage,
  Rehearsal,
} from '../../main/contract/zone-coverage.ts';
import { offsetAt } from '../../main/domain/local-time.ts';
import { effectiveRows } from '../../main/domain/zone-coverage/effective-row.ts';
import {
  CHANGES,
  REASONS,
  type Change,
} from '../../main/domain/zone-coverage/rehearsal/rehearsal.ts';
import { resolveCoverage } from '../../main/domain/zone-coverage/resolve-coverage.ts';
import { minuteOfWeek } from '../../main/domain/zone-coverage/week.ts';
import type { DeliveryZone } from '../../main/domain/zones/delivery-zone.ts';
import {
  ask,
  applicationWith,
  type FilledApplication,
} from '../support/application-with-orders.ts';
import {
  placedOrder,
  placedOrders,
  showRestrictions,
  type PlacedFixture,
} from '../support/coverage-store.ts';
import { boxZone, scheduleRow, scheduleWith, starZone } from '../support/coverage-world.ts';
import { chanceOf } from '../support/random-statuses.ts';
import { save, ZONE } from '../support/store-with-orders.ts';

/** The night before the first still belongs to September (`architecture.md` 5). */
const OCTOBER = { from: '2026-09-30', to: '2026-10-31' };
const PRESENT = [
  boxZone('Центр', [60.55, 56.8, 60.65, 56.88]),
  boxZone('Север', [60.55, 56.88, 60.65, 56.93]),
];
const IIKO_ROWS = [
  { zone: 'Центр', venueId: 1, minSumMinor: 60_000 },
  { zone: 'Север', venueId: 2, from: 660, to: 120 },
];
const SAVED = scheduleWith([
  scheduleRow({ zone: 'Центр', venueId: 1, priority: -1, weekdays: 0b0001111 }),
  scheduleRow({ zone: 'Центр', venueId: 2, from: 540, to: 60 }),
  scheduleRow({ zone: 'Звезда', venueId: 1, minSumMinor: 100_000 }),
  scheduleRow({ zone: 'Звезда', venueId: 2, priority: 1, weekdays: 0b1100000 }),
]);
const chance = chanceOf(5);
const DRAFT: readonly DeliveryZone[] = [
  starZone(chance, 'Звезда', [60.62, 56.86], 0.09, 40),
  boxZone('Центр', [60.55, 56.8, 60.7, 56.86]),
];
const ORDERS = placedOrders(chance, 600);

let filled: FilledApplication;
const call = <T>(topic: string, input: unknown): Promise<T> =>
  ask<T>(filled.application, `zoneCoverage.${topic}`, input);

beforeAll(async () => {
  filled = applicationWith(
    (db) => {
      save(
        db,
        ORDERS.map((order, index) => placedOrder(index + 1, order)),
      );
      showRestrictions(db, PRESENT, IIKO_ROWS);
    },
    () => Date.UTC(2026, 10, 22, 9),
  );
  await call('save', { organizationId: 1, version: null, schedule: SAVED });
});
afterAll(() => filled.close());

/** Ray by ray, zone after zone: slow and plain. */
function zoneAt(zones: readonly DeliveryZone[], [x, y]: readonly [number, number]): string | null {
  for (const { name, parts } of zones) {
    const ring = parts[0]!.outline;
    let inside = false;
    ring.forEach(([x0, y0], corner) => {
      const [x1, y1] = ring[(corner + 1) % ring.length]!;
      if (y0 > y !== y1 > y && x < ((x1 - x0) * (y - y0)) / (y1 - y0) + x0) inside = !inside;
    });
    if (inside) return name;
  }
  return null;
}

const wallMinute = (promised: string): number =>
  Date.parse(`${promised.replace(' ', 'T')}Z`) / 60_000;

type Outcome = Readonly<{ zone: string | null; venueId: number | null }>;

function outcome(
  zones: readonly DeliveryZone[],
  rows: ReturnType<typeof effectiveRows>,
  order: PlacedFixture,
): Outcome {
  const zone = zoneAt(zones, order.at!);
  const minute = minuteOfWeek(wallMinute(order.promised));
  const found = resolveCoverage(rows, {
    zone: zone === null ? null : { name: zone, organizationId: null },
    minute,
    sumMinor: Math.round(order.sum * 100),
  });
  return { zone, venueId: found.type === 'served' ? found.row.venueId : null };
}

function changeOf(before: Outcome, after: Outcome): Change {
  if (before.venueId === null) return after.venueId === null ? 'unserved' : 'gained';
  if (after.venueId === null) return 'lost';
  if (before.venueId !== after.venueId) return 'moved';
  return before.zone === after.zone ? 'kept' : 'rezoned';
}

const rowsOf = (schedule: Parameters<typeof scheduleWith>[0]) =>
  effectiveRows([{ organizationId: 1, schedule: scheduleWith(schedule) }]);

describe('a rehearsal', () => {
  const question = {
    run: 'one',
    period: OCTOBER,
    before: { map: { type: 'iiko' }, schedule: 'iiko' },
    after: { map: { type: 'zones', zones: DRAFT }, schedule: 'saved' },
  };
  let rehearsal: Rehearsal;
  beforeAll(async () => {
    const places = [
      [60.6, 56.84],
      [60.6, 56.9],
    ];
    for (const [at, place] of places.entries())
      await call('placeTerminal', { venueId: at + 1, at: place });
    rehearsal = await call<Rehearsal>('rehearse', question);
    for (const venueId of [1, 2]) await call('placeTerminal', { venueId, at: null });
  });
  const behind = (changes: readonly Change[], more: object = {}) =>
    call<PlacedPage>('behind', {
      run: 'one',
      currency: 'RUB',
      changes,
      zoneBefore: null,
      zoneAfter: null,
      terminalBefore: null,
      terminalAfter: null,
      hour: null,
      skip: 0,
      count: 200,
      ...more,
    });

  it('says of every order what a plain walk over zones and rows says', async () => {
    const before = rowsOf(IIKO_ROWS.map((row) => scheduleRow(row)));
    const expected = new Map<Change, number[]>(CHANGES.map((change) => [change, []]));
    const money = new Map<Change, number>(CHANGES.map((change) => [change, 0]));
    ORDERS.forEach((order, index) => {
      if (order.status === 'Cancelled') return;
      const change = order.at
        ? changeOf(outcome(PRESENT, before, order), outcome(DRAFT, rowsOf(SAVED.rows), order))
        : 'unplaced';
      expected.get(change)!.push(index + 1);
      money.set(change, money.get(change)! + Math.round(order.sum * 100));
    });
    const [section] = rehearsal.sections;
    for (const change of CHANGES) {
      const numbers = expected.get(change)!;
      const sum = { orders: numbers.length, sumMinor: money.get(change)! };
      expect({ change, ...section!.changes[change] }).toEqual({ change, ...sum });
      const { orders } = await behind([change]);
      const ids = orders.map(({ number }) => Number(number));
      expect(ids).toHaveLength(Math.min(200, numbers.length));
      expect(ids.filter((id) => !numbers.includes(id))).toEqual([]);
    }
    // The draft does something of every kind, or the test proves nothing.
    expect(CHANGES.filter((change) => expected.get(change)!.length === 0)).toEqual([]);
    expect(rehearsal.cancelled).toBe(ORDERS.filter(({ status }) => status === 'Cancelled').length);
  });

  it('loses nothing between zones and terminals', () => {
    const [{ zones, terminals, changes }] = rehearsal.sections as [Rehearsal['sections'][number]];
    for (const { flow } of [...zones, ...terminals]) {
      for (const part of ['orders', 'sumMinor'] as const) {
        const came = flow.gained[part] + flow.movedIn[part] - flow.lost[part] - flow.movedOut[part];
        expect(flow.after[part]).toBe(flow.before[part] + came);
      }
    }
    const total = (list: readonly { flow: { gained: { sumMinor: number } } }[]): number =>
      list.reduce((sum, { flow }) => sum + flow.gained.sumMinor, 0);
    expect([total(zones), total(terminals)]).toEqual([
      changes.gained.sumMinor,
      changes.gained.sumMinor,
    ]);
  });

  it('opens the orders of a zone, a terminal and an hour, page by page', async () => {
    const [{ zones, hours }] = rehearsal.sections as [Rehearsal['sections'][number]];
    const star = zones.find(({ name }) => name === 'Звезда')!;
    const first = await behind(['gained'], { zoneAfter: 'звезда', count: 3 });
    const rest = await behind(['gained'], { zoneAfter: 'Звезда', skip: first.next });
    const ids = [...first.orders, ...rest.orders].map(({ id }) => id);
    expect(ids).toHaveLength(star.flow.gained.orders);
    const moments = [...first.orders, ...rest.orders].map(({ at }) => at!);
    expect(moments).toEqual(moments.toSorted((one, other) => other - one));
    const hour = hours.findIndex(({ lost }) => lost.orders > 0);
    const lost = await behind(['lost'], { hour });
    expect(lost.orders).toHaveLength(hours[hour]!.lost.orders);
    expect(
      new Set(
        lost.orders.map(({ at }) => Math.floor(((at! + offsetAt(at!, ZONE)) / 3_600_000) % 24)),
      ),
    ).toEqual(new Set([hour]));
  });

  it('opens the orders of a reason, of longer ways, and of a terminal’s busiest hour', async () => {
    const [{ unservedAfter, trips, terminals }] = rehearsal.sections as [
      Rehearsal['sections'][number],
    ];
    for (const reason of REASONS) {
      const { orders } = await behind(['unserved', 'lost'], { reason });
      expect({ reason, orders: orders.length }).toEqual({
        reason,
        orders: Math.min(200, unservedAfter[reason].orders),
      });
    }
    const served: Change[] = ['gained', 'moved', 'rezoned', 'kept'];
    const longer = await behind(served, { longer: true });
    expect(trips.longer.orders).toBeGreaterThan(0);
    expect(longer.orders).toHaveLength(Math.min(200, trips.longer.orders));
    const { venueId, hoursAfter } = terminals.find(({ flow }) => flow.after.orders > 0)!;
    const most = Math.max(...hoursAfter);
    const busiest = { terminalAfter: venueId, hour: hoursAfter.indexOf(most) };
    expect((await behind(served, busiest)).orders).toHaveLength(most);
  });

  it('ends when it is cancelled or another begins, and says so', async () => {
    const cancelled = { code: 'zone-coverage.cancelled' };
    const first = call('rehearse', { ...question, run: 'two' });
    const second = call('rehearse', { ...question, run: 'three' });
    const [outcome] = await Promise.allSettled([first, second]);
    // Six hundred orders are one slice: a run this small may end before anybody cancels it.
    if (outcome!.status === 'rejected') expect(outcome).toMatchObject({ reason: cancelled });
    expect(await call('progress', { run: 'two' })).toBe(null);
  });

  it('forgets a run when three newer ones were made', async () => {
    await expect(behind(['kept'], { run: 'never' })).rejects.toMatchObject({
      code: 'zone-coverage.run-gone',
    });
  });
});

describe('one place', () => {
  const test = (more: object = {}) =>
    call<PlaceAnswer>('testPlace', {
      at: [60.6, 56.82],
      minute: 720,
      sumMinor: null,
      map: { type: 'iiko' },
      schedule: 'iiko',
      ...more,
    });

  it('is told with zone, terminal, terms and what decided them', async () => {
    expect(await test()).toMatchObject({
      zones: ['Центр'],
      terminal: 'Центральная',
      currency: 'RUB',
      coverage: {
        type: 'served',
        row: {
          minSumMinor: { value: 60_000, by: 'row' },
          hours: { value: { from: 600, to: 1320 } },
        },
      },
    });
    expect(await test({ sumMinor: 59_999 })).toMatchObject({ coverage: { type: 'below-minimum' } });
    expect(await test({ at: [61, 57] })).toMatchObject({
      zones: [],
      coverage: { type: 'outside' },
    });
  });

  it('goes by the wall clock of the place where no time is told', async () => {
    // Sunday 2026-11-22, 09:00 UTC is 14:00 in Yekaterinburg.
    expect(await test({ minute: null })).toMatchObject({ minute: 6 * 1440 + 14 * 60 });
  });
});

describe('terminals and hours', () => {
  const open = () => call<CoverageState>('open', { map: { type: 'iiko' } });

  it('show what is wrong and what is to be entered in iiko, ticked by the API', async () => {
    const state = await open();
    expect(state.findings.map(({ kind }) => kind)).toEqual([
      'zone-without-terminal',
      'unknown-zone',
    ]);
    const [organization] = state.organizations;
    expect(organization!.iiko!.schedule.rows).toHaveLength(2);
    expect(organization!.checklist.length).toBeGreaterThan(3);
    expect(organization!.checklist.every(({ done }) => !done)).toBe(true);
  });

  it('refuse a version that is not the newest', async () => {
    const saving = call('save', { organizationId: 1, version: null, schedule: SAVED });
    await expect(saving).rejects.toMatchObject({ code: 'zone-coverage.changed-meanwhile' });
  });
});

it('lists orders whose own zone is not the one of the map', async () => {
  type Answer = {
    orders: { number: string; zone: string; mapZone: string | null }[];
    looked: number;
  };
  const expected = ORDERS.flatMap((order, index) => {
    if (order.status === 'Cancelled' || !order.at || !order.zone) return [];
    const mapZone = zoneAt(PRESENT, order.at);
    return mapZone === order.zone ? [] : [{ number: String(index + 1), zone: order.zone, mapZone }];
  });
  const found = await call<Answer>('disagreements', {
    period: OCTOBER,
    map: { type: 'iiko' },
    before: null,
    count: 200,
  });
  const shown = found.orders.map(({ number, zone, mapZone }) => ({ number, zone, mapZone }));
  expect(shown).toEqual(expected.toReversed().slice(0, 200));
});

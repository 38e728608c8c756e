import { beforeAll, describe, expect, it } from 'vitest';
import type { PlacedPage, Rehearsal } from '../../../main/contract/zone-coverage.ts';
import { offsetAt } from '../../../main/domain/local-time.ts';
import { effectiveRows } from '../../../main/domain/zone-coverage/effective-row.ts';
import {
  CHANGES,
  REASONS,
  type Change,
} from '../../../main/domain/zone-coverage/rehearsal/rehearsal.ts';
import { resolveCoverage } from '../../../main/domain/zone-coverage/resolve-coverage.ts';
import { minuteOfWeek } from '../../../main/domain/zone-coverage/week.ts';
import type { DeliveryZone } from '../../../main/domain/zones/delivery-zone.ts';
import type { PlacedFixture } from '../../support/coverage-store.ts';
import { scheduleRow, scheduleWith } from '../../support/coverage-world.ts';
import {
  coveredCityOfFile,
  DRAFT,
  IIKO_ROWS,
  OCTOBER,
  ORDERS,
  plainZoneAt,
  PRESENT,
  SAVED,
} from '../../support/covered-city.ts';
import { ZONE } from '../../support/store-with-orders.ts';

const call = coveredCityOfFile();

const wallMinute = (promised: string): number =>
  Date.parse(`${promised.replace(' ', 'T')}Z`) / 60_000;

type Outcome = Readonly<{ zone: string | null; venueId: number | null }>;

function outcome(
  zones: readonly DeliveryZone[],
  rows: ReturnType<typeof effectiveRows>,
  order: PlacedFixture,
): Outcome {
  const zone = plainZoneAt(zones, order.at!);
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

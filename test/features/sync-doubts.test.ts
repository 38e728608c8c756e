import { describe, expect, it } from 'vitest';
import { Failure } from '../../main/domain/failure.ts';
import { readAll, sql } from '../../main/store/sql.ts';
import {
  DAY,
  HOUR,
  MINUTE,
  NEXT,
  begin,
  live,
  proven,
  put,
  stateOf,
  type Small,
} from '../support/small-sync.ts';
import { OTHER_VENUE, VENUE } from '../support/small-source.ts';

const logged = ({ world }: Small, code: string): number =>
  readAll(world.db, sql`SELECT 1 FROM sync_log WHERE code = ${code}`).length;

/** How many windows were asked in the runs of an hour, one a minute. */
async function windowsOfAnHour({ clock, source, world }: Small): Promise<number> {
  source.asked.windows.length = 0;
  for (let minute = 0; minute < 60; minute += 1) {
    clock.now += MINUTE;
    expect((await world.run()).failure).toBeNull();
  }
  return source.asked.windows.length;
}

describe('a login without the right to changes', () => {
  const refused = (): Promise<never> =>
    Promise.reject(new Failure('refused', 'source.no-revisions', { right: 'by_revision' }));

  it('goes on by windows, today often and the rest hourly, and proves nothing', async () => {
    const small = begin();
    const { fetchOrdersChanged } = small.source;
    small.source.fetchOrdersChanged = refused;
    await small.world.run();
    put(small, 3, '2026-11-10');
    // Nineteen or twenty times today, and once everything.
    expect(await windowsOfAnHour(small)).toBeLessThan(20 + 10);
    expect(stateOf(small.world, '2026-11-10')).toBe('unproven changes-refused 1');
    expect(logged(small, 'chain-broken-refused')).toBe(2);
    small.source.fetchOrdersChanged = fetchOrdersChanged;
    await proven(small);
    expect(stateOf(small.world, DAY)).toBe('complete 1');
  });
});

describe('a vendor that never tells its clock', () => {
  it('is read by windows at the same pace, says why, and proves nothing', async () => {
    const small = begin();
    small.source.serverNow = () => null;
    await small.world.run();
    expect(await windowsOfAnHour(small)).toBeLessThan(20 + 10);
    expect(logged(small, 'chain-broken-no-clock')).toBe(2);
    expect(stateOf(small.world, '2026-11-10')).toBe('unproven changes-no-clock 0');
  });

  it('gets no statements for the years that this PC’s clock jumps over', async () => {
    const small = begin();
    small.source.serverNow = () => null;
    await small.world.run();
    const { length } = small.world.statements();
    small.clock.now += 10 * 365 * 24 * HOUR;
    await small.world.run();
    expect(small.world.statements()).toHaveLength(length);
  });
});

describe('a till that does not answer', () => {
  const alive = ({ source }: Small, ...venues: string[]): void => {
    source.fetchAliveVenues = () => Promise.resolve(new Set(venues));
  };

  it('withholds the proof of the days since, until it is heard again', async () => {
    const small = begin();
    await small.world.run();
    await live(small, Date.UTC(2026, 10, 11, 20));
    alive(small, VENUE);
    await live(small, Date.UTC(2026, 10, 13, 2));
    expect(stateOf(small.world, DAY)).toBe('complete 0');
    expect(stateOf(small.world, DAY, 'Вторая')).toBe('unproven till-silent 0');
    alive(small, VENUE, OTHER_VENUE);
    await live(small, small.clock.now + HOUR);
    expect(stateOf(small.world, DAY, 'Вторая')).toBe('complete 0');
  });

  it('withholds nothing where nobody may ask', async () => {
    const small = begin();
    small.source.fetchAliveVenues = () =>
      Promise.reject(new Failure('refused', 'iiko-cloud.right-missing', { right: 'is_alive' }));
    await proven(small);
    expect(stateOf(small.world, DAY)).toBe('complete 1');
  });
});

describe('an order that names no day', () => {
  it('withholds the proof of the day on which it was taken, and no longer once it is promised', async () => {
    const small = begin();
    await proven(small);
    expect(stateOf(small.world, DAY)).toBe('complete 1');
    put(small, 2, null);
    await live(small, Date.UTC(2026, 10, 15, 2));
    expect(stateOf(small.world, '2026-11-13')).toBe('unproven undated 0');
    expect(stateOf(small.world, NEXT)).toBe('complete 0');
    put(small, 2, '2026-11-14');
    await live(small, Date.UTC(2026, 10, 16, 4));
    expect(stateOf(small.world, '2026-11-13')).toBe('complete 0');
    expect(stateOf(small.world, '2026-11-14')).toBe('complete 1');
  });
});

import { Failure } from '../../main/domain/failure.ts';
import { createSmallSource, SMALL_LIMITS, type SmallSource } from './small-source.ts';
import { createSyncWorld, type SyncWorld, type WorldOptions } from './sync-world.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const START = Date.UTC(2026, 10, 10, 8);
export const FIRST = '2026-11-10';
export const DAY = '2026-11-11';
export const NEXT = '2026-11-12';

/** A vendor of a few orders, a clock moved by hand and a sync that follows it. */
export type Small = { clock: { now: number }; source: SmallSource; world: SyncWorld };

/** Nothing has been asked yet. */
export function begin(more: Partial<WorldOptions> = {}): Small {
  const clock = { now: START };
  const source = createSmallSource(() => clock.now);
  const world = createSyncWorld({
    now: () => clock.now,
    open: () => ({ source, limits: SMALL_LIMITS }),
    ...more,
  });
  return { clock, source, world };
}

/** Puts an order a moment after whatever was asked last. */
export function put(
  { clock, source }: Small,
  id: number,
  day: string | null,
  venue?: string,
): void {
  clock.now += 1;
  source.put(id, day, venue);
}

/** Lives on until the moment, with a run every two hours. */
export async function live({ clock, world }: Small, until: number): Promise<void> {
  while (clock.now < until) {
    clock.now = Math.min(until, clock.now + 2 * HOUR);
    const { failure } = await world.run();
    if (failure) throw Failure.fromData(failure);
  }
}

/** What is said of a day at a venue: state, reason, orders. */
export const stateOf = (world: SyncWorld, day: string, venue = 'Первая'): string => {
  const found = world.statements(day, day).find((one) => one.venue === venue);
  return found
    ? [found.state, found.reason, found.orders].filter((part) => part !== '').join(' ')
    : '';
};

/** The first run, an order on the day after, and everything until it is proven. */
export async function proven(small: Small): Promise<void> {
  await small.world.run();
  await live(small, START + 20 * HOUR);
  put(small, 1, DAY);
  await live(small, Date.UTC(2026, 10, 13, 2));
}

import { afterAll, beforeAll } from 'vitest';
import type { DeliveryZone } from '../../main/domain/zones/delivery-zone.ts';
import { ask, applicationWith, type FilledApplication } from './application-with-orders.ts';
import { placedOrder, placedOrders, showRestrictions } from './coverage-store.ts';
import { boxZone, scheduleRow, scheduleWith, starZone } from './coverage-world.ts';
import { chanceOf } from './chance.ts';
import { save } from './store-with-orders.ts';

/** The night before the first still belongs to September (`architecture.md` 5). */
export const OCTOBER = { from: '2026-09-30', to: '2026-10-31' };
/** Zones that iiko Cloud shows. */
export const PRESENT = [
  boxZone('Центр', [60.55, 56.8, 60.65, 56.88]),
  boxZone('Север', [60.55, 56.88, 60.65, 56.93]),
];
/** What its delivery restrictions say of them. */
export const IIKO_ROWS = [
  { zone: 'Центр', venueId: 1, minSumMinor: 60_000 },
  { zone: 'Север', venueId: 2, from: 660, to: 120 },
];
/** The schedule that was saved here. */
export const SAVED = scheduleWith([
  scheduleRow({ zone: 'Центр', venueId: 1, priority: -1, weekdays: 0b0001111 }),
  scheduleRow({ zone: 'Центр', venueId: 2, from: 540, to: 60 }),
  scheduleRow({ zone: 'Звезда', venueId: 1, minSumMinor: 100_000 }),
  scheduleRow({ zone: 'Звезда', venueId: 2, priority: 1, weekdays: 0b1100000 }),
]);
const chance = chanceOf(5);
/** Zones that are being drawn. */
export const DRAFT: readonly DeliveryZone[] = [
  starZone(chance, 'Звезда', [60.62, 56.86], 0.09, 40),
  boxZone('Центр', [60.55, 56.8, 60.7, 56.86]),
];
/** Orders of October, the first has number 1. */
export const ORDERS = placedOrders(chance, 600);

/** Asks about coverage: topic without its first word, input. */
export type AskCoverage = <T>(topic: string, input: unknown) => Promise<T>;

/** One program with the city for the tests of the file that calls this. */
export function coveredCityOfFile(): AskCoverage {
  let filled: FilledApplication;
  const call: AskCoverage = (topic, input) =>
    ask(filled.application, `zoneCoverage.${topic}`, input);
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
  return call;
}

/** Ray by ray, zone after zone: slow and plain. */
export function plainZoneAt(
  zones: readonly DeliveryZone[],
  [x, y]: readonly [number, number],
): string | null {
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

import type { ScheduleRow } from '../../main/domain/zone-coverage/coverage-schedule.ts';
import type { DeliveryZone } from '../../main/domain/zones/delivery-zone.ts';
import type { WireOrderInfo } from '../../main/sources/iiko-cloud/wire.ts';
import { saveDictionary } from '../../main/store/dictionaries.ts';
import type { WritableDb } from '../../main/store/database.ts';
import { run, sql } from '../../main/store/sql.ts';
import { toVendorKey } from '../../main/store/vendor-key.ts';
import { dish, orderBody, orderInfo, VENUE_ID } from '../fixtures/iiko-cloud-order.ts';
import { OTHER_VENUE_ID } from './random-orders.ts';
import { pick } from './chance.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** Where and when a test's order went; the rest is hand-made once. */
export type PlacedFixture = Readonly<{
  at: readonly [longitude: number, latitude: number] | null;
  promised: string;
  sum: number;
  zone?: string;
  street?: string;
  house?: string;
  status?: string;
}>;

/** An order to a place. */
export function placedOrder(number: number, fixture: PlacedFixture, version = 0): WireOrderInfo {
  const { deliveryPoint } = orderBody();
  const { address } = deliveryPoint!;
  const body = {
    number,
    sum: fixture.sum,
    status: fixture.status ?? 'Closed',
    completeBefore: fixture.promised,
    whenCreated: fixture.promised,
    deliveryZone: fixture.zone ?? '',
    movedFromDeliveryId: null,
    items: [dish({ resultSum: fixture.sum, price: fixture.sum, modifiers: [] })],
    deliveryPoint: {
      ...deliveryPoint,
      coordinates: fixture.at && { longitude: fixture.at[0], latitude: fixture.at[1] },
      address: {
        ...address,
        building: null,
        house: fixture.house ?? '51',
        street: { ...address!.street, name: fixture.street ?? 'ул. Малышева' },
      },
    },
  };
  return orderInfo(number, body as Parameters<typeof orderInfo>[1], {
    timestamp: 1_795_000_000_000 + version * 100_000 + number,
  });
}

/** Orders of October 2026 around Yekaterinburg, one in twenty without coordinates, one in ten cancelled. */
export const placedOrders = (chance: () => number, count: number): PlacedFixture[] =>
  Array.from({ length: count }, () => ({
    at: chance() < 0.05 ? null : ([60.5 + chance() * 0.3, 56.75 + chance() * 0.2] as const),
    promised: `2026-10-${two(1 + Math.floor(chance() * 30))} ${two(Math.floor(chance() * 24))}:${two(Math.floor(chance() * 60))}:00.000`,
    sum: Math.floor(chance() * 500_000) / 100,
    zone: pick(chance, ['Центр', 'Север', '']),
    status: chance() < 0.1 ? 'Cancelled' : 'Closed',
  }));

/** A second terminal, and the zones and rows that iiko Cloud shows. */
export function showRestrictions(
  db: WritableDb,
  zones: readonly DeliveryZone[],
  rows: readonly Partial<ScheduleRow>[],
  readAt = 1_794_000_000_000,
): void {
  run(
    db,
    sql`
INSERT OR IGNORE INTO venue (id, organization_id, vendor_id, name, name_order)
VALUES (2, 1, ${toVendorKey(OTHER_VENUE_ID)}, 'Северная', 'северная')`,
  );
  const rules = rows.map((row) => ({
    terminalGroupId: row.venueId === 2 ? OTHER_VENUE_ID : VENUE_ID,
    zone: row.zone ?? 'Центр',
    weekMap: row.weekdays ?? 127,
    from: row.from ?? 600,
    to: row.to ?? 1320,
    priority: row.priority ?? 0,
    minSum: (row.minSumMinor ?? 0) / 100,
    deliveryDurationInMinutes: row.durationMinutes ?? 60,
  }));
  const entries = zones.map(({ name, parts }) => ({
    id: name,
    name,
    deleted: false,
    detail: {
      zone: {
        name,
        coordinates: parts[0]!.outline.map(([longitude, latitude]) => ({ longitude, latitude })),
      },
      rules: rules.filter((rule) => rule.zone === name),
      settings: {},
    },
  }));
  saveDictionary(db, 1, 'delivery-zone', entries, readAt);
}

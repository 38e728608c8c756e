import type { Handlers } from '../../contract/define.ts';
import type { ZoneDisagreement, zoneCoverage } from '../../contract/zone-coverage.ts';
import { toEpochDay } from '../../domain/epoch-day.ts';
import { zoneKey } from '../../domain/zone-coverage/coverage-schedule.ts';
import { createZoneIndex } from '../../domain/zones/zone-index.ts';
import type { Position } from '../../domain/zones/delivery-zone.ts';
import type { ReadableDb } from '../../store/database.ts';
import { hasRight } from '../../store/require-right.ts';
import { readPlacesDown, readPlaceLabels } from '../../store/zone-coverage/place-scan.ts';
import { readPlacedOrders } from '../../store/zone-coverage/placed-orders.ts';
import { readZones } from './known-coverage.ts';

type ReportHandlers = Handlers<typeof zoneCoverage, 'report'>;
type Question = Parameters<ReportHandlers['disagreements']>[0];

const SLICE = 20_000;

type Found = Readonly<{ id: number; mapZone: string | null; position: Position }>;

/** Orders whose own zone is not the one the map gives; orders that name none are no disagreement. */
export async function findDisagreements(
  db: ReadableDb,
  { period, map, before, count }: Question,
): Promise<Awaited<ReturnType<ReportHandlers['disagreements']>>> {
  const days = { from: toEpochDay(period.from), to: toEpochDay(period.to) };
  const zones = await readZones(db, map);
  const index = createZoneIndex(zones);
  const labels = new Map(readPlaceLabels(db).map(({ id, zone }) => [id, zoneKey(zone)]));
  const found: Found[] = [];
  let looked = 0;
  let next: number | null = before ?? Number.MAX_SAFE_INTEGER;
  while (next !== null && found.length < count) {
    const rows = readPlacesDown(db, days, next, SLICE);
    next = rows.length < SLICE ? null : rows.at(-1)![0];
    for (const [id, , longitude, latitude, , labelId] of rows) {
      looked += 1;
      const told = labels.get(labelId);
      if (longitude === null || latitude === null || !told) continue;
      const zone = zones[index.firstAt(longitude, latitude)] ?? null;
      if ((zone ? zoneKey(zone.name) : null) === told) continue;
      found.push({ id, mapZone: zone?.name ?? null, position: [longitude, latitude] });
      if (found.length < count) continue;
      next = id;
      break;
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { orders: withOrders(db, found), next, looked };
}

function withOrders(db: ReadableDb, found: readonly Found[]): readonly ZoneDisagreement[] {
  const money = hasRight(db, 'see-revenue');
  const orders = new Map(
    readPlacedOrders(
      db,
      found.map(({ id }) => id),
    ).map((order) => [order.id, order]),
  );
  return found.flatMap(({ id, mapZone, position }) => {
    const order = orders.get(id);
    if (!order) return [];
    return [{ ...order, sumMinor: money ? order.sumMinor : 0, mapZone, position }];
  });
}

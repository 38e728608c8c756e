import type { ChainTruth } from '../../main/demo/chain-truth.ts';
import { fromEpochDay } from '../../main/domain/epoch-day.ts';
import { dayOf } from '../../main/domain/local-time.ts';
import type { WritableDb } from '../../main/store/database.ts';
import { hashOrders } from '../../main/store/sync/day-facts.ts';
import { readAll, sql } from '../../main/store/sql.ts';
import { fromVendorKey } from '../../main/store/vendor-key.ts';
import { storedDeliveries, type SyncWorld } from '../support/sync-world.ts';

const DAY = 86_400_000;

function venueIds(db: WritableDb): ReadonlyMap<number, string> {
  const rows = readAll<{ id: number; vendor_id: Uint8Array }>(
    db,
    sql`SELECT id, vendor_id FROM venue`,
  );
  return new Map(rows.map(({ id, vendor_id }) => [id, fromVendorKey(vendor_id)]));
}

/** Days that are called complete and are not, compared with the chain as it is now. */
export function falseStatements(world: SyncWorld, truth: ChainTruth): readonly string[] {
  const venues = venueIds(world.db);
  return world
    .statements()
    .filter(({ state }) => state === 'complete')
    .flatMap((statement) => {
      const orders = truth
        .ordersPromised(venues.get(statement.venueId) ?? '', statement.day)
        .map(({ id, timestamp }) => ({ vendorId: id, version: timestamp }))
        .toSorted((a, b) => (a.vendorId < b.vendorId ? -1 : 1));
      if (orders.length === statement.orders && hashOrders(orders) === statement.hash) return [];
      return [`${statement.day} ${statement.venue}: ${statement.orders} of ${orders.length}`];
    });
}

type Line = Readonly<{ id: string; version: number; sum: number }>;
const write = ({ id, version, sum }: Line, sums: boolean): string =>
  `${id}:${version}${sums ? `:${sum}` : ''}`;

/** How the stored orders differ from the truth, over the whole days that can still be read. */
export function wrongOrders(
  db: WritableDb,
  truth: ChainTruth,
  now: number,
  sums: boolean,
): readonly string[] {
  const stored = storedDeliveries(db);
  return truth.venues.flatMap(({ id, zone }) =>
    Array.from({ length: 6 }, (_, back) => dayOf(now - back * DAY, zone)).flatMap((day) => {
      const key = id.replaceAll('-', '');
      const ours = stored
        .filter((row) => row.venue === key && fromEpochDay(row.day) === day)
        .map((row) => write(row, sums))
        .toSorted();
      const theirs = truth
        .ordersPromised(id, day)
        .map(({ id: order, timestamp, sumMinor }) =>
          write({ id: order.replaceAll('-', ''), version: timestamp, sum: sumMinor }, sums),
        )
        .toSorted();
      return differing(ours, theirs).map((text) => `${day} ${text}`);
    }),
  );
}

function differing(ours: readonly string[], theirs: readonly string[]): string[] {
  const [mine, real] = [new Set(ours), new Set(theirs)];
  return [
    ...theirs.filter((text) => !mine.has(text)).map((text) => `lost ${text}`),
    ...ours.filter((text) => !real.has(text)).map((text) => `wrong ${text}`),
    ...(mine.size === ours.length ? [] : ['doubled']),
  ];
}

import { describe, expect, it } from 'vitest';
import { Dice } from '../../main/demo/seeded.ts';
import type { Order } from '../../main/domain/orders/order.ts';
import { closeDb, type WritableDb } from '../../main/store/database.ts';
import { readRollupDifferences } from '../../main/store/orders/rollups.ts';
import { readAll, readFirst, sql } from '../../main/store/sql.ts';
import { uuidFor } from '../fixtures/iiko-cloud-order.ts';
import {
  cloudView,
  otherView,
  tell,
  threeVendorStore,
  type Vendor,
} from '../support/joined-views.ts';
import { testCount } from '../support/test-count.ts';

type Telling = Readonly<{ vendor: Vendor; order: Order }>;

const chances = (seed: number) => {
  const dice = new Dice(seed);
  return {
    is: (share: number): boolean => dice.next() < share,
    below: (most: number): number => Math.floor(dice.next() * most),
  };
};
type Chances = ReturnType<typeof chances>;

/** One order of the truth as each system tells it at last, with older tellings before. */
function tellingsOf(seed: number, number: number, { is, below }: Chances): Telling[] {
  const posId = uuidFor(number, 'e');
  const promised = cloudView(seed, null).times;
  const said = { number: String(1 + below(6)), times: promised };
  const cloud = cloudView(seed * 100 + number, is(0.6) ? posId : null, said);
  const before = {
    version: cloud.version - 5,
    number: is(0.5) ? String(1 + below(6)) : said.number,
  };
  const older = { ...cloud, ...before, sumMinor: cloud.sumMinor + (is(0.5) ? 1 : 0) };
  const lasting: Telling[] = is(0.85) ? [{ vendor: 'iiko-cloud', order: cloud }] : [];
  for (const vendor of ['iiko-biz', 'iiko-server'] as const) {
    if (is(0.25)) continue;
    const change = is(0.15) ? { sumMinor: cloud.sumMinor + 100 } : {};
    lasting.push({ vendor, order: otherView(cloud, vendor, posId, change) });
    if (is(0.3)) lasting.push({ vendor, order: otherView(older, vendor, posId) });
  }
  if (is(0.4)) lasting.push({ vendor: 'iiko-cloud', order: older });
  return lasting;
}

function shuffled<T>(all: readonly T[], { below }: Chances): T[] {
  const left = [...all];
  return all.map(() => left.splice(below(left.length), 1)[0]!);
}

/** Every telling at least once, in any order, some again, in pages of any size. */
function storeOf(tellings: readonly Telling[], luck: Chances): WritableDb {
  const db = threeVendorStore();
  const again = tellings.filter(() => luck.is(0.3));
  const arrival = shuffled([...tellings, ...again], luck);
  while (arrival.length > 0) {
    const { vendor } = arrival[0]!;
    const most = 1 + luck.below(4);
    const other = arrival.findIndex((telling) => telling.vendor !== vendor);
    const page = arrival.splice(0, Math.min(most, other < 0 ? most : other));
    tell(
      db,
      vendor,
      page.map(({ order }) => order),
    );
  }
  return db;
}

/** Everything that a reader sees, by the orders' own names: not by the ids of this store. */
const fingerprint = (db: WritableDb): string =>
  JSON.stringify(
    readAll(
      db,
      sql`
SELECT (SELECT group_concat(vendor || lower(hex(vendor_id)), ' ')
          FROM (SELECT vendor, vendor_id
                  FROM delivery_identity
                 WHERE delivery_id = delivery.id
                   AND vendor <> 'iiko-pos'
                 ORDER BY vendor, vendor_id)) AS names,
       system, version, number, sum_minor, source, delivery_zone, operator, phone, payload_hash,
       joined_order.supplied, joined_order.conflicts,
       (SELECT group_concat(sum_minor) FROM delivery_line WHERE delivery_id = delivery.id) AS lines,
       (SELECT group_concat(doubt) FROM delivery_identity JOIN order_view USING (vendor, vendor_id)
         WHERE delivery_id = delivery.id) AS doubts
  FROM delivery
  LEFT JOIN joined_order ON joined_order.delivery_id = delivery.id
 ORDER BY 1`,
    ),
    null,
    1,
  );

const factTotals = (db: WritableDb) =>
  readFirst(db, sql`SELECT count(*) AS orders, sum(sum_minor) AS sum FROM order_fact`);
const rowTotals = (db: WritableDb) =>
  readFirst(
    db,
    sql`
SELECT count(*) AS orders, sum(sum_minor) AS sum
  FROM delivery
 WHERE id IN (SELECT delivery_id FROM order_fact)`,
  );
const orphans = (db: WritableDb) =>
  readAll(
    db,
    sql`
SELECT 'identity' FROM delivery_identity
 WHERE delivery_id NOT IN (SELECT id FROM delivery)
 UNION ALL
SELECT 'fact' FROM order_fact WHERE delivery_id NOT IN (SELECT id FROM delivery)
 UNION ALL
SELECT 'journal' FROM delivery_version WHERE vendor LIKE 'view %'
 UNION ALL
SELECT 'words' FROM (SELECT count(*) AS words FROM delivery_search)
 WHERE words <> (SELECT count(*) FROM delivery)`,
  );

describe('orders of one truth told by three systems', () => {
  it('end the same whatever came first, how often and in which pages', { timeout: 1e9 }, () => {
    const count = testCount(8, 2_000);
    const only = process.env['SEED'];
    const seeds = only ? [Number(only)] : Array.from({ length: count }, (_, at) => at + 1);
    for (const seed of seeds) {
      const truth = chances(seed);
      const tellings = Array.from({ length: 6 }, (_, number) =>
        tellingsOf(seed, number + 1, truth),
      ).flat();
      const stores = [1, 2, 3].map((arrival) => storeOf(tellings, chances(seed * 1000 + arrival)));
      const [first, ...others] = stores.map(fingerprint);
      for (const other of others) expect(other, `replay with SEED=${seed}`).toBe(first);
      for (const db of stores) {
        expect(readRollupDifferences(db)).toEqual([]);
        expect(factTotals(db)).toEqual(rowTotals(db));
        expect(orphans(db)).toEqual([]);
        closeDb(db);
      }
    }
  });
});

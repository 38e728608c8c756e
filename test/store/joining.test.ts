import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeDb, type WritableDb } from '../../main/store/database.ts';
import { readPayload } from '../../main/store/orders/order-journal.ts';
import { readRollupDifferences } from '../../main/store/orders/rollups.ts';
import { finishPurge, purgeSlice } from '../../main/store/purge-connection.ts';
import { readAll, sql } from '../../main/store/sql.ts';
import { uuidFor } from '../fixtures/iiko-cloud-order.ts';
import { cloudView, otherView, tell, threeVendorStore } from '../support/joined-views.ts';

let db: WritableDb;
beforeEach(() => {
  db = threeVendorStore();
});
afterEach(() => closeDb(db));

const POS = uuidFor(1, 'e');

const deliveries = () =>
  readAll<{ id: number; system: string; sum: number; zone: string; venue: number }>(
    db,
    sql`
SELECT id, system, sum_minor AS sum, delivery_zone AS zone, venue_id AS venue
  FROM delivery
 ORDER BY id`,
  );
const identities = () =>
  readAll<{ vendor: string; id: number }>(
    db,
    sql`SELECT vendor, delivery_id AS id FROM delivery_identity ORDER BY vendor`,
  );
const provenance = () =>
  readAll<{ supplied: string; conflicts: string }>(
    db,
    sql`SELECT supplied, conflicts FROM joined_order`,
  ).map((row) => ({
    supplied: JSON.parse(row.supplied) as object,
    conflicts: JSON.parse(row.conflicts) as { field: string }[],
  }));

describe('one order told by several systems', () => {
  const cloud = cloudView(1, POS, { zone: '' });
  const server = otherView(cloud, 'iiko-server', POS, { zone: 'Центр' });

  it('is one order with all its names, filled field by field', () => {
    tell(db, 'iiko-cloud', [cloud]);
    tell(db, 'iiko-server', [server]);
    expect(deliveries()).toEqual([
      { id: 1, system: 'iiko-cloud', sum: cloud.sumMinor, zone: 'Центр', venue: 1 },
    ]);
    expect(identities().map(({ vendor }) => vendor)).toEqual([
      'iiko-cloud',
      'iiko-pos',
      'iiko-server',
    ]);
    expect(provenance()[0]?.supplied).toMatchObject({ zone: 'iiko-server' });
    expect(readPayload(db, 'iiko-cloud', 1, null)).toBe(JSON.stringify(cloud));
    expect(readPayload(db, 'iiko-server', 1, null)).toBe(JSON.stringify(server));
    expect(readRollupDifferences(db)).toEqual([]);
  });

  it('keeps its number in the list when a more believed system comes later', () => {
    tell(db, 'iiko-server', [server]);
    tell(db, 'iiko-cloud', [cloud]);
    tell(db, 'iiko-server', [server]);
    expect(deliveries()).toMatchObject([{ id: 1, system: 'iiko-cloud', zone: 'Центр' }]);
    expect(readRollupDifferences(db)).toEqual([]);
  });

  it('shows where systems differ and keeps what the live one says', () => {
    tell(db, 'iiko-cloud', [cloud]);
    tell(db, 'iiko-server', [{ ...server, sumMinor: cloud.sumMinor + 100 }]);
    expect(deliveries()).toMatchObject([{ sum: cloud.sumMinor }]);
    expect(provenance()[0]?.conflicts.map(({ field }) => field)).toContain('sum');
  });

  it('is found by number, day, venue and sum where no id is shared', () => {
    const old = cloudView(2, null);
    tell(db, 'iiko-cloud', [old]);
    tell(db, 'iiko-biz', [otherView(old, 'iiko-biz', uuidFor(2, 'e'))]);
    expect(deliveries()).toHaveLength(1);
  });

  it('stays apart from one with another sum, says so, and joins once the sum is right', () => {
    const old = cloudView(2, null);
    const biz = otherView(old, 'iiko-biz', uuidFor(2, 'e'));
    tell(db, 'iiko-cloud', [old]);
    tell(db, 'iiko-biz', [{ ...biz, sumMinor: old.sumMinor + 1 }]);
    expect(deliveries()).toHaveLength(2);
    const doubts = readAll(db, sql`SELECT doubt FROM order_view`);
    expect(doubts).toEqual([{ doubt: 'sum-differs' }, { doubt: 'sum-differs' }]);
    tell(db, 'iiko-biz', [{ ...biz, version: biz.version + 1 }]);
    expect(deliveries()).toHaveLength(1);
    expect(readAll(db, sql`SELECT doubt FROM order_view WHERE doubt IS NOT NULL`)).toEqual([]);
    expect(readRollupDifferences(db)).toEqual([]);
  });

  it('stays apart where two would fit', () => {
    const [one, two] = [cloudView(3, null), cloudView(3, null)];
    const twin = { ...two, identities: [{ vendor: 'iiko-cloud', id: uuidFor(99) }] as const };
    tell(db, 'iiko-cloud', [one, twin]);
    tell(db, 'iiko-biz', [otherView(one, 'iiko-biz', uuidFor(3, 'e'))]);
    expect(deliveries()).toHaveLength(3);
    expect(readAll(db, sql`SELECT DISTINCT doubt FROM order_view`)).toEqual([{ doubt: 'several' }]);
  });

  it('goes with the venue that it belongs to when its connection is deleted', () => {
    tell(db, 'iiko-cloud', [cloud]);
    tell(db, 'iiko-server', [server]);
    for (let after: number | null = 0; after !== null;) after = purgeSlice(db, 1, after);
    finishPurge(db, 1);
    expect(deliveries()).toEqual([]);
    expect(readAll(db, sql`SELECT id FROM order_view`)).toEqual([]);
    expect(readAll(db, sql`SELECT id FROM payload_block`)).toEqual([]);
    expect(readAll(db, sql`SELECT id FROM venue WHERE joined_to IS NOT NULL`)).toEqual([]);
  });

  it('leaves the orders of one system as they are', () => {
    closeDb(db);
    db = threeVendorStore(false);
    tell(db, 'iiko-cloud', [cloud]);
    tell(db, 'iiko-server', [server]);
    expect(deliveries()).toHaveLength(2);
    expect(readAll(db, sql`SELECT id FROM order_view`)).toEqual([]);
  });
});

import { tmpdir } from 'node:os';
import { afterEach, describe, expect, it } from 'vitest';
import { createJoining, readJoining } from '../../main/features/joining/index.ts';
import { regroupVenues } from '../../main/features/joining/regroup-venues.ts';
import type { JoinedVenue } from '../../main/contract/joining.ts';
import type { Order } from '../../main/domain/orders/order.ts';
import { closeDb, inTransaction, type WritableDb } from '../../main/store/database.ts';
import { joinKnownVenues } from '../../main/store/joining/venue-joins.ts';
import { readRollupDifferences } from '../../main/store/orders/rollups.ts';
import { ensureFirstProfile } from '../../main/features/profiles/index.ts';
import { readAll, run, sql } from '../../main/store/sql.ts';
import { uuidFor } from '../fixtures/iiko-cloud-order.ts';
import { cloudView, otherView, tell, threeVendorStore } from '../support/joined-views.ts';

let db: WritableDb;
afterEach(() => closeDb(db));

const POS = uuidFor(1, 'e');
const cloud = cloudView(1, POS);
const server = otherView(cloud, 'iiko-server', POS, { zone: 'Центр' });
const placed = () =>
  readAll<{ venue: number; organization: number; system: string }>(
    db,
    sql`SELECT venue_id AS venue, organization_id AS organization, system FROM delivery ORDER BY id`,
  );
const venues = () => readJoining(db).venues({}) as readonly JoinedVenue[];
const heard: string[] = [];
const announce = (topic: string): void => void heard.push(topic);

describe('venues of several systems', () => {
  it('are one by their id; orders stored before become one, and part again', async () => {
    db = threeVendorStore(false);
    ensureFirstProfile(db, 'test', 0);
    tell(db, 'iiko-cloud', [cloud]);
    tell(db, 'iiko-server', [
      server,
      { ...otherView(cloudView(7, null), 'iiko-server', uuidFor(7, 'e')) },
    ]);
    expect(placed()).toHaveLength(3);
    inTransaction(db, () => joinKnownVenues(db));
    expect(venues()).toMatchObject([
      { vendor: 'iiko-biz', joinedTo: 1, by: 'id', regrouping: true },
      { vendor: 'iiko-server', joinedTo: 1, by: 'id' },
      { vendor: 'iiko-cloud', joinedTo: null },
    ]);
    await regroupVenues(db, announce as never, (_vendor, payload) => JSON.parse(payload) as Order);
    const home = { venue: 1, organization: 1 };
    expect(placed()).toEqual([
      { ...home, system: 'iiko-cloud' },
      { ...home, system: 'iiko-server' },
    ]);
    expect(readRollupDifferences(db)).toEqual([]);
    const { join } = createJoining(
      db,
      { log: () => undefined, now: () => 0, dataFolder: tmpdir() },
      announce as never,
    ).handlers;
    expect(join({ venueId: 3, toId: null })).toEqual({ joinedTo: 1 });
    await regroupVenues(db, announce as never, (_vendor, payload) => JSON.parse(payload) as Order);
    expect(placed().map(({ venue }) => venue)).toEqual([1, 3]);
    expect(readRollupDifferences(db)).toEqual([]);
    // One id is one order wherever it is told; the venue that a person parted stays parted.
    inTransaction(db, () => joinKnownVenues(db));
    expect(venues().find(({ venueId }) => venueId === 3)?.joinedTo).toBeNull();
  });

  it('are one by a name that each system has once, never by one that it has twice', () => {
    db = threeVendorStore(false);
    run(db, sql`UPDATE venue SET vendor_id = ${Buffer.from(uuidFor(50))} WHERE id = 2`);
    run(
      db,
      sql`
INSERT INTO venue (id, organization_id, vendor_id, name, name_order)
VALUES (4, 3, ${Buffer.from(uuidFor(51))}, 'Северная', 'северная'),
       (5, 3, ${Buffer.from(uuidFor(52))}, 'Северная', 'северная'),
       (6, 1, ${Buffer.from(uuidFor(53))}, 'Северная', 'северная')`,
    );
    inTransaction(db, () => joinKnownVenues(db));
    const joined = venues();
    expect(joined.filter(({ by }) => by !== null)).toMatchObject([{ venueId: 3, by: 'id' }]);
  });
});

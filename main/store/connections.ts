import type { Instant } from '../domain/orders/order.ts';
import { inDurableTransaction, type ReadableDb, type WritableDb } from './database.ts';
import { readAll, readFirst, run, sql } from './sql.ts';

/** What a person set of a connection; its source knows the shape. */
export type ConnectionSettings = Readonly<Record<string, string | number | boolean>>;

/** A connection as it is stored, without its secret. */
export type StoredConnection = Readonly<{
  id: number;
  vendor: string;
  name: string;
  settings: ConnectionSettings;
  hasSecret: boolean;
  historyDays: number;
  pollSeconds: number;
  paused: boolean;
  demo: boolean;
  contactAt: Instant | null;
  removed: boolean;
}>;

/** What a connection is made of; `secret` is sealed bytes. */
export type ConnectionDraft = Readonly<{
  vendor: string;
  name: string;
  settings: ConnectionSettings;
  loginHash: Uint8Array;
  secret: Uint8Array;
  historyDays: number;
  pollSeconds: number;
  demo: boolean;
}>;

type Row = Readonly<{
  id: number;
  vendor: string;
  name: string;
  settings: string;
  has_secret: number;
  history_days: number;
  poll_seconds: number;
  paused: number;
  demo: number;
  contact_at: number | null;
  removed: number;
}>;

const COLUMNS = sql`
  id, vendor, name, settings, secret IS NOT NULL AS has_secret, history_days, poll_seconds,
  paused, demo, contact_at, removed_at IS NOT NULL AS removed`;

/** Connections that were not removed, in the order they were added. */
export function readConnections(db: ReadableDb): readonly StoredConnection[] {
  return readAll<Row>(
    db,
    sql`
SELECT ${COLUMNS}
  FROM connection
 WHERE removed_at IS NULL
 ORDER BY id`,
  ).map(toConnection);
}

/** One connection, removed or not; one whose data was deleted is gone. */
export function readConnection(db: ReadableDb, id: number): StoredConnection | undefined {
  const row = readFirst<Row>(
    db,
    sql`
SELECT ${COLUMNS}
  FROM connection
 WHERE id = ${id}
   AND purging = 0
   AND login_hash <> x''`,
  );
  return row && toConnection(row);
}

/** The connection with the same login, a living one before a removed one. */
export function findConnectionByLogin(
  db: ReadableDb,
  vendor: string,
  loginHash: Uint8Array,
): StoredConnection | undefined {
  const row = readFirst<Row>(
    db,
    sql`
SELECT ${COLUMNS}
  FROM connection
 WHERE vendor = ${vendor}
   AND login_hash = ${loginHash}
   AND purging = 0
 ORDER BY removed_at IS NOT NULL, id
 LIMIT 1`,
  );
  return row && toConnection(row);
}

function toConnection(row: Row): StoredConnection {
  return {
    id: row.id,
    vendor: row.vendor,
    name: row.name,
    settings: JSON.parse(row.settings) as ConnectionSettings,
    hasSecret: row.has_secret === 1,
    historyDays: row.history_days,
    pollSeconds: row.poll_seconds,
    paused: row.paused === 1,
    demo: row.demo === 1,
    contactAt: row.contact_at,
    removed: row.removed === 1,
  };
}

/** The sealed secret; null when none is kept. */
export function readSealedSecret(db: ReadableDb, id: number): Uint8Array | null {
  const row = readFirst<{ secret: Uint8Array | null }>(
    db,
    sql`SELECT secret FROM connection WHERE id = ${id}`,
  );
  return row?.secret ?? null;
}

/** Stores a new connection; answers its id. */
export function saveNewConnection(db: WritableDb, draft: ConnectionDraft, now: Instant): number {
  return inDurableTransaction(
    db,
    () =>
      run(
        db,
        sql`
INSERT INTO connection (vendor, name, settings, login_hash, secret, history_days, poll_seconds,
                        demo, created_at)
VALUES (${draft.vendor}, ${draft.name}, ${JSON.stringify(draft.settings)}, ${draft.loginHash},
        ${draft.secret}, ${draft.historyDays}, ${draft.pollSeconds}, ${draft.demo ? 1 : 0}, ${now})`,
      ).id,
  );
}

/** Changes everything a person may change; the vendor stays. */
export function saveConnection(
  db: WritableDb,
  id: number,
  draft: Pick<ConnectionDraft, 'name' | 'settings' | 'historyDays' | 'pollSeconds'>,
): void {
  inDurableTransaction(db, () =>
    run(
      db,
      sql`
UPDATE connection
   SET name = ${draft.name},
       settings = ${JSON.stringify(draft.settings)},
       history_days = ${draft.historyDays},
       poll_seconds = ${draft.pollSeconds}
 WHERE id = ${id}`,
    ),
  );
}

/** Replaces the sealed secret and the hash of its login; null forgets the secret. */
export function saveSealedSecret(
  db: WritableDb,
  id: number,
  secret: Uint8Array | null,
  loginHash?: Uint8Array,
): void {
  inDurableTransaction(db, () => {
    run(db, sql`UPDATE connection SET secret = ${secret} WHERE id = ${id}`);
    if (loginHash) run(db, sql`UPDATE connection SET login_hash = ${loginHash} WHERE id = ${id}`);
  });
}

/** Pauses or goes on. */
export function savePaused(db: WritableDb, id: number, paused: boolean): void {
  run(db, sql`UPDATE connection SET paused = ${paused ? 1 : 0} WHERE id = ${id}`);
}

/** Notes when the outside system last answered. */
export function saveContact(db: WritableDb, id: number, at: Instant): void {
  run(db, sql`UPDATE connection SET contact_at = ${at} WHERE id = ${id}`);
}

/** Hides a connection and forgets its secret; `purging` marks its data for deletion. */
export function saveRemoved(db: WritableDb, id: number, now: Instant, purging: boolean): void {
  inDurableTransaction(db, () =>
    run(
      db,
      sql`
UPDATE connection
   SET removed_at = ${now}, secret = NULL, purging = ${purging ? 1 : 0}
 WHERE id = ${id}`,
    ),
  );
}

/** Takes a removed connection back, with its secret where it is still known. */
export function saveRestored(db: WritableDb, id: number, secret: Uint8Array | null): void {
  inDurableTransaction(db, () =>
    run(
      db,
      sql`
UPDATE connection
   SET removed_at = NULL, secret = ${secret}
 WHERE id = ${id}
   AND purging = 0`,
    ),
  );
}

/** Orders of every connection: those of its organizations' venues, counted in an index, and those without one. */
export function countOrders(db: ReadableDb): ReadonlyMap<number, number> {
  const rows = readAll<{ connection_id: number; orders: number }>(
    db,
    sql`
SELECT connection_id,
       sum(orders) AS orders
  FROM (SELECT organization.connection_id,
               (SELECT count(*) FROM delivery WHERE delivery.venue_id = venue.id) AS orders
          FROM organization
          JOIN venue ON venue.organization_id = organization.id
         UNION ALL
        SELECT connection_id, 1 FROM delivery WHERE venue_id IS NULL)
 GROUP BY connection_id`,
  );
  return new Map(rows.map((row) => [row.connection_id, row.orders]));
}

/** How many orders a system has told of, wherever they are counted now. */
export const countIdentities = (db: ReadableDb, vendor: string): number =>
  readFirst<{ orders: number }>(
    db,
    sql`SELECT count(*) AS orders FROM delivery_identity WHERE vendor = ${vendor}`,
  )?.orders ?? 0;

import type { WritableDb } from './database.ts';
import type { DeliveryChange } from './delivery-changes.ts';
import { packDelta, packWhole, readDictionary, readPayload } from './payload-packing.ts';
import { readFirst, run, sql } from './sql.ts';

/** The way an order was seen: changes since a revision, a window of dates, or asked by its id. */
export type ObservationPath = 'revision' | 'window' | 'id';

export type Version = Readonly<{
  /** The delivery's id in the store. */
  id: number;
  vendor: string;
  version: number;
  payload: string;
  path: ObservationPath;
  observedAt: number;
  changes: readonly DeliveryChange[];
}>;

/** Appends a version to an order's journal; the one before is packed against it. */
export function appendVersion(db: WritableDb, version: Version): void {
  packPrevious(db, version);
  addFirstVersion(db, version);
}

/** Starts the journal of an order that was never seen before. */
export function addFirstVersion(db: WritableDb, version: Version): void {
  const dictionary = readDictionary(db, version.vendor);
  const { packing, bytes } = packWhole(version.payload, dictionary);
  run(
    db,
    sql`
INSERT INTO delivery_version (delivery_id, version, observed_at, path, changes, packing, payload)
VALUES (${version.id}, ${version.version}, ${version.observedAt}, ${version.path},
        ${JSON.stringify(version.changes)}, ${packing}, ${bytes})`,
  );
}

function packPrevious(db: WritableDb, { id, vendor, payload }: Version): void {
  const newest = readFirst<{ id: number | null }>(
    db,
    sql`SELECT max(id) AS id FROM delivery_version WHERE delivery_id = ${id}`,
  );
  if (!newest || newest.id === null) return;
  const older = readPayload(db, vendor, id, null);
  if (older === null) return;
  const { packing, bytes } = packDelta(older, payload);
  run(
    db,
    sql`
UPDATE delivery_version
   SET packing = ${packing},
       payload = ${bytes}
 WHERE id = ${newest.id}`,
  );
}

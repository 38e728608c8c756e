import type { WritableDb } from './database.ts';
import type { DeliveryChange } from './delivery-changes.ts';
import { packDelta, packWhole, readDictionary, readNewestPayload } from './payload-packing.ts';
import { run, sql } from './sql.ts';

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

/** Appends a version to an order's journal: the payload before it becomes the difference to it. */
export function appendVersion(db: WritableDb, version: Version): void {
  const older = readNewestPayload(db, version.vendor, version.id);
  addEntry(db, version, older === null ? null : packDelta(older, version.payload));
  const { packing, bytes } = packWhole(version.payload, readDictionary(db, version.vendor));
  run(
    db,
    sql`
UPDATE delivery_payload
   SET packing = ${packing},
       payload = ${bytes}
 WHERE delivery_id = ${version.id}`,
  );
}

/** Starts the journal of an order that was never seen before. */
export function addFirstVersion(db: WritableDb, version: Version): void {
  addEntry(db, version, null);
  const { packing, bytes } = packWhole(version.payload, readDictionary(db, version.vendor));
  run(
    db,
    sql`
INSERT INTO delivery_payload (delivery_id, packing, payload)
VALUES (${version.id}, ${packing}, ${bytes})`,
  );
}

function addEntry(db: WritableDb, version: Version, before: Buffer | null): void {
  const { id, path, observedAt, changes } = version;
  run(
    db,
    sql`
INSERT INTO delivery_version (delivery_id, version, observed_at, path, changes, before)
VALUES (${id}, ${version.version}, ${observedAt}, ${path}, ${JSON.stringify(changes)}, ${before})`,
  );
}

import type { ReadableDb, WritableDb } from '../database.ts';
import { writeChanges, type DeliveryChange } from './delivery-changes.ts';
import {
  packBlock,
  packDifference,
  payloadAt,
  readDictionary,
  unpackDifference,
  unpackBlock,
  type Packing,
} from './payload-packing.ts';
import { addRowsForIds, readAll, readFirst, run, sql } from '../sql.ts';

/** The way an order was seen: changes since a revision, a window of dates, or asked by its id. */
export type ObservationPath = 'revision' | 'window' | 'id';

/** What a journal entry says beside its payload. */
export type Observation = Readonly<{ vendor: string; path: ObservationPath; observedAt: number }>;

/** One version of a delivery; `id` is the delivery's in the store. */
export type Version = Readonly<{ id: number; version: number; payload: Uint8Array }>;

/** A card reads its payload alone: a block must open in less than a millisecond. */
const LARGEST_BLOCK = 50;

const ADD_FIRST = /* sql */ `
INSERT INTO delivery_version (delivery_id, version, observed_at, path, changes, block_id, place)
VALUES (?, ?, ?, ?, '[]', ?, ?)`;

/** Starts the journals of orders that were never seen before; answers the entries' ids in the same sequence. */
export function addFirstVersions(
  db: WritableDb,
  seen: Observation,
  versions: readonly Version[],
): readonly number[] {
  const entries: number[] = [];
  for (let from = 0; from < versions.length; from += LARGEST_BLOCK) {
    entries.push(...addBlock(db, seen, versions.slice(from, from + LARGEST_BLOCK)));
  }
  return entries;
}

function addBlock(
  db: WritableDb,
  seen: Observation,
  versions: readonly Version[],
): readonly number[] {
  const payloads = versions.map(({ payload }) => payload);
  const { packing, bytes } = packBlock(payloads, readDictionary(db, seen.vendor));
  const { id: blockId } = run(
    db,
    sql`
INSERT INTO payload_block (packing, orders, payloads)
VALUES (${packing}, ${versions.length}, ${bytes})`,
  );
  return addRowsForIds(
    db,
    ADD_FIRST,
    versions.map(({ id, version }, place) => [
      id,
      version,
      seen.observedAt,
      seen.path,
      blockId,
      place,
    ]),
  );
}

/** Appends a newer version to a delivery's journal as its difference to the version before. */
export function appendVersion(
  db: WritableDb,
  { vendor, path, observedAt }: Observation,
  { id, version, payload }: Version,
  changes: readonly DeliveryChange[],
): void {
  const older = readPayload(db, vendor, id, null);
  if (older === null) throw new Error('A journal without its beginning');
  run(
    db,
    sql`
INSERT INTO delivery_version (delivery_id, version, observed_at, path, changes, difference)
VALUES (${id}, ${version}, ${observedAt}, ${path}, ${writeChanges(changes)},
        ${packDifference(older, payload)})`,
  );
}

type Entry = { block_id: number | null; place: number | null; difference: Buffer | null };

/**
 * The payload of one journal entry (the newest when `versionId` is null), or null. An order that
 * several systems tell of has a journal of each.
 */
export function readPayload(
  db: ReadableDb,
  vendor: string,
  deliveryId: number,
  versionId: number | null,
): string | null {
  const upTo = versionId ?? Number.MAX_SAFE_INTEGER;
  const entries = readAll<Entry>(
    db,
    sql`
SELECT block_id, place, difference
  FROM delivery_version
 WHERE delivery_id = ${deliveryId}
   AND id <= ${upTo}
   AND coalesce(vendor, ${vendor}) = ${vendor}
 ORDER BY id`,
  );
  return entries.reduce<string | null>(
    (older, entry) => nextPayload(db, vendor, older, entry),
    null,
  );
}

function nextPayload(
  db: ReadableDb,
  vendor: string,
  older: string | null,
  { block_id, place, difference }: Entry,
): string | null {
  if (difference !== null) return older === null ? null : unpackDifference(difference, older);
  const block = block_id === null ? null : readBlock(db, vendor, block_id);
  return block === null ? null : (payloadAt(block, place ?? 0) ?? null);
}

type Block = Readonly<{ id: number; payloads: Buffer }>;
const LAST_BLOCK = 'last block';

/** The block read last is kept unpacked: who reads many orders reads neighbours. */
function readBlock(db: ReadableDb, vendor: string, id: number): Buffer | null {
  const last = db.remembered.get(LAST_BLOCK) as Block | undefined;
  if (last?.id === id) return last.payloads;
  const block = readFirst<{ packing: Packing; bytes: Buffer }>(
    db,
    sql`SELECT packing, payloads AS bytes FROM payload_block WHERE id = ${id}`,
  );
  if (!block) return null;
  const payloads = unpackBlock(block, readDictionary(db, vendor));
  db.remembered.set(LAST_BLOCK, { id, payloads } satisfies Block);
  return payloads;
}

/** Takes a delivery out of its blocks, one for each system's journal, before it is deleted. */
export function leaveBlocks(db: WritableDb, deliveryId: number): void {
  const entries = readAll<{ blockId: number }>(
    db,
    sql`
SELECT block_id AS blockId
  FROM delivery_version
 WHERE delivery_id = ${deliveryId}
   AND block_id IS NOT NULL`,
  );
  for (const { blockId } of entries) leaveBlock(db, blockId);
}

function leaveBlock(db: WritableDb, blockId: number): void {
  run(db, sql`UPDATE payload_block SET orders = orders - 1 WHERE id = ${blockId}`);
  run(db, sql`DELETE FROM payload_block WHERE id = ${blockId} AND orders = 0`);
}

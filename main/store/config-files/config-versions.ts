import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { VersionOrigin } from '../../domain/config-files/config-history.ts';
import type { Instant } from '../../domain/orders/order.ts';
import { inDurableTransaction, type ReadableDb, type WritableDb } from '../database.ts';
import { readAll, readFirst, run, sql } from '../sql.ts';

/** A version of a file without its bytes. */
export type StoredVersion = Readonly<{
  id: number;
  fileId: number;
  number: number;
  at: Instant;
  origin: VersionOrigin;
  author: string | null;
  why: string;
  size: number;
  /** SHA-256 in hex. */
  hash: string;
  contentId: number;
  written: boolean;
}>;

/** What is about to be written to a file, and why. */
export type VersionDraft = Readonly<{
  bytes: Uint8Array;
  at: Instant;
  origin: VersionOrigin;
  author: string | null;
  why: string;
}>;

type Row = Readonly<{
  id: number;
  file_id: number;
  number: number;
  at: Instant;
  origin: VersionOrigin;
  author: string | null;
  why: string;
  size: number;
  hash: Uint8Array;
  content_id: number;
  written: 0 | 1;
}>;

const COLUMNS = sql`
  config_version.id, config_version.file_id, config_version.number, config_version.at,
  config_version.origin, config_version.author, config_version.why, config_version.written,
  config_version.content_id, config_content.size, config_content.hash`;

/** Every version of a file, oldest first, a promised one that was never written included. */
export function readVersions(db: ReadableDb, fileId: number): readonly StoredVersion[] {
  const rows = readAll<Row>(
    db,
    sql`
      SELECT ${COLUMNS}
      FROM config_version
      JOIN config_content ON config_content.id = config_version.content_id
      WHERE config_version.file_id = ${fileId}
      ORDER BY config_version.number`,
  );
  return rows.map(toVersion);
}

/** The newest version of a file that was on the disk, or undefined. */
export function readNewestVersion(db: ReadableDb, fileId: number): StoredVersion | undefined {
  return newestWhere(db, fileId, 1);
}

/** The version that was promised to a file and not confirmed, or undefined. */
export function readPromisedVersion(db: ReadableDb, fileId: number): StoredVersion | undefined {
  return newestWhere(db, fileId, 0);
}

function newestWhere(db: ReadableDb, fileId: number, written: 0 | 1): StoredVersion | undefined {
  const row = readFirst<Row>(
    db,
    sql`
      SELECT ${COLUMNS}
      FROM config_version
      JOIN config_content ON config_content.id = config_version.content_id
      WHERE config_version.file_id = ${fileId}
        AND config_version.written = ${written}
      ORDER BY config_version.number DESC
      LIMIT 1`,
  );
  return row && toVersion(row);
}

/** One version by its id, or undefined. */
export function readVersion(db: ReadableDb, versionId: number): StoredVersion | undefined {
  const row = readFirst<Row>(
    db,
    sql`
      SELECT ${COLUMNS}
      FROM config_version
      JOIN config_content ON config_content.id = config_version.content_id
      WHERE config_version.id = ${versionId}`,
  );
  return row && toVersion(row);
}

/** The bytes of a version, exactly as they were. */
export function readVersionBytes(db: ReadableDb, versionId: number): Uint8Array {
  const row = readFirst<{ packed: Uint8Array }>(
    db,
    sql`
      SELECT config_content.packed
      FROM config_version
      JOIN config_content ON config_content.id = config_version.content_id
      WHERE config_version.id = ${versionId}`,
  );
  return row ? new Uint8Array(inflateRawSync(row.packed)) : new Uint8Array();
}

/** Keeps a version that is on the disk; on our disk before this returns. */
export function saveVersion(db: WritableDb, fileId: number, draft: VersionDraft): number {
  return inDurableTransaction(db, () => insert(db, fileId, draft, 1));
}

/**
 * Keeps the bytes that are about to be written, before they are: whatever happens in between, both
 * what was there and what was meant are known.
 */
export function promiseVersion(db: WritableDb, fileId: number, draft: VersionDraft): number {
  return inDurableTransaction(db, () => insert(db, fileId, draft, 0));
}

/** The promised version is on the disk now; false when there is no such promise any more. */
export function confirmVersion(db: WritableDb, versionId: number): boolean {
  const { changes } = inDurableTransaction(db, () =>
    run(db, sql`UPDATE config_version SET written = 1 WHERE id = ${versionId}`),
  );
  return changes > 0;
}

/** Says whose a version is that another look at the file took for somebody else's. */
export function claimVersion(
  db: WritableDb,
  versionId: number,
  { origin, author, why }: Omit<VersionDraft, 'bytes'>,
): void {
  inDurableTransaction(db, () =>
    run(
      db,
      sql`
        UPDATE config_version
        SET origin = ${origin}, author = ${author}, why = ${why}
        WHERE id = ${versionId}`,
    ),
  );
}

/** The promised version never came to the disk. */
export function withdrawVersion(db: WritableDb, versionId: number): void {
  inDurableTransaction(db, () =>
    run(db, sql`DELETE FROM config_version WHERE id = ${versionId} AND written = 0`),
  );
}

function insert(db: WritableDb, fileId: number, draft: VersionDraft, written: 0 | 1): number {
  const contentId = contentOf(db, draft.bytes);
  const { id } = run(
    db,
    sql`
      INSERT INTO config_version (file_id, number, content_id, at, origin, author, why, written)
      SELECT ${fileId}, COALESCE(MAX(number), 0) + 1, ${contentId}, ${draft.at}, ${draft.origin},
             ${draft.author}, ${draft.why}, ${written}
      FROM config_version
      WHERE file_id = ${fileId}`,
  );
  return id;
}

/** The same bytes are stored once, however often a file returns to them. */
function contentOf(db: WritableDb, bytes: Uint8Array): number {
  const hash = createHash('sha256').update(bytes).digest();
  const known = readFirst<{ id: number }>(
    db,
    sql`SELECT id FROM config_content WHERE hash = ${hash}`,
  );
  if (known) return known.id;
  const packed = deflateRawSync(bytes);
  return run(
    db,
    sql`INSERT INTO config_content (hash, size, packed) VALUES (${hash}, ${bytes.length}, ${packed})`,
  ).id;
}

function toVersion(row: Row): StoredVersion {
  const { file_id: fileId, content_id: contentId, hash, written, ...rest } = row;
  return {
    ...rest,
    fileId,
    contentId,
    hash: Buffer.from(hash).toString('hex'),
    written: written === 1,
  };
}

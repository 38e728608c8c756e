import type { ConfigFileKind } from '../../domain/config-files/config-file.ts';
import type { Instant } from '../../domain/orders/order.ts';
import { inDurableTransaction, type ReadableDb, type WritableDb } from '../database.ts';
import { readAll, readFirst, run, sql } from '../sql.ts';

/** A file that was seen once, whether it is still there or not. */
export type StoredConfigFile = Readonly<{ id: number; path: string; kind: ConfigFileKind }>;

/** A folder or archive that was added by hand. */
export type StoredConfigRoot = Readonly<{ id: number; path: string; addedAt: Instant }>;

/** The file's number, the same for ever; a new one is given when it was never seen. */
export function saveConfigFile(
  db: WritableDb,
  { path, kind }: Readonly<{ path: string; kind: ConfigFileKind }>,
  now: Instant,
): number {
  const key = pathKey(path);
  const known = readFirst<StoredConfigFile>(
    db,
    sql`SELECT id, path, kind FROM config_file WHERE path_key = ${key}`,
  );
  if (known?.path === path && known.kind === kind) return known.id;
  return inDurableTransaction(db, () => {
    run(
      db,
      sql`
        INSERT INTO config_file (path, path_key, kind, first_seen_at)
        VALUES (${path}, ${key}, ${kind}, ${now})
        ON CONFLICT (path_key) DO UPDATE SET path = excluded.path, kind = excluded.kind`,
    );
    return readFirst<{ id: number }>(db, sql`SELECT id FROM config_file WHERE path_key = ${key}`)!
      .id;
  });
}

/** One file by its number, or undefined. */
export function readConfigFile(db: ReadableDb, fileId: number): StoredConfigFile | undefined {
  return readFirst(db, sql`SELECT id, path, kind FROM config_file WHERE id = ${fileId}`);
}

/** Added folders and archives, in the order they were added. */
export function readConfigRoots(db: ReadableDb): readonly StoredConfigRoot[] {
  return readAll<StoredConfigRoot>(
    db,
    sql`SELECT id, path, added_at AS addedAt FROM config_root ORDER BY id`,
  );
}

/** Remembers a folder or archive; adding it again changes nothing. */
export function saveConfigRoot(db: WritableDb, path: string, now: Instant): StoredConfigRoot {
  return inDurableTransaction(db, () => {
    run(
      db,
      sql`
        INSERT INTO config_root (path, added_at) VALUES (${path}, ${now})
        ON CONFLICT (path) DO NOTHING`,
    );
    return readConfigRoots(db).find((root) => root.path === path)!;
  });
}

/** Forgets a folder or archive; the history of its files stays. */
export function removeConfigRoot(db: WritableDb, rootId: number): void {
  inDurableTransaction(db, () => run(db, sql`DELETE FROM config_root WHERE id = ${rootId}`));
}

const pathKey = (path: string): string =>
  process.platform === 'win32' ? path.toLowerCase() : path;

import { join } from 'node:path';
import type { Handlers } from '../../contract/define.ts';
import type { Announce } from '../../contract/index.ts';
import type { joining } from '../../contract/joining.ts';
import { Uploads } from '../../documents/uploads.ts';
import type { Outside } from '../../outside.ts';
import type { WritableDb } from '../../store/database.ts';
import { readActiveProfile } from '../../store/profiles.ts';
import { requireRight } from '../../store/require-right.ts';
import { inspectFile } from './inspect-file.ts';
import { importOrders } from './import-orders.ts';
import { removeImport } from './remove-import.ts';

type Importing = Pick<
  Handlers<typeof joining, 'core'>,
  'beginUpload' | 'addBytes' | 'inspectUpload' | 'dropUpload' | 'importOrders' | 'removeImport'
>;

/** Answers about files with orders. */
export function importHandlers(
  work: Readonly<{
    db: WritableDb;
    announce: Announce;
    outside: Pick<Outside, 'now' | 'dataFolder'>;
    regroup(): Promise<void>;
  }>,
): Importing {
  const { db, announce, outside, regroup } = work;
  const uploads = new Uploads(join(outside.dataFolder, 'order-files'));
  return {
    beginUpload: async ({ fileName }) => ({ uploadId: await uploads.begin(fileName) }),
    async addBytes({ uploadId, bytes }) {
      await uploads.add(uploadId, Buffer.from(bytes, 'base64'));
      return null;
    },
    inspectUpload: ({ uploadId }) => inspectFile(db, { uploadId, ...uploads.find(uploadId) }),
    async dropUpload({ uploadId }) {
      await uploads.drop(uploadId);
      return null;
    },
    async importOrders({ uploadId, ...wanted }) {
      requireRight(db, 'edit-connections');
      const author = readActiveProfile(db)?.name ?? '';
      const { path, fileName } = uploads.find(uploadId);
      const made = { db, announce, regroup, author, now: outside.now() };
      const imported = await importOrders(made, { ...wanted, path, fileName });
      if (!wanted.dryRun) await uploads.drop(uploadId);
      return imported;
    },
    async removeImport({ importId }) {
      requireRight(db, 'edit-connections');
      return { removed: await removeImport(db, announce, importId, outside.now()) };
    },
  };
}

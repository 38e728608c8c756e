import type { attribution } from '../../contract/attribution.ts';
import type { Handlers } from '../../contract/define.ts';
import type { Announce } from '../../contract/index.ts';
import { Failure } from '../../domain/failure.ts';
import type { Outside } from '../../outside.ts';
import { readProgress } from '../../store/attribution/attribution-due.ts';
import type { WritableDb } from '../../store/database.ts';
import { readActiveProfile } from '../../store/profiles.ts';
import type { TouchMapping } from '../../domain/attribution/touch-file.ts';
import { requireRight } from '../../store/require-right.ts';
import { readTouchImports, readUnfinishedImports } from '../../store/attribution/touch-imports.ts';
import { importTouches, removeImport, tellImport } from './import-touches.ts';
import { inspectUpload } from './inspect-upload.ts';
import { Uploads } from '../../documents/uploads.ts';

type All = Handlers<typeof attribution, 'core'>;
type UploadAsks = Pick<All, 'beginUpload' | 'addBytes' | 'inspectUpload' | 'dropUpload'>;
type ImportAsks = Pick<All, 'importTouches' | 'removeImport'>;

/** Takes files of visits, calls and leads in, and out again. */
export function changeImports(
  db: WritableDb,
  outside: Pick<Outside, 'now' | 'dataFolder'>,
  announce: Announce,
  wake: () => void,
): UploadAsks & ImportAsks {
  const uploads = new Uploads(outside.dataFolder);
  const told = (): void => {
    announce('attribution.changed', { waiting: readProgress(db).waiting });
    wake();
  };
  const isOpen = (): boolean => db.raw.open;
  return {
    ...takeUploads(db, uploads),
    async importTouches({ uploadId, mapping }) {
      requireRight(db, 'edit-settings');
      const author = readActiveProfile(db)?.name ?? '';
      const work = { db, announce, now: outside.now(), author, isOpen };
      const taken = await importTouches(work, uploads.find(uploadId), toMapping(mapping));
      await uploads.drop(uploadId);
      told();
      return taken;
    },
    async removeImport({ importId }) {
      requireRight(db, 'edit-settings');
      if (!readTouchImports(db).some(({ id }) => id === importId)) {
        throw new Failure('not-found', 'attribution.unknown-import');
      }
      await removeImport(db, importId, isOpen);
      told();
      return null;
    },
  };
}

function takeUploads(db: WritableDb, uploads: Uploads): UploadAsks {
  return {
    async beginUpload({ fileName }) {
      requireRight(db, 'edit-settings');
      return { uploadId: await uploads.begin(fileName) };
    },
    async addBytes({ uploadId, bytes }) {
      await uploads.add(uploadId, Buffer.from(bytes, 'base64'));
      return null;
    },
    inspectUpload: ({ uploadId }) => inspectUpload(db, { uploadId, ...uploads.find(uploadId) }),
    async dropUpload({ uploadId }) {
      await uploads.drop(uploadId);
      return null;
    },
  };
}

/** Roles that the schema left open are no columns. */
function toMapping(mapping: Parameters<All['importTouches']>[0]['mapping']): TouchMapping {
  const named = Object.entries(mapping.columns).filter(([, header]) => header !== undefined);
  return { ...mapping, columns: Object.fromEntries(named) };
}

/** What a stop left half done: half-read files go, whole ones are told to the end. */
export async function resumeImports(db: WritableDb): Promise<void> {
  const isOpen = (): boolean => db.raw.open;
  for (const { id, state } of readUnfinishedImports(db)) {
    if (state === 'telling') await tellImport(db, id, isOpen);
    else await removeImport(db, id, isOpen);
    if (!isOpen()) return;
  }
}

import { createConfigFiles } from '../../../main/features/config-files/index.ts';
import { createFleet } from '../../../main/features/fleet/index.ts';
import { ensureFirstProfile } from '../../../main/features/profiles/index.ts';
import { closeDb, openWritable, storePath } from '../../../main/store/database.ts';

/** The fleet over a data folder, with the real editor, store and files. */
export function openFleet(dataFolder: string, moved: () => void = () => undefined) {
  const db = openWritable(storePath(dataFolder));
  ensureFirstProfile(db, 'Марина', Date.now());
  const outside = {
    now: Date.now,
    sleep: () => new Promise<void>((done) => setTimeout(done, 1)),
    log: () => undefined,
    localIikoRoots: [],
    runningPrograms: () => Promise.resolve([]),
  };
  const files = createConfigFiles(db, outside, () => undefined);
  const fleet = createFleet({ db, outside, announce: moved, editor: files.handlers });
  const close = (): void => {
    files.close();
    closeDb(db);
  };
  return { fleet, files: files.handlers, close };
}

/** What the killed process does: one change to every plugin file, a line for each and one before. */
async function rollOut(dataFolder: string, value: string): Promise<void> {
  const { fleet, files } = openFleet(dataFolder, () => process.stdout.write('moved\n'));
  const { files: found } = await files.list({});
  const fileIds = found.filter(({ kind }) => kind === 'delivery-plugin').map(({ id }) => id);
  process.stdout.write('begins\n');
  const element = 'serviceMethodTimeoutMilliseconds';
  const { id } = await fleet.start({ fileIds, element, value, why: 'убить', accepted: [] });
  await fleet.proceed({ rollOutId: id });
  process.stdout.write('ended\n');
}

const [, program, folder, value] = process.argv;
if (program === import.meta.filename && folder !== undefined && value !== undefined)
  await rollOut(folder, value);

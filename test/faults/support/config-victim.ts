import { setTimeout as wait } from 'node:timers/promises';
import type { OpenConfigFile } from '../../../main/contract/config-files.ts';
import { createConfigFiles } from '../../../main/features/config-files/index.ts';
import { ensureFirstProfile } from '../../../main/features/profiles/index.ts';
import { openWritable } from '../../../main/store/database.ts';

/**
 * Changes a file and takes the change back, over and over, until it is killed. Words: the store's
 * path, the file's path, the value to begin with.
 */
const [storePath = '', path = '', from = '1'] = process.argv.slice(2);
const db = openWritable(storePath);
ensureFirstProfile(db, 'Марина', Date.now());
const outside = {
  now: Date.now,
  sleep: (ms: number) => wait(ms),
  log: () => undefined,
  localIikoRoots: [],
};
const { handlers } = createConfigFiles(db, outside, () => undefined);
const file = await handlers.addFile({ path, kind: 'delivery-plugin' });
let shown: OpenConfigFile = await handlers.open({ fileId: file.id });
process.stdout.write('ready\n');
for (let value = Number(from); ; value += 1) {
  const at = { fileId: file.id, baseHash: shown.file.hash, accepted: [] };
  const edits = [{ element: 'connectToServerDelayInSeconds', value: String(value) }];
  const saved =
    value % 3 === 2 && shown.canUndo
      ? await handlers.undo(at)
      : await handlers.save({ ...at, why: '', change: { type: 'elements', edits } });
  if (saved.type !== 'saved') throw new Error(saved.type);
  shown = saved.file;
}

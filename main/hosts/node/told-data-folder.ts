import { readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { FOLDER_NOTE } from '../../domain/backups/folder-notes.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const UTF16 = Buffer.from([0xff, 0xfe]);

/**
 * The folder that a note in this one names instead: `/DATA=` of a silent set-up wrote it, in UTF-16, or
 * moving the data in the settings. `%USERNAME%` and other variables give each user of a PC a folder of
 * his own. Null where there is none or it is no absolute path.
 */
export function toldDataFolder(folder: string, env: Environment = process.env): string | null {
  try {
    const bytes = readFileSync(join(folder, FOLDER_NOTE));
    const isUtf16 = bytes.subarray(0, 2).equals(UTF16);
    const text = isUtf16 ? bytes.toString('utf16le') : bytes.toString('utf8');
    const path = filled(text.replace(/^\uFEFF/, '').trim(), env);
    return isAbsolute(path) ? path : null;
  } catch {
    return null;
  }
}

/** As Windows fills its variables in: an unknown one stays as it is written. */
const filled = (path: string, env: Environment): string =>
  path.replace(/%([^%]+)%/g, (written, name: string) => env[name] ?? written);

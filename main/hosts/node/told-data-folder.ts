import { readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';

const UTF16 = Buffer.from([0xff, 0xfe]);

/**
 * The folder that `/DATA=` of a silent set-up named: kept as text in `data-folder.txt` of the usual
 * folder, by the installer in UTF-16. Null where there is none or it is no absolute path.
 */
export function toldDataFolder(usualFolder: string): string | null {
  try {
    const bytes = readFileSync(join(usualFolder, 'data-folder.txt'));
    const isUtf16 = bytes.subarray(0, 2).equals(UTF16);
    const text = isUtf16 ? bytes.toString('utf16le') : bytes.toString('utf8');
    const path = text.replace(/^\uFEFF/, '').trim();
    return isAbsolute(path) ? path : null;
  } catch {
    return null;
  }
}

import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';

/** What every file in the folder holds until a test writes something else. */
export const CONFIG = '<config>\r\n</config>';

/** Where the delivery plugin's file lies below `CashServer`. */
export const DELIVERY = [
  'PluginConfigs',
  'Resto.Front.Api.Delivery',
  'deliveryPluginConfig.xml',
] as const;

/** Where programs keep what belongs to a Windows user. */
export const roaming = (user: string): string[] => ['Users', user, 'AppData', 'Roaming'];

/** wine has no links at all; Windows has junctions for everybody. */
export const canLink = ((): boolean => {
  const place = mkdtempSync(join(tmpdir(), 'link '));
  try {
    symlinkSync(place, join(place, 'link'), 'junction');
    return true;
  } catch {
    return false;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
})();

/** A folder that files of iiko's programs are put into. */
type IikoFolder = Readonly<{
  folder(): string;
  /** Puts a file there and answers its path. */
  put(...names: readonly string[]): string;
}>;

/** Another folder for each test of the file that calls this. */
export function iikoFolderOfTest(): IikoFolder {
  let folder = '';
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'файлы iiko ')));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  return {
    folder: () => folder,
    put(...names) {
      const path = join(folder, ...names);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, CONFIG);
      return path;
    },
  };
}

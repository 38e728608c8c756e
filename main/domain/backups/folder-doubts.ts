/**
 * Why a folder is a bad home for a store: a synchronising program copies it half-written or holds it,
 * a network share does not lock it (SQLite, «How to corrupt», 2.1).
 */
export type FolderDoubt = 'onedrive' | 'cloud-drive' | 'network' | 'removable-root' | 'long-path';

const ONEDRIVE = /[\\/]onedrive(?: - [^\\/]+)?[\\/]/i;
const CLOUD =
  /[\\/](?:dropbox|google drive|my drive|yandex\.?disk|яндекс\.диск|icloud drive)[\\/]/i;
const NETWORK = /^(?:\\\\(?![?.]\\)|\\\\\?\\UNC\\|\/\/)/i;
/** A volume's own root: everybody's, and often a stick. */
const ROOT = /^[a-z]:[\\/]?$/i;
const LONGEST = 200;

/** What speaks against the folder; `oneDrives` are the folders that OneDrive names in the environment. */
export function folderDoubts(
  path: string,
  realPath: string = path,
  oneDrives: readonly string[] = [],
): readonly FolderDoubt[] {
  const inside = `${path}/`;
  const isOneDrive =
    ONEDRIVE.test(inside) ||
    oneDrives.some((one) => one !== '' && inside.toLowerCase().startsWith(withEnd(one)));
  const found: readonly (readonly [boolean, FolderDoubt])[] = [
    [isOneDrive, 'onedrive'],
    [CLOUD.test(inside), 'cloud-drive'],
    [NETWORK.test(path) || NETWORK.test(realPath), 'network'],
    [ROOT.test(path), 'removable-root'],
    [path.length > LONGEST, 'long-path'],
  ];
  return found.flatMap(([holds, doubt]) => (holds ? [doubt] : []));
}

const withEnd = (folder: string): string =>
  /[\\/]$/.test(folder) ? folder.toLowerCase() : `${folder.toLowerCase()}\\`;

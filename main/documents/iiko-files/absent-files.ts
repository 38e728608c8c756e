import { basename, parse, sep } from 'node:path';
import type { AbsentConfigFile } from '../../domain/config-files/absent-config-file.ts';
import type { IikoFile } from './iiko-file.ts';
import { profileOf } from './iiko-place.ts';

type Searched = Readonly<{
  root: string;
  own: boolean;
  files: readonly IikoFile[];
  unreadable: readonly string[];
}>;

/** The files one would expect under a root and why they are not there (`iiko-local.md` 1.1 trap 4). */
export function absentFiles({
  root,
  own,
  files,
  unreadable,
}: Searched): readonly AbsentConfigFile[] {
  const closed = unreadable.map((place) => absent('front', place, 'folder-unreadable'));
  const tills = Map.groupBy(files.filter(isTillFile), ({ place }) => place);
  const missing = [...tills].flatMap(([place, own]) => missingOf(place, own));
  // A server has no till, and nobody misses one beside another.
  const isServer = files.some(({ kind }) => kind === 'resto-properties');
  if (tills.size > 0 || isServer || /^server$/i.test(basename(root)))
    return [...closed, ...missing];
  const reason = files.length > 0 ? 'front-never-started' : 'nothing-installed';
  return own || files.length === 0 ? [...closed, absent('front', root, reason)] : closed;
}

const isTillFile = ({ kind }: IikoFile): boolean =>
  kind === 'front' || kind === 'delivery-plugin' || kind === 'cash-server-info' || kind === 'log';

function missingOf(place: string, files: readonly IikoFile[]): readonly AbsentConfigFile[] {
  const has = (kind: IikoFile['kind']): boolean => files.some((file) => file.kind === kind);
  const owner = files[0]?.owner ?? basename(place);
  const missing: AbsentConfigFile[] = [];
  if (!has('front')) missing.push({ kind: 'front', owner, place, reason: 'front-never-started' });
  if (!has('delivery-plugin')) {
    const reason = has('front') ? 'plugin-never-started' : 'front-never-started';
    missing.push({ kind: 'delivery-plugin', owner, place, reason });
  }
  return missing;
}

const absent = (
  kind: AbsentConfigFile['kind'],
  place: string,
  reason: AbsentConfigFile['reason'],
): AbsentConfigFile => ({ kind, owner: ownerOf(place), place, reason });

/** An empty `…\Users\Kassa\AppData\Roaming` is Kassa's. */
const ownerOf = (place: string): string =>
  profileOf(place.slice(parse(place).root.length).split(sep)) ?? basename(place);

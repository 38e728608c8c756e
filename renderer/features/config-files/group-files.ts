import type {
  AbsentConfigFile,
  ConfigFile,
  ConfigFileList,
} from '../../../main/contract/config-files.ts';
import { CONFIG_FILE_KINDS } from '../../../main/domain/config-files/config-file.ts';

/** Files of one till, one iikoOffice profile or one server. */
export type FileGroup = Readonly<{
  place: string;
  owner: string;
  /** The folder or archive they were brought in; null: this PC's own programs. */
  rootId: number | null;
  files: readonly ConfigFile[];
  absent: readonly AbsentConfigFile[];
}>;

/** `C:\Users\Kassa\AppData\Roaming\iiko\CashServer` → `iiko\CashServer`. */
export function placeTail(place: string): string {
  const separator = place.includes('\\') ? '\\' : '/';
  return place.split(separator).filter(Boolean).slice(-2).join(separator);
}

/** The last part of a path. */
export const fileNameOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

const byKind = (left: ConfigFile, right: ConfigFile): number =>
  CONFIG_FILE_KINDS.indexOf(left.kind) - CONFIG_FILE_KINDS.indexOf(right.kind) ||
  right.modifiedAt - left.modifiedAt;

const newestOf = ({ files }: FileGroup): number =>
  Math.max(0, ...files.map(({ modifiedAt }) => modifiedAt));

/** This PC's programs first, the newest on top; then what was brought, as people count: 2 before 10. */
export function groupFiles({ files, absent }: ConfigFileList): readonly FileGroup[] {
  const places = [...new Set([...files, ...absent].map(({ place }) => place))];
  const groups = places.map((place): FileGroup => {
    const own = files.filter((file) => file.place === place).toSorted(byKind);
    const missing = absent.filter((one) => one.place === place);
    const owner = own[0]?.owner ?? missing[0]?.owner ?? '';
    return { place, owner, rootId: own[0]?.rootId ?? null, files: own, absent: missing };
  });
  const isBrought = ({ rootId }: FileGroup): number => Number(rootId !== null);
  return groups.toSorted(
    (left, right) =>
      isBrought(left) - isBrought(right) ||
      (left.rootId === null ? newestOf(right) - newestOf(left) : byOwner(left, right)),
  );
}

const byOwner = (left: FileGroup, right: FileGroup): number =>
  `${left.owner} ${left.place}`.localeCompare(`${right.owner} ${right.place}`, 'ru', {
    numeric: true,
  });

/** Groups whose owner, place or files hold the words; all of them for none. */
export function findGroups(groups: readonly FileGroup[], search: string): readonly FileGroup[] {
  const wanted = search.trim().toLocaleLowerCase('ru');
  if (wanted === '') return groups;
  return groups.filter(({ owner, place, files }) =>
    [owner, place, ...files.map(({ path }) => path)].some((text) =>
      text.toLocaleLowerCase('ru').includes(wanted),
    ),
  );
}

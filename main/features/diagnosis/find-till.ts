import { basename } from 'node:path';
import type { FoundTill } from '../../contract/diagnosis.ts';
import { findIikoFiles } from '../../documents/iiko-files/find-iiko-files.ts';
import type { IikoFile } from '../../documents/iiko-files/iiko-file.ts';
import type { AbsentConfigFile } from '../../domain/config-files/absent-config-file.ts';

/** Where to look. */
export type SearchedPlaces = Readonly<{
  roots: readonly Readonly<{ path: string; own: boolean }>[];
  /** Which till of several; null: the one whose files changed last. */
  place: string | null;
}>;

/** The files of the chosen till, and what else was found. */
export type FoundFiles = Readonly<{
  searched: readonly string[];
  till: FoundTill | null;
  tills: readonly FoundTill[];
  /** Of the chosen till. */
  files: readonly IikoFile[];
  /** Of every till and office. */
  all: readonly IikoFile[];
  absent: readonly AbsentConfigFile[];
}>;

/** Finds the tills under the roots. Reads folder names and file dates only. */
export async function findTill({ roots, place }: SearchedPlaces): Promise<FoundFiles> {
  const found = await Promise.all(roots.map(findIikoFiles));
  // Roots of a PC lie within each other: a profile's own folder is among all profiles too.
  const all = [
    ...new Map(found.flatMap(({ files }) => files).map((file) => [file.path, file])).values(),
  ];
  const tills = tillsOf(all);
  const till = tills.find((one) => one.place === place) ?? tills[0] ?? null;
  return {
    searched: roots.map(({ path }) => path),
    till,
    tills,
    files: till ? all.filter((file) => file.place === till.place) : [],
    all,
    absent: found.flatMap(({ absent }) => absent),
  };
}

/** Newest first: another Windows user's till may lie on the same PC (`iiko-local.md` 1.1 trap 1). */
function tillsOf(files: readonly IikoFile[]): readonly FoundTill[] {
  const byPlace = Map.groupBy(files.filter(isTill), ({ place }) => place);
  return [...byPlace]
    .map(([place, own]) => ({
      place,
      owner: own[0]?.owner ?? basename(place),
      modifiedAt: Math.max(...own.map(({ modifiedAt }) => modifiedAt)),
    }))
    .toSorted((left, right) => right.modifiedAt - left.modifiedAt);
}

const isTill = ({ kind }: IikoFile): boolean =>
  kind === 'delivery-plugin' || kind === 'front' || kind === 'cash-server-info' || kind === 'log';

/** Whether a back office of a chain stands on this PC. */
export const hasChainOffice = ({ all }: FoundFiles): boolean =>
  all.some(({ kind, place }) => kind === 'backclient' && /[\\/]chain[\\/]/i.test(place));

import type { Announce } from '../../contract/index.ts';
import type { ConfigFile } from '../../contract/config-files.ts';
import type { Outside } from '../../outside.ts';
import type { WritableDb } from '../../store/database.ts';

/** What the files' use cases take from the host. */
export type ConfigOutside = Pick<
  Outside,
  'now' | 'sleep' | 'log' | 'localIikoRoots' | 'runningPrograms'
> &
  Partial<Pick<Outside, 'scheduled'>>;

/** A file with what only the core needs to know of it. */
export type KnownFile = ConfigFile &
  Readonly<{
    /** Folder under which alone it may be read; of an archive its folder. */
    root: string;
    inArchive: boolean;
  }>;

/** What every use case works with. */
export type ConfigWork = Readonly<{
  db: WritableDb;
  outside: ConfigOutside;
  announce: Announce;
  /** Files by their number, as they were last found. */
  known: Map<number, KnownFile>;
  /** Does the work when no other work on the same file is under way. */
  inTurn<T>(fileId: number, work: () => Promise<T>): Promise<T>;
}>;

/** Makes `inTurn`: works with the same number follow each other, others do not wait. */
export function turns(): ConfigWork['inTurn'] {
  const last = new Map<number, Promise<unknown>>();
  return (fileId, work) => {
    const done = (last.get(fileId) ?? Promise.resolve()).then(work, work);
    const settled = done.catch(() => undefined);
    last.set(fileId, settled);
    void settled.then(() => {
      if (last.get(fileId) === settled) last.delete(fileId);
    });
    return done;
  };
}

import { setImmediate } from 'node:timers/promises';
import { loadFile } from '../../documents/zone-files/load-file.ts';
import { readZoneFileInSteps } from '../../documents/zone-files/read-zone-file.ts';
import type { ZoneImport } from '../../domain/zones/zone-import.ts';

/** So long a reader may be deaf to other questions. */
const SLICE_MS = 30;

type Runs = Readonly<{
  open(path: string, run: string | null): Promise<ZoneImport>;
  /** From 0 to 1; null where no such run is on its way. */
  share(run: string): number | null;
}>;

/** Reads files slice by slice, so that it can be asked meanwhile how far it is. */
export function createOpening(clock: () => number = () => performance.now()): Runs {
  const shares = new Map<string, number>();
  return {
    share: (run) => shares.get(run) ?? null,
    async open(path, run) {
      const tell = (share: number): void => void (run !== null && shares.set(run, share));
      tell(0);
      try {
        const steps = readZoneFileInSteps(await loadFile(path), nameOf(path));
        for (let due = clock() + SLICE_MS; ;) {
          const { done, value } = steps.next();
          if (done) return value;
          if (clock() < due) continue;
          tell(value);
          await setImmediate();
          due = clock() + SLICE_MS;
        }
      } finally {
        if (run !== null) shares.delete(run);
      }
    },
  };
}

const nameOf = (path: string): string => path.slice(path.search(/[^\\/]*$/));

import type { Client } from '../../../main/contract/index.ts';
import type { ZoneEdit } from '../../../main/domain/zones/drawing/drawn-zone.ts';
import { inParts } from './edit-parts.ts';

/** Where a draft stands. */
type Point = Readonly<{ draft: number; revision: number }>;

/** Sends steps one after another; when the last one is kept, or refused, what is kept is read again. */
export function createKeeping(client: Client, read: () => Promise<void>) {
  let revision = 0;
  let draft: number | null = null;
  let waiting = 0;
  let line: Promise<void> = Promise.resolve();
  const send = async (edit: ZoneEdit): Promise<void> => {
    for (const part of inParts(edit)) {
      ({ revision } = await client.zones.change({ draft, revision, ...part }));
    }
  };
  const done = async (): Promise<void> => {
    waiting -= 1;
    if (waiting === 0) await read();
  };
  return {
    keep(edit: ZoneEdit): Promise<void> {
      waiting += 1;
      const kept = line.then(() => send(edit));
      line = kept.catch(() => undefined).then(done);
      return kept;
    },
    /** Whether what was read may be shown: nothing is on its way. */
    isNewest(read: Point): boolean {
      if (waiting > 0) return false;
      ({ draft, revision } = read);
      return true;
    },
    /** News of other windows, and of what is kept beside the steps; own steps are known. */
    isNews: (told: Point & Readonly<{ step: boolean }>): boolean =>
      waiting === 0 && !(told.step && told.revision === revision && told.draft === draft),
    idle: (): Promise<void> => line,
  };
}

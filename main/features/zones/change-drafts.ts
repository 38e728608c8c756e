import type { Handlers } from '../../contract/define.ts';
import type { zones } from '../../contract/zones.ts';
import { Failure } from '../../domain/failure.ts';
import type { ReadableDb, WritableDb } from '../../store/database.ts';
import {
  hasDraft,
  readZoneDrafts,
  removeDraft,
  saveChosenDraft,
  saveDraft,
  saveDraftName,
} from '../../store/zones/zone-drafts.ts';

type DraftChanges = Pick<
  Handlers<typeof zones, 'core'>,
  'addDraft' | 'renameDraft' | 'chooseDraft' | 'removeDraft'
>;

/** Several maps side by side: made, copied, named, turned to, taken away and taken back. */
export const changeDrafts = (
  db: WritableDb,
  change: <Answer>(work: () => Answer) => Answer,
): DraftChanges => ({
  addDraft: ({ name, copyOf }) =>
    change(() => {
      if (copyOf !== null) knownDraft(db, copyOf);
      return { draft: saveDraft(db, freeName(db, name, null), copyOf) };
    }),
  renameDraft: ({ draft, name }) =>
    change(() => {
      saveDraftName(db, knownDraft(db, draft), freeName(db, name, draft));
      return null;
    }),
  chooseDraft: ({ draft }) =>
    change(() => {
      saveChosenDraft(db, knownDraft(db, draft));
      return null;
    }),
  removeDraft: ({ draft }) =>
    change(() => {
      const others = readZoneDrafts(db).filter(({ id }) => id !== knownDraft(db, draft));
      if (others.length === 0) throw new Failure('conflict', 'zones.last-draft');
      removeDraft(db, draft);
      return null;
    }),
});

/** A draft that is, or was, there: what was removed can be taken back. */
export function knownDraft(db: ReadableDb, draft: number): number {
  if (!hasDraft(db, draft)) throw new Failure('not-found', 'zones.draft-absent');
  return draft;
}

/** People tell maps by their names alone. */
function freeName(db: ReadableDb, name: string, own: number | null): string {
  const wanted = name.toLocaleLowerCase();
  const taken = readZoneDrafts(db).some(
    (draft) => draft.id !== own && draft.name.toLocaleLowerCase() === wanted,
  );
  if (taken) throw new Failure('conflict', 'zones.draft-name-taken', { name });
  return name;
}

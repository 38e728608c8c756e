import type { Handlers } from '../../contract/define.ts';
import type { Announce } from '../../contract/index.ts';
import type { statusMapping } from '../../contract/status-mapping.ts';
import type { DraftStep } from '../../domain/status-mapping/mapping-history.ts';
import type { Outside } from '../../outside.ts';
import type { WritableDb } from '../../store/database.ts';
import { readActiveProfile } from '../../store/profiles.ts';
import { requireRight } from '../../store/require-right.ts';
import {
  readDraftSteps,
  saveDraftStep,
  saveRedoneTo,
  saveUndoneFrom,
} from '../../store/status-mapping/status-draft.ts';
import { readNewestMappingVersion } from '../../store/status-mapping/status-mapping.ts';
import { applyDraft, assignNow, restoreVersion, unapplyVersion, undoVersion } from './versions.ts';
import { ruleHandlers } from './change-rules.ts';
import { requireKnownPlaces } from './known-places.ts';

/** Draft, versions and rules; everything needs the right `edit-statuses`. */
export function changeStatusMapping(
  db: WritableDb,
  outside: Pick<Outside, 'now'>,
  announce: Announce,
): Handlers<typeof statusMapping, 'core'> {
  const made = () => ({ author: readActiveProfile(db)?.name ?? '', at: outside.now() });
  const change = <Answer>(work: () => Answer): Answer => {
    requireRight(db, 'edit-statuses');
    const answer = work();
    announce('statusMapping.changed', { version: readNewestMappingVersion(db).id });
    return answer;
  };
  const drafted = (work: () => void): readonly DraftStep[] =>
    change(() => {
      work();
      return readDraftSteps(db);
    });
  return {
    assign: ({ changes }) =>
      drafted(() => {
        requireKnownPlaces(db, changes);
        saveDraftStep(db, changes, made());
      }),
    undo: ({ step }) => drafted(() => undo(db, step)),
    redo: ({ step }) => drafted(() => redo(db, step)),
    discard: () => drafted(() => saveUndoneFrom(db, 0)),
    apply: (shown) => change(() => applyDraft(db, shown, made())),
    unapply: ({ version }) => change(() => unapplyVersion(db, version, made())),
    assignNow: ({ changes }) => change(() => assignNow(db, changes, made())),
    undoVersion: () => change(() => undoVersion(db, made())),
    restore: ({ version }) => change(() => restoreVersion(db, version, made())),
    ...ruleHandlers(db, change, made),
  };
}

function undo(db: WritableDb, step: number | null): void {
  const newest = readDraftSteps(db).findLast(({ undone }) => !undone);
  const from = step ?? newest?.id;
  if (from !== undefined) saveUndoneFrom(db, from);
}

function redo(db: WritableDb, step: number | null): void {
  const first = readDraftSteps(db).find(({ undone }) => undone);
  const to = step ?? first?.id;
  if (to !== undefined) saveRedoneTo(db, to);
}

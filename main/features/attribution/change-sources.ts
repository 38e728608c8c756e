import type { Handlers } from '../../contract/define.ts';
import type { attribution } from '../../contract/attribution.ts';
import type { Announce } from '../../contract/index.ts';
import { Failure } from '../../domain/failure.ts';
import { mayMerge } from '../../domain/attribution/source-tree.ts';
import type { Outside } from '../../outside.ts';
import { readProgress } from '../../store/attribution/attribution-due.ts';
import { readSources, type StoredSource } from '../../store/attribution/attribution-sources.ts';
import type { WritableDb } from '../../store/database.ts';
import { readActiveProfile } from '../../store/profiles.ts';
import { requireRight } from '../../store/require-right.ts';
import {
  readField,
  readSourceChange,
  saveSourceChange,
  undoSourceChange,
} from '../../store/attribution/source-changes.ts';

type All = Handlers<typeof attribution, 'core'>;
type Change = Parameters<All['changeSource']>[0];

/** Renames, colours, merges and takes apart, with a way back. */
export function changeSources(
  db: WritableDb,
  outside: Pick<Outside, 'now'>,
  announce: Announce,
): Pick<All, 'changeSource' | 'undoSourceChange'> {
  const told = (): void => announce('attribution.changed', { waiting: readProgress(db).waiting });
  return {
    changeSource(change) {
      requireRight(db, 'edit-settings');
      checkChange(readSources(db), change);
      const { kind, sourceId } = change;
      const author = readActiveProfile(db)?.name ?? '';
      const saved = saveSourceChange(
        db,
        { kind, sourceId, after: valueOf(change) },
        author,
        outside.now(),
      );
      told();
      return saved;
    },
    undoSourceChange({ changeId }) {
      requireRight(db, 'edit-settings');
      const change = readSourceChange(db, changeId);
      if (!change) throw new Failure('not-found', 'attribution.unknown-change');
      const now = readField(db, change.kind, change.sourceId);
      if (change.undone || now !== change.after) {
        throw new Failure('conflict', 'attribution.change-overtaken');
      }
      undoSourceChange(db, change, outside.now());
      told();
      return null;
    },
  };
}

function valueOf(change: Change): string | null {
  switch (change.kind) {
    case 'rename':
      return change.name;
    case 'colour':
      return change.colour;
    case 'merge':
      return String(change.into);
    case 'split':
      return null;
  }
}

function checkChange(sources: readonly StoredSource[], change: Change): void {
  const source = sources.find(({ id }) => id === change.sourceId);
  if (!source) throw new Failure('not-found', 'attribution.unknown-source');
  if (change.kind === 'merge' && !mayMerge(sources, change.sourceId, change.into)) {
    throw new Failure('invalid', 'attribution.merge-loop');
  }
  if (change.kind === 'split' && source.mergedInto === null) {
    throw new Failure('conflict', 'attribution.not-merged');
  }
}

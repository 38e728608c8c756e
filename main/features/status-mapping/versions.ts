import { Failure } from '../../domain/failure.ts';
import {
  draftedMapping,
  type MappingVersion,
} from '../../domain/status-mapping/mapping-history.ts';
import type { Instant } from '../../domain/orders/order.ts';
import {
  assign,
  mappingDifference,
  type MappingChange,
  type StatusMapping,
} from '../../domain/status-mapping/status-mapping.ts';
import { inDurableTransaction, type WritableDb } from '../../store/database.ts';
import {
  readDraftSteps,
  saveDraftApplied,
  saveDraftReopened,
} from '../../store/status-mapping/status-draft.ts';
import {
  readMappingVersions,
  readNewestMappingVersion,
  readStatusMapping,
  saveMappingVersion,
} from '../../store/status-mapping/status-mapping.ts';
import { requireKnownPlaces } from './known-places.ts';

type Made = Readonly<{ author: string; at: Instant }>;

/** Puts the draft in force when it is what was shown: the same version, the same steps. */
export function applyDraft(
  db: WritableDb,
  shown: Readonly<{ version: number; steps: readonly number[] }>,
  made: Made,
): MappingVersion {
  return inDurableTransaction(db, () => {
    const draft = readDraftSteps(db).filter(({ undone }) => !undone);
    const same = JSON.stringify(draft.map(({ id }) => id)) === JSON.stringify(shown.steps);
    if (!same || readNewestMappingVersion(db).id !== shown.version) {
      throw new Failure('conflict', 'status-mapping.changed-meanwhile');
    }
    const before = readStatusMapping(db, null);
    const mapping = draftedMapping(before, draft);
    if (mappingDifference(before, mapping).length === 0) {
      throw new Failure('conflict', 'status-mapping.nothing-to-apply');
    }
    const saved = save(db, mapping, made, 'draft', null);
    saveDraftApplied(db, saved.id);
    return saved;
  });
}

/** Takes the newest version back; its steps are the draft again. */
export function unapplyVersion(db: WritableDb, version: number, made: Made): MappingVersion {
  return inDurableTransaction(db, () => {
    if (readNewestMappingVersion(db).id !== version) {
      throw new Failure('conflict', 'status-mapping.changed-meanwhile');
    }
    const undone = undoVersion(db, made);
    saveDraftReopened(db, version);
    return undone;
  });
}

/** Changes what is in force at once; what changes nothing makes no version. */
export function assignNow(
  db: WritableDb,
  changes: readonly MappingChange[],
  made: Made,
): MappingVersion {
  requireKnownPlaces(db, changes);
  return inDurableTransaction(db, () => {
    const before = readStatusMapping(db, null);
    const after = assign(before, changes);
    if (mappingDifference(before, after).length === 0) return readNewestMappingVersion(db);
    return save(db, after, made, 'command', null);
  });
}

/** Goes back before the newest change; asked again, before the one that came before it. */
export function undoVersion(db: WritableDb, made: Made): MappingVersion {
  const undone = new Map(
    readMappingVersions(db).map(({ id, cause, sameAs }) => [id, cause === 'undo' ? sameAs : null]),
  );
  const stateOf = (id: number): number => undone.get(id) ?? id;
  const before = stateOf(readNewestMappingVersion(db).id) - 1;
  if (before < 1) throw new Failure('conflict', 'status-mapping.nothing-to-undo');
  return save(db, readStatusMapping(db, before), made, 'undo', stateOf(before));
}

/** Puts an older version in force again. */
export function restoreVersion(db: WritableDb, version: number, made: Made): MappingVersion {
  const versions = readMappingVersions(db);
  const wanted = versions.find(({ id }) => id === version);
  if (!wanted) throw new Failure('not-found', 'status-mapping.version-absent', { version });
  return save(db, readStatusMapping(db, version), made, 'restore', wanted.sameAs ?? version);
}

function save(
  db: WritableDb,
  mapping: StatusMapping,
  { author, at }: Made,
  cause: MappingVersion['cause'],
  sameAs: number | null,
): MappingVersion {
  saveMappingVersion(db, mapping, { cause, sameAs, author, validFrom: at });
  return readNewestMappingVersion(db);
}

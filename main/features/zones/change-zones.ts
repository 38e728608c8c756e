import type { Handlers } from '../../contract/define.ts';
import type { Announce } from '../../contract/index.ts';
import type { zones, ZoneMapVersion, ZoneProof } from '../../contract/zones.ts';
import { Failure } from '../../domain/failure.ts';
import { zoneDifferences } from '../../domain/zones/drawing/zone-difference.ts';
import type { Outside } from '../../outside.ts';
import type { WritableDb } from '../../store/database.ts';
import { readActiveProfile } from '../../store/profiles.ts';
import { requireRight } from '../../store/require-right.ts';
import { readDraftRevision, readDraftZones, saveDraftEdit } from '../../store/zones/zone-draft.ts';
import { readChosenDraft } from '../../store/zones/zone-drafts.ts';
import { readZonesReadAt } from '../../store/zones/zones-read-at.ts';
import {
  readVersionZones,
  saveZonesHandedOver,
  saveZonesProved,
  saveZoneVersion,
} from '../../store/zones/zone-versions.ts';
import { checkBaseMap, saveBaseMap } from './base-map.ts';
import { changeDrafts, knownDraft } from './change-drafts.ts';
import { iikoZonesOf, knownVersion, newestVersion } from './read-zone-map.ts';
import { keepUploads } from './keep-uploads.ts';

type Core = Handlers<typeof zones, 'core'>;

/** Draft, versions, the way to iiko, the base map; everything needs the right `edit-settings`. */
export function changeZones(
  db: WritableDb,
  outside: Pick<Outside, 'now' | 'dataFolder'>,
  announce: Announce,
): Core {
  const addBytes = keepUploads(outside.dataFolder);
  const change = <Answer>(work: () => Answer, step = false): Answer => {
    requireRight(db, 'edit-settings');
    const answer = work();
    const draft = readChosenDraft(db);
    announce('zones.changed', { draft, revision: readDraftRevision(db, draft), step });
    return answer;
  };
  return {
    ...changeDrafts(db, change),
    change: ({ draft, revision, ...edit }) =>
      change(() => {
        const known = draft === null ? readChosenDraft(db) : knownDraft(db, draft);
        if (readDraftRevision(db, known) !== revision)
          throw new Failure('conflict', 'zones.changed-meanwhile');
        return { revision: saveDraftEdit(db, known, edit) };
      }, true),
    keep: ({ note }) => change(() => keepDraft(db, outside.now(), note)),
    handOver: ({ version, link }) =>
      change(() => {
        knownVersion(db, version);
        saveZonesHandedOver(db, version, outside.now(), link);
        return knownVersion(db, version);
      }),
    prove: ({ version, organizationId }) =>
      change(() => prove(db, version, organizationId, outside.now())),
    async saveBaseMap(baseMap) {
      requireRight(db, 'edit-settings');
      await checkBaseMap(baseMap);
      return change(() => saveBaseMap(db, baseMap));
    },
    addBytes: (part) => addBytes(part),
  };
}

/** A version of what is drawn; the newest one where nothing was drawn since. */
function keepDraft(db: WritableDb, at: number, note: string): ZoneMapVersion {
  const draft = readChosenDraft(db);
  const drawn = readDraftZones(db, draft);
  if (drawn.length === 0) throw new Failure('invalid', 'zones.nothing-drawn');
  const newest = newestVersion(db, draft);
  const kept = newest && readVersionZones(db, newest.id);
  if (newest && JSON.stringify(kept) === JSON.stringify(drawn)) return newest;
  const author = readActiveProfile(db)?.name ?? '';
  return knownVersion(db, saveZoneVersion(db, drawn, { draft, author, at, note }));
}

/** Names and borders are compared, not ids: iiko knows none, and maps round coordinates. */
function prove(db: WritableDb, version: number, organizationId: number, at: number): ZoneProof {
  knownVersion(db, version);
  const readAt = readZonesReadAt(db, organizationId);
  const differences = zoneDifferences(
    readVersionZones(db, version) ?? [],
    iikoZonesOf(db, organizationId),
  );
  const same = readAt !== null && differences.length === 0;
  if (same) saveZonesProved(db, version, at);
  return { readAt, same, differences };
}

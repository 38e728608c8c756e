import type { Handlers } from '../../contract/define.ts';
import type { IikoZones, ZoneMap, ZoneMapVersion, zones } from '../../contract/zones.ts';
import { Failure } from '../../domain/failure.ts';
import type { DeliveryZone } from '../../domain/zones/delivery-zone.ts';
import type { ReadableDb } from '../../store/database.ts';
import { readZoneRings } from '../../store/orders/zone-rings.ts';
import { hasRight } from '../../store/require-right.ts';
import {
  readCoverageOrganizations,
  readCoverageTerminals,
} from '../../store/zone-coverage/coverage-places.ts';
import { readDraftRevision, readDraftZones } from '../../store/zones/zone-draft.ts';
import { readChosenDraft, readZoneDrafts } from '../../store/zones/zone-drafts.ts';
import { readZonesReadAt } from '../../store/zones/zones-read-at.ts';
import {
  readVersionZones,
  readZoneVersion,
  readZoneVersions,
} from '../../store/zones/zone-versions.ts';
import { createBaseFile, readBaseMap } from './base-map.ts';

/** The draft, its versions, iiko's zones and the base map. */
export function readZones(db: ReadableDb): Handlers<typeof zones, 'list'> {
  const file = createBaseFile(db);
  return {
    map: () => readMap(db),
    drafts: () => readZoneDrafts(db),
    versions: () => readZoneVersions(db),
    version({ version }) {
      const found = readVersionZones(db, version);
      if (!found) throw new Failure('not-found', 'zones.version-absent', { version });
      return found;
    },
    iiko: () => readIikoZones(db),
    baseMap: () => readBaseMap(db),
    baseFile: () => file.about(),
    baseTile: ({ z, x, y }) => file.tile(z, x, y),
  };
}

function readMap(db: ReadableDb): ZoneMap {
  const draft = readChosenDraft(db);
  const drawn = readDraftZones(db, draft);
  const newest = newestVersion(db, draft);
  const kept = newest ? readVersionZones(db, newest.id) : [];
  return {
    draft,
    drafts: readZoneDrafts(db),
    revision: readDraftRevision(db, draft),
    zones: drawn,
    newest,
    changed: JSON.stringify(drawn) !== JSON.stringify(kept),
    places: readPlaces(db),
    mayEdit: hasRight(db, 'edit-settings'),
  };
}

/** What was kept last of a draft; null: nothing. */
export const newestVersion = (db: ReadableDb, draft: number): ZoneMapVersion | null =>
  readZoneVersions(db).find((version) => version.draft === draft) ?? null;

function readPlaces(db: ReadableDb): ZoneMap['places'] {
  const all = [...readCoverageTerminals(db), ...readCoverageOrganizations(db)];
  return all.flatMap(({ name, longitude, latitude }) =>
    longitude === null || latitude === null ? [] : [{ name, at: [longitude, latitude] as const }],
  );
}

const readIikoZones = (db: ReadableDb): IikoZones[] =>
  readCoverageOrganizations(db).map(({ id, name }) => ({
    organizationId: id,
    name,
    readAt: readZonesReadAt(db, id),
    zones: iikoZonesOf(db, id),
  }));

/** The zones of an organization as iiko Cloud gave them. */
export const iikoZonesOf = (db: ReadableDb, organizationId: number): DeliveryZone[] =>
  readZoneRings(db, organizationId).map(({ name, ring }, place) => ({
    id: `iiko-${organizationId}-${place}`,
    name,
    colour: null,
    parts: [{ outline: ring, holes: [] }],
  }));

/** A version that is there. */
export function knownVersion(db: ReadableDb, version: number): ZoneMapVersion {
  const found = readZoneVersion(db, version);
  if (!found) throw new Failure('not-found', 'zones.version-absent', { version });
  return found;
}

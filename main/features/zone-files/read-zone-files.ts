import type { Handlers } from '../../contract/define.ts';
import type { zoneFiles } from '../../contract/zone-files.ts';
import type { Position } from '../../domain/zones/delivery-zone.ts';
import { createZoneIndex } from '../../domain/zones/zone-index.ts';
import type { ReaderOutside } from '../../outside.ts';
import type { ReadableDb } from '../../store/database.ts';
import { readCoverageOrganizations } from '../../store/zone-coverage/coverage-places.ts';
import { checkZoneFile, openZoneFile } from './check-zone-file.ts';
import { handOutZones } from './hand-out-zones.ts';
import { createOpening } from './open-with-progress.ts';
import { repairZoneFile } from './repair-zone-file.ts';

/** Files of zones are read in the reader for long work: 16 MB take a second. */
export function readZoneFiles(
  db: ReadableDb,
  outside: ReaderOutside,
): Handlers<typeof zoneFiles, 'report'> {
  const opening = createOpening();
  return {
    check: ({ path, cities }) => checkZoneFile(path, [...cities, ...storedCities(db)]),
    open: ({ path, run }) => opening.open(path, run),
    progress: ({ run }) => opening.share(run),
    async locate({ path, at: [longitude, latitude] }) {
      const { zones } = await openZoneFile(path);
      const { zone, all } = createZoneIndex(zones).locate(longitude, latitude);
      return { zone: zone?.name ?? null, all: all.map(({ name }) => name) };
    },
    repair: (input) =>
      repairZoneFile(outside, { ...input, cities: [...input.cities, ...storedCities(db)] }),
    async convert({ path, format }) {
      const { zones, report } = await openZoneFile(path);
      return handOutZones(outside.dataFolder, format, zones, report.title ?? '');
    },
  };
}

/** Where the connected organisations are; those that do not say are left out. */
const storedCities = (db: ReadableDb): Position[] =>
  readCoverageOrganizations(db).flatMap(({ longitude, latitude }) =>
    longitude === null || latitude === null ? [] : [[longitude, latitude] as const],
  );

import type { Handlers } from '../../contract/define.ts';
import type { OrderPoints, zones } from '../../contract/zones.ts';
import { openTransferFile } from '../../documents/exports/transfer-file.ts';
import { writeZoneFile } from '../../documents/zone-files/write-zone-file.ts';
import { toEpochDay } from '../../domain/epoch-day.ts';
import { Failure } from '../../domain/failure.ts';
import type { ReaderOutside } from '../../outside.ts';
import type { ReadableDb } from '../../store/database.ts';
import { countPlaceless, readOrderPoints } from '../../store/zones/order-points.ts';
import { readDraftZones } from '../../store/zones/zone-draft.ts';
import { readVersionZones } from '../../store/zones/zone-versions.ts';
import { readKnownStreets } from './known-streets.ts';

const MOST_POINTS = 200_000;
const PER_DEGREE = 1e6;

/** Files of the map, and where past orders went. */
export function reportZones(
  db: ReadableDb,
  { dataFolder }: Pick<ReaderOutside, 'dataFolder'>,
): Handlers<typeof zones, 'report'> {
  return {
    async exportFile({ format, version, title }) {
      const drawn = version === null ? readDraftZones(db) : readVersionZones(db, version);
      if (!drawn?.length) throw new Failure('invalid', 'zones.nothing-drawn');
      const file = openTransferFile(dataFolder, `zones.${format}`);
      await file.write(writeZoneFile(format, drawn, title));
      await file.finish();
      return { handle: file.handle, fileName: file.fileName, zones: drawn.length };
    },
    knownStreets: () => readKnownStreets(db),
    orderPoints: ({ from, to }) => pointsOf(db, { from: toEpochDay(from), to: toEpochDay(to) }),
  };
}

function pointsOf(db: ReadableDb, days: Readonly<{ from: number; to: number }>): OrderPoints {
  const points = readOrderPoints(db, days, MOST_POINTS);
  const bytes = Buffer.alloc(points.length * 8);
  points.forEach(([longitude, latitude], place) => {
    bytes.writeInt32LE(Math.round(longitude * PER_DEGREE), place * 8);
    bytes.writeInt32LE(Math.round(latitude * PER_DEGREE), place * 8 + 4);
  });
  return {
    count: points.length,
    without: countPlaceless(db, days),
    packed: bytes.toString('base64'),
  };
}

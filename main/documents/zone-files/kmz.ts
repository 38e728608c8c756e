import { Failure } from '../../domain/failure.ts';
import { openArchive } from '../archive/open-archive.ts';
import { reason, type FoundFile } from './found-feature.ts';
import { openKml } from './kml/open-kml.ts';
import type { ReadingSteps } from './reading-steps.ts';
import { refuseLarge, ZONE_FILE_LIMITS } from './zone-file-limits.ts';

/**
 * Reads the map of a KMZ: `doc.kml`, else the first KML (`iiko-local.md` 2.3). Bombs, names that
 * leave a folder and damaged archives are `Failure('refused', 'document.archive.…')`; an Excel
 * workbook, which is a zip too, is told apart since it has lost the polygons.
 */
export function* openKmz(bytes: Uint8Array): ReadingSteps<FoundFile> {
  refuseLarge(bytes, ZONE_FILE_LIMITS.kmlBytes);
  const paths: string[] = [];
  const files = openArchive(bytes, (path) => {
    paths.push(path);
    return isMap(path) && chosen(paths) === path;
  });
  const path = chosen(paths);
  const file = files.find((one) => one.path === path);
  if (!file) return refuseArchive(paths);
  const found = yield* openKml(file.bytes);
  const others = paths.filter((one) => isMap(one) && one !== path).length;
  if (others === 0) return found;
  return { ...found, notes: [...found.notes, reason('maps-left-in-archive', { count: others })] };
}

const isMap = (path: string): boolean => /\.kml$/i.test(path);
const isMain = (path: string): boolean => /(?:^|\/)doc\.kml$/i.test(path);

const chosen = (paths: readonly string[]): string | undefined =>
  paths.find(isMain) ?? paths.find(isMap);

function refuseArchive(paths: readonly string[]): never {
  if (paths.some((path) => path.startsWith('xl/'))) {
    throw new Failure('invalid', 'zones.workbook');
  }
  if (paths.some((path) => /\.shp$/i.test(path))) throw new Failure('invalid', 'zones.shapefile');
  throw new Failure('invalid', 'zones.kmz-without-map', { files: paths.slice(0, 3).join(', ') });
}

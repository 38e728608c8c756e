import { Failure } from '../../domain/failure.ts';
import type { ZoneImport } from '../../domain/zones/zone-import.ts';
import { openGeoJson } from './geojson/open-geojson.ts';
import { openKml } from './kml/open-kml.ts';
import { openKmz } from './kmz.ts';
import { openMapPage } from './map-page.ts';
import { refuseOtherFormats } from './other-formats.ts';
import { inOneGo, type ReadingSteps } from './reading-steps.ts';
import { openScript } from './script/open-script.ts';
import { takeFeatures } from './take-features.ts';
import { refuseWebPage } from './web-page.ts';
import { openTable } from './wkt/open-table.ts';
import { refuseLarge, ZONE_FILE_LIMITS } from './zone-file-limits.ts';
import { firstSign, refuseBlank, zoneFileText } from './zone-file-text.ts';

/**
 * Reads zones of a file by what is in it, not by its name: KML, KMZ, GeoJSON, a script that holds
 * GeoJSON, the page of a map of Constructor, a table with WKT (`iiko-local.md` 2.2–2.5). Answers at
 * least one zone and a report that names every feature; anything else is a `Failure` `zones.…` or
 * `document.archive.…` that says what the file is and what to do. Reads nothing but the bytes; 16 MB
 * take about a second.
 */
export const readZoneFile = (bytes: Uint8Array, name: string): ZoneImport =>
  inOneGo(readZoneFileInSteps(bytes, name));

/** The same, with room for other work between the features. */
export function* readZoneFileInSteps(bytes: Uint8Array, name: string): ReadingSteps<ZoneImport> {
  refuseBlank(bytes);
  refuseOtherFormats(bytes);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return takeFeatures('kmz', yield* openKmz(bytes));
  const sign = firstSign(bytes);
  if (sign === '<') return yield* readMarkup(bytes);
  const isJson = sign === '{' || sign === '[';
  refuseLarge(bytes, isJson ? ZONE_FILE_LIMITS.jsonBytes : ZONE_FILE_LIMITS.tableBytes);
  const text = zoneFileText(bytes);
  if (isJson) return takeFeatures('geojson', yield* openGeoJson(text));
  const table = openTable(text);
  if (table) return takeFeatures('wkt', table);
  const script = openScript(text);
  if (script) return takeFeatures('script', script);
  throw new Failure('invalid', 'zones.file-unknown', { name: name.slice(0, 120) });
}

/** KML, or a page: one that shows a map, or one that came in place of a map. */
function* readMarkup(bytes: Uint8Array): ReadingSteps<ZoneImport> {
  const page = openMapPage(bytes);
  if (page) return takeFeatures('page', page);
  refuseWebPage(bytes);
  return takeFeatures('kml', yield* openKml(bytes));
}

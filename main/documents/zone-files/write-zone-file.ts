import { assertNever } from '../../domain/assert-never.ts';
import type { DeliveryZone } from '../../domain/zones/delivery-zone.ts';
import { writeGeoJson } from './geojson/write-geojson.ts';
import { writeKml } from './kml/write-kml.ts';
import { writeKmz } from './write-kmz.ts';

/** The formats that zones are handed out in. */
export type ZoneExportFormat = 'kml' | 'kmz' | 'geojson';

/** The bytes of a file that holds the zones; `readZoneFile` gives exactly the same zones back. */
export function writeZoneFile(
  format: ZoneExportFormat,
  zones: readonly DeliveryZone[],
  title: string,
): Uint8Array {
  switch (format) {
    case 'kml':
      return Buffer.from(writeKml(zones, title), 'utf8');
    case 'kmz':
      return writeKmz(zones, title);
    case 'geojson':
      return Buffer.from(writeGeoJson(zones, title), 'utf8');
    default:
      return assertNever(format);
  }
}

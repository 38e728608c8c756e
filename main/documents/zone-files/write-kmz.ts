import { strToU8, zipSync } from 'fflate';
import type { DeliveryZone } from '../../domain/zones/delivery-zone.ts';
import { writeKml } from './kml/write-kml.ts';

/** Always the same, so that the same zones give the same bytes. */
const NO_DATE = new Date(1980, 0, 1);

/** The zones as KMZ: their KML as `doc.kml` in a zip. */
export const writeKmz = (zones: readonly DeliveryZone[], title: string): Uint8Array =>
  zipSync({ 'doc.kml': [strToU8(writeKml(zones, title)), { mtime: NO_DATE, level: 6 }] });

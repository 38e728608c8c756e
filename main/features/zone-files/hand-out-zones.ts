import type { ZoneFileMade } from '../../contract/zone-files.ts';
import { openTransferFile } from '../../documents/exports/transfer-file.ts';
import {
  writeZoneFile,
  type ZoneExportFormat,
} from '../../documents/zone-files/write-zone-file.ts';
import type { DeliveryZone } from '../../domain/zones/delivery-zone.ts';

/** Leaves zones as a file to be fetched once. */
export async function handOutZones(
  dataFolder: string,
  format: ZoneExportFormat,
  zones: readonly DeliveryZone[],
  title: string,
): Promise<ZoneFileMade> {
  const file = openTransferFile(dataFolder, `zones.${format}`);
  await file.write(writeZoneFile(format, zones, title));
  await file.finish();
  return { handle: file.handle, fileName: file.fileName, zones: zones.length };
}

import type { ZoneFileCheck, ZoneFigures } from '../../contract/zone-files.ts';
import { loadFile } from '../../documents/zone-files/load-file.ts';
import { readZoneFile } from '../../documents/zone-files/read-zone-file.ts';
import { checkZones } from '../../domain/zones/check-zones.ts';
import type { DeliveryZone, Position } from '../../domain/zones/delivery-zone.ts';
import { areaOfZone } from '../../domain/zones/zone-area.ts';
import type { ZoneImport } from '../../domain/zones/zone-import.ts';
import { verdictOf } from '../../domain/zones/zone-verdict.ts';

/** The zones of a file by its path. */
export const openZoneFile = async (path: string): Promise<ZoneImport> =>
  readZoneFile(await loadFile(path), path.slice(path.search(/[^\\/]*$/)));

/** What a file holds and what iiko would refuse in it. */
export async function checkZoneFile(
  path: string,
  cities: readonly Position[],
): Promise<ZoneFileCheck> {
  const { zones, report } = await openZoneFile(path);
  const findings = checkZones(zones, { cities });
  return { zones: zones.map(figuresOf), report, findings, verdict: verdictOf(findings) };
}

function figuresOf(zone: DeliveryZone): ZoneFigures {
  const { name, parts } = zone;
  const rings = parts.flatMap(({ outline, holes }) => [outline, ...holes]);
  return {
    name,
    parts: parts.length,
    holes: rings.length - parts.length,
    vertices: rings.reduce((sum, ring) => sum + ring.length, 0),
    areaM2: areaOfZone(zone),
  };
}

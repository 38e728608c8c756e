import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readZoneFile } from '../../main/documents/zone-files/read-zone-file.ts';
import { checkZones } from '../../main/domain/zones/check-zones.ts';
import { repairZones } from '../../main/domain/zones/repair/repair-zones.ts';
import { verdictOf } from '../../main/domain/zones/zone-verdict.ts';

/** Real maps; absent outside this workplace. */
const FOLDER = resolve(import.meta.dirname, '../../../shared/data/zones');
const COMMON = new Set(['overlap', 'sliver', 'nested', 'duplicate-zone']);

test.skipIf(!existsSync(FOLDER)).each([
  ['yandex_constructor_olimp.kml', 61],
  ['yandex_constructor_spb_delivery_zones.geojson', 5],
])(
  '%s has as many overlapping pairs as were measured, and is ready once repaired',
  (file, pairs) => {
    const { zones } = readZoneFile(readFileSync(join(FOLDER, file)), file);
    const exactly = checkZones(zones, { touchM: 0 }).filter(({ kind }) => COMMON.has(kind));
    expect(exactly).toHaveLength(pairs);
    const repaired = repairZones(zones, { unnamed: 'Зона' });
    expect(verdictOf(repaired.left)).toBe('ready');
    expect(checkZones(repaired.zones, { touchM: 0 }).some(({ kind }) => COMMON.has(kind))).toBe(
      false,
    );
  },
);

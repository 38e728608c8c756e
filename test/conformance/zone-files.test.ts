import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readZoneFile } from '../../main/documents/zone-files/read-zone-file.ts';
import { writeZoneFile } from '../../main/documents/zone-files/write-zone-file.ts';
import { checkZones } from '../../main/domain/zones/check-zones.ts';
import type { Failure } from '../../main/domain/failure.ts';
import type { ZoneImport } from '../../main/domain/zones/zone-import.ts';
import { verdictOf } from '../../main/domain/zones/zone-verdict.ts';
import { polygonsByOracle, polygonsOfZones } from '../support/kml-oracle.ts';

/** Real maps and hand-made traps (`iiko-local.md` 2.6); absent outside this workplace. */
const FOLDER = resolve(import.meta.dirname, '../../../shared/data/zones');

/** How each file ends: format, zones, what was changed and skipped, the verdict; or its refusal. */
const ENDINGS: Readonly<Record<string, string>> = {
  'derived_moscow_districts.kmz': 'kmz, 125: район Восточный; repairable',
  'derived_spb_districts_multigeometry.kml': 'kml, 107: Васильевский; repairable',
  'ekcelo_sample.kmz':
    'kmz, 2: 61:44:0050706:1 · г. Ростов-на-Дону, ул. Б.Садовая, 111; changed height-left-out ×1; skipped point ×6, no-geometry ×1; repairable',
  'evaletolab_zones.kml': 'kml, 4: —; changed no-name ×4, ring-closed ×1; repairable',
  'moscow_districts.geojson': 'geojson, 125: район Восточный; repairable',
  'spb_districts.geojson': 'geojson, 107: Васильевский; repairable',
  'synthetic/bowtie_self_intersection.kml': 'kml, 1: Бантик; repairable',
  'synthetic/donut_and_filler.kml': 'kml, 2: Кольцо; repairable',
  'synthetic/earth_google_ns_22.kml': 'kml, 1: Старый ns; ready',
  'synthetic/empty_name_yandex_style.kml': 'kml, 1: 10 км от МКАД; changed name-told ×1; ready',
  'synthetic/multigeometry.kml': 'kml, 1: Две части; repairable',
  'synthetic/mymaps_csv_wkt.csv': 'wkt, 1: Зона 1; ready',
  'synthetic/networklink_only.kml': 'zones.network-link-only',
  'synthetic/no_namespace.kml': 'kml, 1: Без ns; ready',
  'synthetic/points_and_lines_only.kml': 'zones.points-and-lines',
  'synthetic/shared_edge.kml': 'kml, 2: Зона 1; ready',
  'synthetic/stylemap_colour.kml': 'kml, 1: Синяя; ready',
  'synthetic/two_disjoint.kml': 'kml, 2: Зона 1; ready',
  'synthetic/unclosed_ring.kml': 'kml, 1: Незамкнутая; changed ring-closed ×1; ready',
  'togeojson_bad.kml': 'zones.nothing-readable',
  'togeojson_cdata.kml': 'zones.points-only',
  'togeojson_extended_data.kml': 'zones.points-only',
  'togeojson_inline_style.kml': 'zones.lines-only',
  'togeojson_linear_ring.kml': 'kml, 1: AOI; changed outline-as-area ×1; repairable',
  'togeojson_literal_color.kml': 'zones.lines-only',
  'togeojson_multigeometry.kml': 'zones.lines-only',
  'togeojson_multigeometry_discrete.kml': 'zones.lines-only',
  'togeojson_multigeometry_sibling.kml': 'zones.lines-only',
  'togeojson_networklink.kml': 'zones.network-link-only',
  'togeojson_nogeomplacemark.kml': 'zones.addresses-only',
  'togeojson_noname.kml': 'zones.lines-only',
  'togeojson_null_geometry.kml': 'zones.addresses-only',
  'togeojson_opacity_override.kml': 'zones.lines-only',
  'togeojson_polygon.kml': 'kml, 1: hollow box; changed height-left-out ×1; repairable',
  'togeojson_schema.kml': 'kml, 1: —; changed no-name ×1; repairable',
  'togeojson_selfclosing.kml': 'zones.lines-only',
  'togeojson_simpledata.kml': 'zones.points-only',
  'togeojson_style_url.kml': 'kml, 1: Building 41; changed height-left-out ×1; ready',
  'togeojson_styles.kml':
    'kml, 1: Untitled Polygon; changed height-left-out ×1; skipped point ×1; ready',
  'webfencer_zonage.kml': 'kml, 1: Park Zone; skipped line ×1; ready',
  'yandex_constructor_olimp.kml':
    'kml, 52: Поле 23:15:0000000:2267 · Шардоне 2023 · Центр: 45.001183, 37.755447; changed name-told ×52; skipped point ×46; repairable',
  'yandex_constructor_spb_delivery_zones.geojson':
    'geojson, 4: Стоимость доставки: 500 р.; changed name-told ×4; repairable',
  'yandex_geoxml_objects.kml': 'kml, 2: Многоугольник 1; skipped point ×3, line ×3; ready',
};

const names = existsSync(FOLDER)
  ? readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.includes('.'))
      .map((name) => name.replaceAll('\\', '/'))
      .toSorted()
  : [];
const bytesOf = (name: string): Uint8Array => readFileSync(join(FOLDER, name));

const counted = (rows: readonly Readonly<{ why: Readonly<{ code: string }> }>[]): string =>
  [...Map.groupBy(rows, ({ why }) => why.code)]
    .map(([code, same]) => `${code} ×${same.length}`)
    .join(', ');

function endingOf(name: string): string {
  try {
    const { zones, report } = readZoneFile(bytesOf(name), name);
    const [changed, skipped] = [counted(report.changed), counted(report.skipped)];
    return [
      `${report.format}, ${zones.length}: ${zones[0]!.name || '—'}`,
      ...(changed === '' ? [] : [`changed ${changed}`]),
      ...(skipped === '' ? [] : [`skipped ${skipped}`]),
      verdictOf(checkZones(zones)),
    ].join('; ');
  } catch (error) {
    return (error as Failure).code;
  }
}

test.skipIf(names.length === 0)('every sample map has an ending that is expected', () => {
  expect(Object.fromEntries(names.map((name) => [name, endingOf(name)]))).toEqual(ENDINGS);
});

const taken = names.filter((name) => !ENDINGS[name]?.startsWith('zones.'));
const read = (name: string): ZoneImport => readZoneFile(bytesOf(name), name);

const FORMATS = ['kml', 'kmz', 'geojson'] as const;
/** Tens of thousands of numbers: compared as text, they take no time. */
const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** A ring without a polygon is a line to the other reader. */
const OTHERWISE = new Set(['togeojson_linear_ring.kml']);

test.skipIf(names.length === 0)('another reader finds the same polygons in every KML', () => {
  const maps = taken.filter((name) => name.endsWith('.kml') && !OTHERWISE.has(name));
  expect(maps.length).toBeGreaterThan(15);
  const differs = maps.filter((name) => {
    const theirs = polygonsByOracle(Buffer.from(bytesOf(name)).toString());
    return !isSame(polygonsOfZones(read(name).zones), theirs);
  });
  expect(differs).toEqual([]);
});

test.skipIf(names.length === 0)('every map comes back the same from every format', () => {
  const differs = taken.flatMap((name) => {
    const { zones } = read(name);
    return FORMATS.filter((format) => {
      const back = readZoneFile(writeZoneFile(format, zones, name), name).zones;
      return !isSame(back, zones);
    }).map((format) => `${name} as ${format}`);
  });
  expect(differs).toEqual([]);
});

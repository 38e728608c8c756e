import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readZoneFile } from '../../main/documents/zone-files/read-zone-file.ts';
import { Failure } from '../../main/domain/failure.ts';
import { applicationWith, type FilledApplication } from '../support/application-with-orders.ts';
import { zonesDesk } from '../support/zones-desk.ts';

/** Real maps and hand-made traps; absent outside this workplace. */
const FOLDER = resolve(import.meta.dirname, '../../../shared/data/zones');

/** Maps of another file here once more, as large: they are checked but not repaired again. */
const ONCE_MORE = new Set(['moscow_districts.geojson', 'spb_districts.geojson']);

/** How each file ends: zones, findings, verdict → what it is once repaired; or its refusal. */
const ENDINGS: Readonly<Record<string, string>> = {
  'derived_moscow_districts.kmz':
    '125: multi-part ×3, duplicate-vertex ×2, sliver ×1; repairable → ready 129',
  'derived_spb_districts_multigeometry.kml':
    '107: duplicate-vertex ×1, multi-part ×6; repairable → ready 127',
  'ekcelo_sample.kmz': '2: nested ×1; repairable → ready 2',
  'evaletolab_zones.kml': '4: empty-name ×4; repairable → ready 4',
  'moscow_districts.geojson': '125: multi-part ×3, duplicate-vertex ×2, sliver ×1; repairable',
  'spb_districts.geojson': '107: duplicate-vertex ×1, multi-part ×6; repairable',
  'synthetic/bowtie_self_intersection.kml': '1: self-intersection ×1; repairable → ready 2',
  'synthetic/donut_and_filler.kml': '2: hole ×1; repairable → ready 2',
  'synthetic/earth_google_ns_22.kml': '1: nothing; ready → ready 1',
  'synthetic/empty_name_yandex_style.kml': '1: nothing; ready → ready 1',
  'synthetic/multigeometry.kml': '1: multi-part ×1; repairable → ready 2',
  'synthetic/mymaps_csv_wkt.csv': '1: nothing; ready → ready 1',
  'synthetic/networklink_only.kml': 'refused: network-link-only',
  'synthetic/no_namespace.kml': '1: nothing; ready → ready 1',
  'synthetic/points_and_lines_only.kml': 'refused: points-and-lines',
  'synthetic/shared_edge.kml': '2: nothing; ready → ready 2',
  'synthetic/stylemap_colour.kml': '1: nothing; ready → ready 1',
  'synthetic/two_disjoint.kml': '2: nothing; ready → ready 2',
  'synthetic/unclosed_ring.kml': '1: nothing; ready → ready 1',
  'togeojson_bad.kml': 'refused: nothing-readable',
  'togeojson_cdata.kml': 'refused: points-only',
  'togeojson_extended_data.kml': 'refused: points-only',
  'togeojson_inline_style.kml': 'refused: lines-only',
  'togeojson_linear_ring.kml': '1: duplicate-vertex ×1; repairable → ready 1',
  'togeojson_literal_color.kml': 'refused: lines-only',
  'togeojson_multigeometry.kml': 'refused: lines-only',
  'togeojson_multigeometry_discrete.kml': 'refused: lines-only',
  'togeojson_multigeometry_sibling.kml': 'refused: lines-only',
  'togeojson_networklink.kml': 'refused: network-link-only',
  'togeojson_nogeomplacemark.kml': 'refused: addresses-only',
  'togeojson_noname.kml': 'refused: lines-only',
  'togeojson_null_geometry.kml': 'refused: addresses-only',
  'togeojson_opacity_override.kml': 'refused: lines-only',
  'togeojson_polygon.kml': '1: hole ×1; repairable → ready 1',
  'togeojson_schema.kml': '1: empty-name ×1; repairable → ready 1',
  'togeojson_selfclosing.kml': 'refused: lines-only',
  'togeojson_simpledata.kml': 'refused: points-only',
  'togeojson_style_url.kml': '1: nothing; ready → ready 1',
  'togeojson_styles.kml': '1: nothing; ready → ready 1',
  'webfencer_zonage.kml': '1: nothing; ready → ready 1',
  'yandex_constructor_olimp.kml': '52: nested ×54, sliver ×1; repairable → ready 52',
  'yandex_constructor_spb_delivery_zones.geojson': '4: sliver ×1; repairable → ready 4',
  'yandex_geoxml_objects.kml': '2: nothing; ready → ready 2',
};

type Finding = Readonly<{ kind: string; zones: readonly string[]; areaM2?: number }>;
type Checked = Readonly<{
  zones: readonly object[];
  skipped: readonly { what: string; why: string }[];
  findings: readonly Finding[];
  verdict: string;
}>;

const names = existsSync(FOLDER)
  ? readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.includes('.'))
      .map((name) => name.replaceAll('\\', '/'))
      .toSorted()
  : [];

let application: FilledApplication;
let folder: string;

beforeAll(() => {
  application = applicationWith(() => undefined, Date.now);
  folder = mkdtempSync(join(tmpdir(), 'desk-zone-commands-'));
});
afterAll(async () => {
  await application.close();
  rmSync(folder, { recursive: true });
});

const counted = (findings: readonly Finding[]): string =>
  [...Map.groupBy(findings, ({ kind }) => kind)]
    .map(([kind, same]) => `${kind} ×${same.length}`)
    .join(', ');

/** What `check` says, and what it says of the file that `repair` wrote; or why the file is refused. */
async function endingOf(name: string): Promise<string> {
  const desk = zonesDesk(application);
  const [path, out] = [join(FOLDER, name), join(folder, `${name.replaceAll('/', '-')}.kml`)];
  const check = async (file: string): Promise<Checked> =>
    (await desk('check', file)).document as Checked;
  const { zones, skipped, findings, verdict } = await check(path);
  if (verdict === 'refused') {
    expect({ zones, skipped }).toEqual({
      zones: [],
      skipped: [{ what: basename(name), why: expect.any(String) as string }],
    });
    await expect(desk('repair', path, '--out', out)).rejects.toThrow(Failure);
    return `refused: ${skipped[0]!.why}`;
  }
  const before = `${zones.length}: ${counted(findings) || 'nothing'}; ${verdict}`;
  if (ONCE_MORE.has(name)) return before;
  const repaired = await desk('repair', path, '--out', out);
  const after = await check(out);
  expect({ name, reached: repaired.reached, left: after.findings }).toEqual({
    name,
    reached: true,
    left: [],
  });
  return `${before} → ${after.verdict} ${after.zones.length}`;
}

test.skipIf(names.length === 0)(
  'every file ends as is expected',
  { timeout: 120_000 },
  async () => {
    const endings: Record<string, string> = {};
    for (const name of names) endings[name] = await endingOf(name);
    expect(endings).toEqual(ENDINGS);
  },
);

test.skipIf(names.length === 0)(
  'a corner of a zone is found in it, and its export holds the same',
  async () => {
    const desk = zonesDesk(application);
    const zonesOf = (path: string) => readZoneFile(readFileSync(path), '').zones;
    const taken = names.filter((name) => /ready/.test(ENDINGS[name]!) && !/districts/.test(name));
    for (const name of taken) {
      const path = join(FOLDER, name);
      const zones = zonesOf(path);
      const [longitude, latitude] = zones[0]!.parts[0]!.outline[0]!;
      const { document } = await desk('locate', path, String(latitude), String(longitude));
      expect((document as { all: string[] }).all, name).toContain(zones[0]!.name);
      for (const format of ['kml', 'kmz', 'geojson']) {
        const out = join(folder, `exported-${name.replaceAll('/', '-')}.${format}`);
        await desk('export', path, '--format', format, '--out', out);
        expect(zonesOf(out), `${name} as ${format}`).toEqual(zones);
      }
    }
  },
);

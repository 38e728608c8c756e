import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readZoneFile } from '../../../main/documents/zone-files/read-zone-file.ts';
import {
  writeZoneFile,
  type ZoneExportFormat,
} from '../../../main/documents/zone-files/write-zone-file.ts';
import type { DeliveryZone } from '../../../main/domain/zones/delivery-zone.ts';

const FORMATS: readonly ZoneExportFormat[] = ['kml', 'kmz', 'geojson'];
const text = (format: ZoneExportFormat, zones: readonly DeliveryZone[]): string =>
  Buffer.from(writeZoneFile(format, zones, 'Зоны <1>')).toString();

/** Any degrees: the shortest, the longest and those that are written with an exponent. */
const degrees = (most: number) =>
  fc
    .oneof(
      fc.double({ min: -most, max: most, noNaN: true }),
      fc.constantFrom(0, 1e-7, -3.2e-9, 37.5, -0.1 + 0.3, most),
      fc.double({ min: -1e-6, max: 1e-6, noNaN: true }),
    )
    .map((value) => value + 0);
const position = fc.tuple(degrees(180), degrees(90));
const ring = fc
  .array(position, { minLength: 1, maxLength: 12 })
  .filter(
    (points) => points.length < 2 || JSON.stringify(points[0]) !== JSON.stringify(points.at(-1)),
  );
const part = fc.record({ outline: ring, holes: fc.array(ring, { maxLength: 2 }) });
/** Names as people and other programs write them; XML cannot hold control characters. */
const name = fc
  .oneof(
    fc.constantFrom('', ' ', 'Центр', 'A  B\u200B', '<b>&amp;"\'</b>', 'a\r\nb\tc', ']]>', '700'),
    fc.string({ unit: 'binary', maxLength: 20 }),
  )
  .map((given) => given.toWellFormed().replace(/(?![\t\r\n])\p{Cc}|[\uFFFE\uFFFF]/gu, ''));
const colour = fc.option(
  fc.integer({ min: 0, max: 0xff_ffff }).map((rgb) => `#${rgb.toString(16).padStart(6, '0')}`),
);
const id = fc.oneof(fc.uuid(), fc.stringMatching(/^[\w. <&"-]{1,20}$/));
const zones = fc.uniqueArray(
  fc.record({ id, name, colour, parts: fc.array(part, { minLength: 1, maxLength: 3 }) }),
  { minLength: 1, maxLength: 5, selector: (zone) => zone.id },
);

test.each(FORMATS)('%s: what is handed out comes back the same', (format) => {
  fc.assert(
    fc.property(zones, (given) => {
      const { zones: back, report } = readZoneFile(writeZoneFile(format, given, 'Зоны'), '');
      expect(back).toEqual(given);
      expect(report.skipped).toEqual([]);
    }),
    { seed: 20_261_122, numRuns: 150 },
  );
});

const ZONE: DeliveryZone = {
  id: '1',
  name: 'Центр & «юг»',
  colour: '#0288d1',
  parts: [
    {
      outline: [
        [37.5, 55.7],
        [37.55, 55.7],
        [37.55, 1e-7],
      ],
      holes: [],
    },
  ],
};

test('KML is what My Maps writes itself: one layer, twin styles, closed rings without exponents', () => {
  const kml = text('kml', [ZONE]);
  expect(kml).toContain('<name>Зоны &lt;1&gt;</name>');
  expect(kml).toContain('<StyleMap id="poly-0288D1-1200-77-nodesc">');
  expect(kml).toContain('<color>4dd18802</color>');
  expect(kml).toContain(
    '37.5,55.7,0\n37.55,55.7,0\n37.55,0.0000001,0\n37.5,55.7,0\n</coordinates>',
  );
  expect(kml).not.toContain('<Folder>');
});

test('KMZ holds doc.kml and is the same bytes for the same zones', () => {
  const [one, other] = [1, 2].map(() => writeZoneFile('kmz', [ZONE], 'Зоны'));
  expect(one).toEqual(other);
  expect(Object.keys(unzipSync(one!))).toEqual(['doc.kml']);
});

test('GeoJSON names the zone where Constructor shows it', () => {
  const { features } = JSON.parse(text('geojson', [ZONE])) as {
    features: { properties: object }[];
  };
  expect(features[0]!.properties).toMatchObject({ description: ZONE.name, fill: '#0288d1' });
});

test('a map that came back from My Maps has lost its signature and keeps names and colours', () => {
  const signed = text('kml', [
    ZONE,
    { ...ZONE, id: '2', name: ' Два ', parts: [...ZONE.parts, ...ZONE.parts] },
  ]);
  const unsigned = signed.replace(/<ExtendedData>.*<\/ExtendedData>/, '');
  const { zones: back } = readZoneFile(Buffer.from(unsigned), '');
  expect(back.map((zone) => [zone.name, zone.colour, zone.parts.length])).toEqual([
    ['Центр & «юг»', '#0288d1', 1],
    ['Два', '#0288d1', 2],
  ]);
});

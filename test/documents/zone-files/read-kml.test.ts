import { expect, test } from 'vitest';
import { readZoneFile } from '../../../main/documents/zone-files/read-zone-file.ts';
import { encodeText } from '../../../main/documents/text-encoding/codec.ts';
import type { ZoneImport } from '../../../main/domain/zones/zone-import.ts';
import { kml, placemark, polygon, square } from './kml-of.ts';

const read = (inside: string): ZoneImport => readZoneFile(kml(inside), 'zones.kml');
const colourOf = (inside: string): string | null | undefined => read(inside).zones[0]?.colour;
const changes = ({ report }: ZoneImport): string[] => report.changed.map(({ why }) => why.code);

test('a polygon becomes a zone, longitude first, the ring without its repeated end', () => {
  const { zones, report } = read(placemark('Центр'));
  expect(zones).toMatchObject([
    {
      name: 'Центр',
      colour: null,
      parts: [
        {
          outline: [
            [37.5, 55.7],
            [37.55, 55.7],
            [37.55, 55.75],
            [37.5, 55.75],
          ],
          holes: [],
        },
      ],
    },
  ]);
  expect(report).toEqual({
    format: 'kml',
    title: 'Районы',
    taken: [{ what: 'Центр', number: 1, line: 2, layer: null, zoneId: zones[0]!.id }],
    changed: [],
    skipped: [],
    notes: [],
  });
});

test('folders in folders are layers; every other object is named with its line', () => {
  const { report } = read(
    `<Folder><name>Город</name><Folder><name>Север</name>\n${placemark('A')}</Folder>\n` +
      `${placemark('Ресторан', '<Point><coordinates>37,55</coordinates></Point>')}\n` +
      `${placemark('Забор', `<LineString><coordinates>${square()}</coordinates></LineString>`)}\n` +
      `${placemark('Тверская, 1', '<address>Тверская, 1</address>')}</Folder>` +
      '<GroundOverlay><name>План</name></GroundOverlay>' +
      '<NetworkLink><name>Ещё</name><Link><href>https://a.b/</href></Link></NetworkLink>',
  );
  expect(report.taken.map(({ layer, line }) => [layer, line])).toEqual([['Север', 3]]);
  expect(report.skipped.map(({ what, layer, line, why }) => [what, layer, line, why.code])).toEqual(
    [
      ['Ресторан', 'Город', 8, 'point'],
      ['Забор', 'Город', 9, 'closed-line'],
      ['Тверская, 1', 'Город', 14, 'no-geometry'],
      ['План', null, 14, 'overlay'],
      ['Ещё', null, 14, 'network-link'],
    ],
  );
});

const poly = (colour: string): string => `<PolyStyle><color>${colour}</color></PolyStyle>`;
const line = (colour: string): string => `<LineStyle><color>${colour}</color></LineStyle>`;

test.each([
  ['aabbggrr', `<Style>${poly('4dd18802')}</Style>`, '#0288d1'],
  [
    'the line where the fill can not be seen',
    `<Style>${poly('00ffffff')}${line('ff0000ff')}</Style>`,
    '#ff0000',
  ],
  [
    'the line where nothing is filled',
    `<Style>${line('ff00ff00')}<PolyStyle><color>ff0000ff</color><fill>0</fill></PolyStyle></Style>`,
    '#00ff00',
  ],
  ['six digits of a hand-made file', `<Style>${poly('#ff0011')}</Style>`, '#ff0011'],
  ['what is no colour', `<Style>${poly('red')}</Style>`, null],
  [
    'a style of My Maps that was lost',
    '<styleUrl>#poly-0288D1-1200-77-nodesc</styleUrl>',
    '#0288d1',
  ],
  ['nothing', '', null],
])('colour by %s', (_, style, colour) => {
  expect(colourOf(placemark('A', style + polygon()))).toBe(colour);
});

test('a style map stands for its normal style, also of newer Google Earth', () => {
  const styles =
    `<Style id="n">${poly('ff112233')}</Style><Style id="h">${poly('ff000000')}</Style>` +
    '<StyleMap id="m"><Pair><key>highlight</key><styleUrl>#h</styleUrl></Pair><Pair><key>normal</key><styleUrl>#n</styleUrl></Pair></StyleMap>' +
    `<gx:CascadingStyle kml:id="c"><Style>${poly('ff445566')}</Style></gx:CascadingStyle>` +
    '<StyleMap id="round"><Pair><key>normal</key><styleUrl>#round</styleUrl></Pair></StyleMap>';
  const styled = (id: string): string => placemark(id, `<styleUrl>${id}</styleUrl>${polygon()}`);
  const { zones } = read(styles + ['#m', ' n ', '#c', '#round'].map(styled).join(''));
  expect(zones.map(({ colour }) => colour)).toEqual(['#332211', '#332211', '#665544', null]);
});

test('a name is looked for in columns and in the description, and tidied; none is told', () => {
  const found = read(
    placemark(
      '',
      `<ExtendedData><Data name="Зона"><value>Юг</value></Data></ExtendedData>${polygon()}`,
    ) +
      placemark(
        '',
        `<description><![CDATA[<div><b>700&nbsp;₽</b></div>до 40 минут]]></description>${polygon()}`,
      ) +
      placemark(' Центр\n  города\u200B') +
      placemark('А'.repeat(250)) +
      placemark(''),
  );
  expect(found.zones.map(({ name }) => name)).toEqual([
    'Юг',
    '700 ₽',
    'Центр города',
    'А'.repeat(200),
    '',
  ]);
  expect(changes(found)).toEqual(['name-told', 'name-tidied', 'name-cut', 'no-name']);
  expect(found.report.notes).toEqual([{ code: 'descriptions-left-out', params: { count: 1 } }]);
});

test('markup of a description is thrown away, never kept', () => {
  const html =
    '<style>b{}</style><script>alert(1)</script><p>1 < 2 &lt;b&gt;<img src=x onerror=alert(1)>';
  const { zones } = read(
    placemark('', `<description><![CDATA[${html}]]></description>${polygon()}`),
  );
  expect(zones[0]!.name).toBe('1 < 2 <b>');
});

test('several parts, holes, open rings, heights and labels inside are told', () => {
  const hole =
    '<innerBoundaryIs><LinearRing><coordinates>37.51,55.71,150 37.52,55.71 37.52,55.72</coordinates></LinearRing></innerBoundaryIs>';
  const first = polygon().replace('</Polygon>', `${hole}</Polygon>`);
  const inside = `<MultiGeometry>${first}<MultiGeometry>${polygon(37.7)}</MultiGeometry><Point/></MultiGeometry>`;
  const found = read(placemark('A', inside));
  expect(found.zones[0]!.parts.map(({ holes }) => holes.length)).toEqual([1, 0]);
  expect(changes(found)).toEqual(['height-left-out', 'ring-closed', 'shapes-left-out']);
});

test.each([
  ['spaces beside commas', '1, 2 3 ,4,0 5 , 6', 3],
  ['commas at the end of tuples', '1,2, 3,4, 5,6,', 3],
  ['exponents and signs', '+1e0,-2.5 .5,1. 3,4', 3],
  ['other white space', '1,2\u00A03,4\t5,6', 3],
])('coordinates with %s', (_, text, count) => {
  const inside = polygon().replace(/<coordinates>[^<]*/, `<coordinates>${text}`);
  expect(read(placemark('A', inside)).zones[0]!.parts[0]!.outline).toHaveLength(count);
});

test.each([
  ['no,30 1,2 3,4', 'bad-coordinates', { text: 'no,30' }],
  ['1,2,3,4 1,2', 'bad-coordinates', { text: '1,2,3,4' }],
  ['1,0x10 1,2', 'bad-coordinates', { text: '1,0x10' }],
  ['1,1e999 1,2', 'bad-coordinates', { text: '1,1e999' }],
  ['4187526,7509137', 'not-degrees', { longitude: 4187526, latitude: 7509137 }],
  ['170,100', 'outside-earth', { longitude: 170, latitude: 100 }],
  ['', 'no-points', {}],
])('an area of %j is skipped and says why', (text, code, params) => {
  const inside = polygon().replace(/<coordinates>[^<]*/, `<coordinates>${text}`);
  const { report } = read(placemark('A') + placemark('B', inside));
  expect(report.skipped).toMatchObject([{ what: 'B', why: { code, params } }]);
});

test('latitude and longitude that may be swapped are taken, for the check to tell', () => {
  const inside = polygon().replace(
    /<coordinates>[^<]*/,
    '<coordinates>55,100 56,100 56,101 55,100',
  );
  expect(read(placemark('A', inside)).zones[0]!.parts[0]!.outline[0]).toEqual([55, 100]);
});

test('any prefix, declared or not, no namespace, no document, other encodings', () => {
  const prefixed = `<k:kml><k:Placemark><gx:a/><k:name>A</k:name>${polygon().replaceAll(/<(\/?)/g, '<$1k:')}</k:Placemark></k:kml>`;
  const bare = placemark('Зона');
  const wide = encodeText(`<?xml version="1.0" encoding="utf-16"?>${bare}`, 'utf-16le');
  const names = [
    Buffer.from(prefixed),
    Buffer.from(bare),
    Buffer.from(`\uFEFF${bare}`),
    Buffer.concat([Buffer.from([0xff, 0xfe]), wide]),
    encodeText(`<?xml version="1.0" encoding="windows-1251"?>${bare}`, 'windows-1251'),
    encodeText(bare, 'windows-1251'),
  ].map((bytes) => readZoneFile(bytes, '').zones[0]!.name);
  expect(names).toEqual(['A', 'Зона', 'Зона', 'Зона', 'Зона', 'Зона']);
});

test('ids follow the names: the same map brought again has the same, and no two are equal', () => {
  const ids = (inside: string): string[] => read(inside).zones.map(({ id }) => id);
  const first = ids(placemark('A') + placemark('A') + placemark('B'));
  expect(new Set(first).size).toBe(3);
  expect(ids(placemark('B', polygon(38)) + placemark('A') + placemark('A'))).toEqual([
    first[2],
    first[0],
    first[1],
  ]);
});

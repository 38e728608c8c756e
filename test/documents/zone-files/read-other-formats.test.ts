import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readZoneFile } from '../../../main/documents/zone-files/read-zone-file.ts';
import type { Failure } from '../../../main/domain/failure.ts';
import type { ZoneImport } from '../../../main/domain/zones/zone-import.ts';
import { kml, placemark } from './kml-of.ts';

const read = (text: string): ZoneImport => readZoneFile(Buffer.from(text), 'zones');

function refusal(file: string | Uint8Array): unknown {
  try {
    return readZoneFile(typeof file === 'string' ? Buffer.from(file) : file, 'zones.txt');
  } catch (error) {
    return (error as Failure).code;
  }
}

const RING = [
  [37.5, 55.7],
  [37.55, 55.7],
  [37.55, 55.75],
  [37.5, 55.7],
];
const AREA = { type: 'Polygon', coordinates: [RING] };
const feature = (properties: object, geometry: object | null = AREA): object => ({
  type: 'Feature',
  id: 7,
  properties,
  geometry,
});
const collection = (...features: object[]): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    metadata: { name: 'Доставка', creator: 'Yandex Map Constructor' },
    features,
  });

test('GeoJSON of Constructor: the name is the first line of the description', () => {
  const { zones, report } = read(
    collection(
      feature({ description: '700\n', fill: '#56DB40', 'stroke-width': '2' }),
      feature({ description: '<b>Зона 2</b><br>до&nbsp;40 мин', stroke: '#f00' }),
      feature({ iconCaption: 'Ресторан' }, { type: 'Point', coordinates: [37, 55] }),
      feature({ name: 'пусто' }, null),
    ),
  );
  expect(zones.map(({ name, colour }) => [name, colour])).toEqual([
    ['700', '#56db40'],
    ['Зона 2', '#ff0000'],
  ]);
  expect(report).toMatchObject({
    format: 'geojson',
    title: 'Доставка',
    changed: [{ why: { code: 'name-told' } }, { why: { code: 'name-told' } }],
    skipped: [
      { what: 'Ресторан', number: 3, why: { code: 'point' } },
      { what: 'пусто', number: 4, why: { code: 'no-geometry' } },
    ],
    notes: [{ code: 'descriptions-left-out', params: { count: 1 } }],
  });
});

test('every wrapping of GeoJSON: a feature, a geometry, a list, a member', () => {
  const multi = { type: 'MultiPolygon', coordinates: [[RING], [RING]] };
  const nested = { type: 'GeometryCollection', geometries: [AREA, { type: 'Point' }, multi] };
  const parts = [feature({}), AREA, multi, nested, [feature({})], { data: { map: [feature({})] } }]
    .map((value) => read(JSON.stringify(value)))
    .map(({ zones }) => zones[0]!.parts.length);
  expect(parts).toEqual([1, 1, 2, 3, 1, 1]);
});

test.each([
  ['a text', [['a', 1]], 'bad-coordinates'],
  ['one number', [[1]], 'bad-coordinates'],
  ['no list', 5, 'no-points'],
  ['metres', [[4187526, 7509137]], 'not-degrees'],
])('an area whose ring is %s is skipped', (_, ring, code) => {
  const bad = feature({ name: 'B' }, { type: 'Polygon', coordinates: [ring] });
  const { report } = read(collection(feature({ name: 'A' }), bad));
  expect(report.skipped).toMatchObject([{ what: 'B', why: { code } }]);
});

test('heights, numbers in quotes and an open ring are taken and told', () => {
  const ring = [
    ['37.5', '55.7', 150],
    [37.55, 55.7],
    [37.55, 55.75],
  ];
  const { zones, report } = read(
    collection(feature({ name: 'A' }, { type: 'Polygon', coordinates: [ring] })),
  );
  expect(zones[0]!.parts[0]!.outline).toEqual(RING.slice(0, 3));
  expect(report.changed.map(({ why }) => why.code)).toEqual(['height-left-out', 'ring-closed']);
});

test('keys that are prototypes harm nothing', () => {
  const hostile =
    '{"__proto__":{"polluted":1},"type":"Feature","properties":{"__proto__":{"name":"x"},"constructor":{"name":1}},"geometry":' +
    `${JSON.stringify(AREA)}}`;
  expect(read(hostile).zones[0]!.name).toBe('');
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

test('a script of a site: its literal is read as data, as JSON or not', () => {
  const strict = `var ZONES_DATA = ${collection(feature({ description: '700' }))};\nalert(1);`;
  const loose = `// зоны\nymaps.ready(() => { const z = [1, {a: 'it\\'s'}];
    load({type: 'FeatureCollection', /* all */ features: [{type: "Feature", preset: a.b,
      geometry: {type: 'Polygon', coordinates: [[[37.5,55.7],[37.55,55.7],[37.55,55.75],]]},
      properties: {hintContent: 'Центр \\u0031', __proto__: {x: 1},},},]}) });`;
  expect([strict, loose].map((text) => read(text).zones[0]!.name)).toEqual(['700', 'Центр 1']);
  expect(read(loose).report.format).toBe('script');
});

test('a table of My Maps: WKT beside the name, in any language; rows in quotes', () => {
  const wkt = (...rings: string[]): string => `"POLYGON (${rings.join(', ')})"`;
  const ring = '(37.5 55.7, 37.55 55.7, 37.55 55.75, 37.5 55.7)';
  const rows = [
    '\uFEFFWKT,nombre,descripción',
    `${wkt(ring)},"Зона ""1""",`,
    `${wkt(ring, ring)},Два,текст`,
    `"MULTIPOLYGON Z (((1 2 3, 4 5 6, 7 8 9)), (${ring}))",Три,`,
    'POINT (1 2),Точка,',
    ',Ничего,',
    '"POLYGON ((1 2, 3))",Плохая,',
  ].join('\r\n');
  const { zones, report } = read(rows);
  expect(zones.map(({ name, parts }) => [name, parts.length, parts[0]!.holes.length])).toEqual([
    ['Зона "1"', 1, 0],
    ['Два', 1, 1],
    ['Три', 2, 0],
  ]);
  expect(report.skipped.map(({ what, line, why }) => [what, line, why.code])).toEqual([
    ['Точка', 5, 'point'],
    ['Ничего', 6, 'no-geometry'],
    ['Плохая', 7, 'bad-coordinates'],
  ]);
  expect(read('SRID=4326;POLYGON((1 2,3 4,5 6,1 2))').report.format).toBe('wkt');
});

const zip = (files: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
const map = (name: string): string => Buffer.from(kml(placemark(name))).toString();

test('KMZ: doc.kml wherever it lies, else the first map; the others are told', () => {
  const main = readZoneFile(zip({ 'a.kml': map('A'), 'x/doc.kml': map('D'), 'i/1.png': '' }), '');
  expect([main.zones[0]!.name, main.report.format]).toEqual(['D', 'kmz']);
  expect(main.report.notes).toEqual([{ code: 'maps-left-in-archive', params: { count: 1 } }]);
  expect(readZoneFile(zip({ 'i.png': '', 'b.KML': map('B') }), '').zones[0]!.name).toBe('B');
});

const page = (title: string, body = ''): string =>
  `<!doctype html><html><head><title>${title}</title></head><body>${body}</body></html>`;

test.each([
  ['nothing', '', 'zones.file-empty'],
  ['a power cut', '\0\0\0\0', 'zones.file-nulled'],
  ['a letter', 'Привет!', 'zones.file-unknown'],
  ['a picture', Buffer.from('\u0089PNG\r\n\u001A\n\0\0', 'latin1'), 'zones.file-picture'],
  ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), 'zones.workbook'],
  ['another archive of files', 'Rar!\u001A', 'zones.other-archive'],
  ['a shortcut', '[InternetShortcut]\r\nURL=https://a.b', 'zones.file-shortcut'],
  [
    'a sign-in',
    page('Google Accounts', '<a href="https://accounts.google.com/ServiceLogin">'),
    'zones.page-sign-in',
  ],
  ['a private map', page('My Maps', 'You need permission'), 'zones.page-private'],
  ['a lost map', page('Error 404 (Not Found)!!1'), 'zones.page-gone'],
  ['a robot check', page('Ой!', '<form action="/showcaptcha">'), 'zones.page-robot-check'],
  ['a saved map', page('Зоны', '<script>var _pageData = 1</script>'), 'zones.page-map'],
  ['another page', page('Погода'), 'zones.page-other'],
  ['an empty map', '<kml><Document><name>x</name></Document></kml>', 'zones.map-empty'],
  ['an empty collection', collection(), 'zones.map-empty'],
  ['points', collection(feature({}, { type: 'MultiPoint' })), 'zones.points-only'],
  ['lines', collection(feature({}, { type: 'MultiLineString' })), 'zones.lines-only'],
  [
    'both',
    collection(feature({}, { type: 'Point' }), feature({}, { type: 'LineString' })),
    'zones.points-and-lines',
  ],
  [
    'addresses',
    '<kml><Placemark><address>Тверская, 1</address></Placemark></kml>',
    'zones.addresses-only',
  ],
  [
    'a network link',
    '<kml><NetworkLink><Link><href>https://a/b</href></Link></NetworkLink></kml>',
    'zones.network-link-only',
  ],
  [
    'broken areas',
    collection(feature({}, { type: 'Polygon', coordinates: [[[]]] })),
    'zones.nothing-readable',
  ],
  [
    'metres',
    collection(feature({}, { type: 'Polygon', coordinates: [[[4187526, 7509137]]] })),
    'zones.not-degrees',
  ],
  [
    'a projection',
    JSON.stringify({
      type: 'FeatureCollection',
      crs: { properties: { name: 'urn:ogc:def:crs:EPSG::3857' } },
      features: [feature({})],
    }),
    'zones.projection',
  ],
  ['TopoJSON', '{"type":"Topology","objects":{}}', 'zones.file-topojson'],
  ['other JSON', '{"zones":[1,2]}', 'zones.file-other-json'],
  ['cut JSON', collection(feature({})).slice(0, 90), 'zones.file-truncated'],
  ['wrong JSON', '{"type":,}', 'zones.json-damaged'],
  ['wrong long JSON', `${collection(feature({})).slice(0, -9)};}}`, 'zones.json-damaged'],
  ['GPX', '<?xml version="1.0"?><gpx><wpt/></gpx>', 'zones.file-gpx'],
  ['other XML', '<config/>', 'zones.file-other-xml'],
  ['cut KML', '<kml><Placemark><name>a', 'zones.file-truncated'],
  ['wrong KML', '<kml><a></b></kml>', 'zones.file-damaged'],
  ['a table of points', 'Широта,Долгота,Описание,Подпись\n55.7,37.6,a,b', 'zones.table-of-points'],
  ['a table of addresses', 'Адрес;Цена\nТверская, 1;500', 'zones.table-of-addresses'],
  ['a workbook', zip({ 'xl/workbook.xml': '<a/>' }), 'zones.workbook'],
  ['a shapefile', zip({ 'zones.shp': '' }), 'zones.shapefile'],
  ['another archive', zip({ 'readme.txt': '' }), 'zones.kmz-without-map'],
])('%s is named', (_, file, code) => {
  expect(refusal(file)).toBe(code);
});

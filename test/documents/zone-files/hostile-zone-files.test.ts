import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { readZoneFile } from '../../../main/documents/zone-files/read-zone-file.ts';
import type { Failure } from '../../../main/domain/failure.ts';
import { testCount } from '../../support/test-count.ts';
import { packArchive } from '../archive/pack-archive.ts';
import { kml, placemark } from './kml-of.ts';

const run = promisify(execFile);

function refusal(bytes: Uint8Array): string {
  try {
    readZoneFile(bytes, 'hostile');
    return 'taken';
  } catch (error) {
    return (error as Failure).code;
  }
}

const doc = kml(placemark('A'));
const xml = (text: string): Uint8Array => Buffer.from(text);

test.each([
  [
    'a zip bomb',
    packArchive([{ name: 'doc.kml', bytes: Buffer.alloc(12_000_000, 32) }]),
    'document.archive.bomb',
  ],
  [
    'a lie about the size',
    packArchive([{ name: 'doc.kml', bytes: doc, claims: 20 }]),
    'document.archive.damaged',
  ],
  ['zip slip', packArchive([{ name: '../doc.kml', bytes: doc }]), 'document.archive.name'],
  ['an absolute path', packArchive([{ name: 'C:\\doc.kml', bytes: doc }]), 'document.archive.name'],
  [
    'a link',
    packArchive([{ name: 'doc.kml', bytes: doc, unixMode: 0o120777 }]),
    'document.archive.link',
  ],
  [
    'a password',
    packArchive([{ name: 'doc.kml', bytes: doc, flags: 1 }]),
    'document.archive.encrypted',
  ],
  [
    'shared bytes',
    packArchive([
      { name: 'doc.kml', bytes: doc },
      { name: 'b.kml', bytes: doc, sharesWith: 0 },
    ]),
    'document.archive.damaged',
  ],
  [
    'half a zip',
    packArchive([{ name: 'doc.kml', bytes: doc }]).subarray(0, 90),
    'document.archive.damaged',
  ],
  [
    'billion laughs',
    xml('<!DOCTYPE kml [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><kml>&c;</kml>'),
    'zones.file-doctype',
  ],
  [
    'an outside entity',
    xml('<?xml version="1.0"?><!DOCTYPE kml SYSTEM "file:///etc/passwd"><kml/>'),
    'zones.file-doctype',
  ],
  ['an entity', xml('<kml>&xxe;</kml>'), 'zones.file-entity'],
  ['depth', xml(`<kml>${'<Folder>'.repeat(5000)}`), 'zones.file-elements'],
  ['numbers for signs', xml(`<kml>${'&#65;'.repeat(20_000)}</kml>`), 'zones.file-elements'],
  ['deep JSON', xml('['.repeat(100_000)), 'zones.json-intricate'],
  ['too much KML', Buffer.alloc(16 * 1024 * 1024 + 1, '<kml/>'), 'zones.file-too-large'],
])('%s is refused', (_, bytes, code) => {
  expect(refusal(bytes)).toBe(code);
});

/** Files that want memory or time; each is read by a program of its own with a quarter of a gigabyte. */
const GREEDY = [
  ['taken', `writeZoneFile('geojson', map(${testCount(500, 2000)}, 498), '')`],
  ['zones.file-vertices', `kml('1,1 '.repeat(1_100_000))`],
  [
    'zones.json-intricate',
    `Buffer.from('{"type":"Polygon","coordinates":[[' + '[1,1],'.repeat(1_400_000) + '[1,1]]]}')`,
  ],
  ['zones.file-elements', `Buffer.from('<kml>' + '<Placemark/>'.repeat(1_200_000))`],
  [
    'zones.addresses-only',
    `Buffer.from('<kml><Placemark>' + '\\n'.repeat(16_000_000) + '</Placemark></kml>')`,
  ],
] as const;

const PROGRAM = `
import { readZoneFile } from './main/documents/zone-files/read-zone-file.ts';
import { writeZoneFile } from './main/documents/zone-files/write-zone-file.ts';
const ring = (zone, size) => Array.from({ length: size }, (_, at) => [
  Number((37 + (zone % 30) / 20 + Math.cos((at / size) * 6.28) / 50).toFixed(6)),
  Number((55 + Math.floor(zone / 30) / 30 + Math.sin((at / size) * 6.28) / 100).toFixed(6)),
]);
const map = (count, size) => Array.from({ length: count }, (_, zone) => (
  { id: 'z' + zone, name: 'Зона ' + zone, colour: '#0288d1', parts: [{ outline: ring(zone, size), holes: [] }] }
));
const kml = (text) => Buffer.from('<kml><Placemark><Polygon><outerBoundaryIs><LinearRing><coordinates>' + text +
  '</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></kml>');
const make = [${GREEDY.map(([, bytes]) => `() => ${bytes}`).join(', ')}];
const ends = [];
for (const one of make) {
  const bytes = one();
  globalThis.gc();
  const before = process.memoryUsage.rss();
  let end = 'taken';
  try { readZoneFile(bytes, ''); } catch (error) { end = error.code; }
  ends.push([end, process.memoryUsage.rss() - before]);
}
console.log(JSON.stringify(ends));
`;

test('the largest and the greediest files keep to a quarter of a gigabyte', async () => {
  const limits = ['--expose-gc', '--max-old-space-size=256'];
  const program = [...limits, '--input-type=module', '--eval', PROGRAM];
  const { stdout } = await run(process.execPath, program, { maxBuffer: 1_000_000 });
  const ends = JSON.parse(stdout) as [string, number][];
  expect(ends.map(([end]) => end)).toEqual(GREEDY.map(([end]) => end));
  for (const [, grown] of ends) expect(grown).toBeLessThan(256 * 1024 * 1024);
}, 120_000);

import { expect, test } from 'vitest';
import { Dice } from '../../main/demo/seeded.ts';
import { readZoneFile } from '../../main/documents/zone-files/read-zone-file.ts';
import { writeZoneFile } from '../../main/documents/zone-files/write-zone-file.ts';
import { Failure } from '../../main/domain/failure.ts';
import type { ZoneImport } from '../../main/domain/zones/zone-import.ts';
import { polygonsByOracle, polygonsOfZones } from '../support/kml-oracle.ts';
import { testCount } from '../support/test-count.ts';
import { randomMap, type RandomMap } from './random-map.ts';
import { damaged } from './random-text.ts';
import { MAP_FORMATS, writeMap, type MapFormat } from './write-map.ts';

const CASES = testCount(2_500, 5_000_000);
const SEED = Number(process.env['SEED'] ?? 20_261_122);
const LIMIT_MS = 60_000 + CASES * 20;
const MOST_CPU_MS = 1_000;
const MOST_BYTES = 256 * 1024 * 1024;

const counts = { taken: 0, refused: 0, compared: 0, slowestMs: 0, largestBytes: 0 };

/** Damage that only maps know. */
const HOSTILE = [
  'NaN',
  '1e999',
  '[[',
  ']]]',
  ',,',
  '{"type":"Polygon"}',
  '<Polygon>',
  '</coordinates>',
  '<coordinates>1,2',
  '<NetworkLink><Link><href>http://10.0.0.1/</href></Link></NetworkLink>',
  '"__proto__":{"a":1},',
  '-181,91',
  '(((',
  '\uFEFF',
];

const hurt = (dice: Dice, bytes: Uint8Array): Uint8Array => {
  if (dice.chance(0.6)) return damaged(dice, bytes);
  const at = dice.below(bytes.length + 1);
  return Buffer.concat([
    bytes.subarray(0, at),
    Buffer.from(dice.pick(HOSTILE)),
    bytes.subarray(at),
  ]);
};

/** Reads or refuses; anything else thrown is a crash and fails the test. */
function opened(bytes: Uint8Array): ZoneImport | null {
  const before = process.cpuUsage();
  try {
    return readZoneFile(bytes, 'fuzz');
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    expect(error.code).toMatch(/^(?:zones|document\.archive)\./);
    return null;
  } finally {
    const { user, system } = process.cpuUsage(before);
    counts.slowestMs = Math.max(counts.slowestMs, (user + system) / 1000);
  }
}

/** Whatever came in, what goes out is a map: numbers are degrees, every feature is accounted for. */
function expectSane({ zones, report }: ZoneImport): void {
  expect(zones.length).toBeGreaterThan(0);
  expect(report.taken.map(({ zoneId }) => zoneId)).toEqual(zones.map(({ id }) => id));
  expect(new Set(zones.map(({ id }) => id)).size).toBe(zones.length);
  for (const { name, parts, colour } of zones) {
    expect(name.isWellFormed() && name === name.trim()).toBe(true);
    expect(colour ?? '#000000').toMatch(/^#[0-9a-f]{6}$/);
    const rings = parts.flatMap(({ outline, holes }) => [outline, ...holes]);
    expect(rings.every((ring) => ring.length > 0)).toBe(true);
    const numbers = rings.flat(2);
    expect(numbers.every((one) => Number.isFinite(one) && Math.abs(one) <= 180)).toBe(true);
  }
}

/** A sound file gives exactly what was drawn. */
function expectDrawn(found: ZoneImport, map: RandomMap, format: MapFormat): void {
  expect(found.zones.map(({ name }) => name)).toEqual(map.zones.map(({ name }) => name));
  expect(found.zones.map(({ parts }) => parts)).toEqual(map.zones.map(({ parts }) => parts));
  expect(found.report.skipped).toHaveLength(map.others.length);
  if (format === 'wkt') return;
  expect(found.zones.map(({ colour }) => colour)).toEqual(map.zones.map(({ colour }) => colour));
}

function examine(dice: Dice, bytes: Uint8Array, sound: RandomMap | null, format: MapFormat): void {
  const found = opened(bytes);
  counts[found ? 'taken' : 'refused'] += 1;
  if (sound) expectDrawn(found!, sound, format);
  if (!found) return;
  expectSane(found);
  if (dice.chance(0.1)) {
    const again = dice.pick(['kml', 'kmz', 'geojson'] as const);
    expect(readZoneFile(writeZoneFile(again, found.zones, ''), '').zones).toEqual(found.zones);
  }
  if (sound && format === 'kml' && bytes[0] === 0x3c && dice.chance(0.6)) {
    expect(polygonsOfZones(found.zones)).toEqual(polygonsByOracle(Buffer.from(bytes).toString()));
    counts.compared += 1;
  }
}

test(
  `${CASES} maps in six formats, every other damaged, are read exactly or refused (seed ${SEED})`,
  () => {
    const before = process.memoryUsage.rss();
    for (let number = 0; number < CASES; number += 1) {
      const dice = new Dice(SEED + number);
      const map = randomMap(dice);
      const format = dice.pick(MAP_FORMATS);
      const made = writeMap(dice, format, map);
      const isDamaged = dice.chance(0.5);
      const bytes = isDamaged ? hurt(dice, made) : made;
      try {
        examine(dice, bytes, isDamaged ? null : map, format);
      } catch (error) {
        console.error(`case ${number} of SEED=${SEED}: ${Buffer.from(bytes).toString('base64')}`);
        throw error;
      }
      if (number % 100 === 0)
        counts.largestBytes = Math.max(counts.largestBytes, process.memoryUsage.rss() - before);
    }
    console.log(`${CASES} maps: ${JSON.stringify(counts)}; crashes 0`);
    expect(counts.slowestMs).toBeLessThan(MOST_CPU_MS);
    expect(counts.largestBytes).toBeLessThan(MOST_BYTES);
    expect(counts.taken).toBeGreaterThan(CASES / 4);
    expect(counts.refused).toBeGreaterThan(CASES / 10);
    expect(({} as { a?: unknown }).a).toBeUndefined();
  },
  LIMIT_MS,
);

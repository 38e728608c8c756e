import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readZoneFile } from '../../main/documents/zone-files/read-zone-file.ts';
import type { Failure } from '../../main/domain/failure.ts';
import { kml, placemark, polygon } from '../documents/zone-files/kml-of.ts';
import {
  applicationWith,
  ask,
  type FilledApplication,
} from '../support/application-with-orders.ts';
import { zonesDesk, type DeskAnswer } from '../support/zones-desk.ts';

let application: FilledApplication;
const path = (name: string): string => join(application.dataFolder, name);

const desk = (...args: string[]): Promise<DeskAnswer> => zonesDesk(application)(...args);

const codeOf = (asked: Promise<unknown>): Promise<unknown> =>
  asked.catch((error: Failure) => error.code);

beforeAll(() => {
  application = applicationWith(() => undefined, Date.now);
  const ends = placemark('Ресторан', '<Point><coordinates>37,55</coordinates></Point>');
  const map = placemark('Центр') + placemark('Юг', polygon(37.54)) + ends;
  writeFileSync(path('map.kml'), kml(map));
  writeFileSync(path('points.kml'), kml(placemark('A', '<Point/>')));
});
afterAll(() => application.close());

test('check tells zones, what was skipped, findings and a verdict', async () => {
  const { reached, document, said } = await desk('check', path('map.kml'));
  expect(reached).toBe(true);
  expect(document).toEqual({
    zones: ['Центр', 'Юг'].map((name) => ({
      name,
      parts: 1,
      holes: 0,
      vertices: 4,
      areaM2: expect.closeTo(17_500_000, -5) as number,
    })),
    skipped: [{ what: 'Ресторан', why: 'point' }],
    findings: [
      {
        kind: 'overlap',
        zones: ['Центр', 'Юг'],
        areaM2: expect.closeTo(3_500_000, -5) as number,
        at: { latitude: expect.any(Number) as number, longitude: expect.any(Number) as number },
      },
    ],
    verdict: 'repairable',
  });
  expect(said).toBe('Ресторан: метка, а не многоугольник\n');
});

test('a repaired map is ready, and a file that is there stays', async () => {
  const out = path('ready.geojson');
  const repaired = await desk('repair', path('map.kml'), '--out', out);
  expect(repaired).toMatchObject({
    reached: true,
    document: { zones: 2, findings: [], verdict: 'ready' },
  });
  expect(await desk('check', out)).toMatchObject({ document: { findings: [], verdict: 'ready' } });
  expect(await codeOf(desk('repair', out, '--out', out))).toBe('zones.out-exists');
});

test('locate takes latitude first, in one word or two, also west of Greenwich', async () => {
  const asked = [['55.71', '37.545'], ['55.71, 37.52'], ['-12', '-77.5']];
  const answers = await Promise.all(
    asked.map((place) => desk('locate', path('map.kml'), ...place)),
  );
  expect(answers.map(({ document }) => document)).toEqual([
    { zone: 'Центр', all: ['Центр', 'Юг'] },
    { zone: 'Центр', all: ['Центр'] },
    { zone: null, all: [] },
  ]);
  expect(await codeOf(desk('locate', path('map.kml'), '55'))).toBe('cli.words');
});

test('export writes the same zones in every format', async () => {
  const { zones } = readZoneFile(readFileSync(path('map.kml')), '');
  for (const format of ['kml', 'kmz', 'geojson']) {
    const out = path(`out.${format}`);
    await desk('export', path('map.kml'), '--format', format, '--out', out);
    expect(readZoneFile(readFileSync(out), '').zones).toEqual(zones);
  }
});

test('without a file the drawn map is exported, once there is one', async () => {
  const out = path('drawn.kml');
  expect(await codeOf(desk('export', '--out', out))).toBe('zones.nothing-drawn');
  const { zones } = readZoneFile(readFileSync(path('map.kml')), '');
  const put = zones.map((zone) => ({ ...zone, locked: false, hidden: false }));
  const step = { revision: 0, put, remove: [], order: null };
  await ask(application.application, 'zones.change', step);
  expect(await desk('export', '--out', out)).toMatchObject({
    document: { format: 'kml', zones: 2 },
  });
  expect(readZoneFile(readFileSync(out), '').zones).toEqual(zones);
});

test('what is no map has its reason, a foreign link is not followed, a far city is told', async () => {
  const skipped = [{ what: 'points.kml', why: 'points-only' }];
  expect(await desk('check', path('points.kml'))).toMatchObject({
    reached: false,
    document: { zones: [], skipped, findings: [], verdict: 'refused' },
    said: expect.stringContaining('На карте только метки') as string,
  });
  expect(await codeOf(desk('check', path('none.kml')))).toBe('zones.no-file');
  expect(await codeOf(desk('check', 'https://evil.example/maps/d/kml?mid=1'))).toBe(
    'zones.link-host',
  );
  const far = await desk('check', path('map.kml'), '--city', '59.9,30.3');
  const kinds = (far.document as { findings: { kind: string }[] }).findings.map(({ kind }) => kind);
  expect(kinds).toContain('outside-city');
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { createOpening } from '../../../main/features/zone-files/open-with-progress.ts';

const folder = mkdtempSync(join(tmpdir(), 'zone-progress-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ring = '60.5,56.8 60.6,56.8 60.6,56.9 60.5,56.8';
const placemark = (name: string): string =>
  `<Placemark><name>${name}</name><Polygon><outerBoundaryIs><LinearRing><coordinates>${ring}` +
  '</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>';
const feature = (name: string): object => ({
  type: 'Feature',
  properties: { name },
  geometry: {
    type: 'Polygon',
    coordinates: [ring.split(' ').map((at) => at.split(',').map(Number))],
  },
});

const NAMES = Array.from({ length: 200 }, (_, number) => `Зона ${number}`);
const FILES = {
  kml: `<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${NAMES.map(placemark).join('')}</Document></kml>`,
  geojson: JSON.stringify({ type: 'FeatureCollection', features: NAMES.map(feature) }),
};

it.each(['kml', 'geojson'] as const)(
  'a big %s lets others in and tells how far it is',
  async (format) => {
    const path = join(folder, `zones.${format}`);
    writeFileSync(path, FILES[format]);
    // Every step takes ten milliseconds of this clock: three of them are a slice.
    let now = 0;
    const opening = createOpening(() => (now += 10));
    const shares: number[] = [];
    let reading = true;
    const look = (): void => {
      const share = opening.share('run');
      if (share !== null) shares.push(share);
      if (reading) setImmediate(look);
    };
    look();
    const { zones } = await opening.open(path, 'run');
    reading = false;
    expect(zones.map(({ name }) => name)).toEqual(NAMES);
    expect(new Set(shares).size).toBeGreaterThan(20);
    expect(shares).toEqual(shares.toSorted((one, other) => one - other));
    expect(Math.max(...shares)).toBeLessThanOrEqual(1);
    expect(opening.share('run')).toBeNull();
  },
);

it('a run that fails is over, too', async () => {
  const path = join(folder, 'broken.kml');
  writeFileSync(path, '<kml><Document></kml>');
  const opening = createOpening();
  await expect(opening.open(path, 'run')).rejects.toMatchObject({ code: 'zones.file-damaged' });
  expect(opening.share('run')).toBeNull();
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApplication, type Application } from '../../main/application.ts';
import type { IikoZones, ZoneMapVersion, ZoneProof } from '../../main/contract/zones.ts';
import type { LoadedZone } from '../../main/demo/answers/chain-context.ts';
import { zoneDifferences } from '../../main/domain/zones/drawing/zone-difference.ts';
import type { DrawnZone } from '../../main/domain/zones/drawing/drawn-zone.ts';
import type { ZoneImport } from '../../main/domain/zones/zone-import.ts';
import { takeTransfer } from '../../main/hosts/take-transfer.ts';
import {
  connectTo,
  newFolder,
  removeFolder,
  servedChain,
  type ServedChain,
} from '../faults/support/chain-desk.ts';
import { ask, quietOutside } from '../support/application-with-orders.ts';
import { give, startMapServers, type MapServers } from '../support/map-servers.ts';

const LINK = 'https://www.google.com/maps/d/edit?mid=1AbCdEfGhIjKlMnOpQrStUvWxYz&usp=sharing';
const MY_MAPS = 'https://www.google.com/maps/d/kml';
const CENTRE: [number, number][] = [
  [60.5533333, 56.8012345],
  [60.6100001, 56.8],
  [60.6099999, 56.8511111],
  [60.57, 56.86],
];

const drawn = (id: string, name: string, outline: DrawnZone['parts'][0]['outline']): DrawnZone => ({
  id,
  name,
  colour: '#2f9e44',
  parts: [{ outline, holes: [] }],
  locked: false,
  hidden: false,
});

/** A border of hundreds of corners, as streets wind: one of them is nothing of its area. */
const WINDING = Array.from({ length: 300 }, (_, at): [number, number] => {
  const [angle, reach] = [(at / 300) * 2 * Math.PI, 0.06 + 0.004 * Math.sin(at)];
  return [60.75 + reach * Math.cos(angle), 56.8 + (reach / 2) * Math.sin(angle)];
});
const ZONES = [drawn('a', 'Центр', CENTRE), drawn('b', 'Восток & «дальний»', WINDING)];

let servers: MapServers;
let served: ServedChain;
let folder: string;
let desk: Application;

beforeAll(async () => {
  [servers, served] = [await startMapServers(), await servedChain(5, 60)];
  folder = newFolder('hand-over');
  const toVendor: typeof fetch = (url, init) =>
    (typeof url === 'string' && url.startsWith(served.chain.address) ? fetch : servers.fetch)(
      url,
      init,
    );
  const outside = quietOutside(folder, () => served.clock.now());
  desk = createApplication({ ...outside, fetch: toVendor });
  await connectTo(desk, served.chain);
  await core('sync.runToEnd', { connectionId: null });
});
afterAll(async () => {
  await desk.close();
  await served.close();
  servers.close();
  removeFolder(folder);
});

const core = <T>(topic: string, input: unknown = {}): Promise<T> => ask<T>(desk, topic, input);

/** What iikoOffice does with the link: downloads the shared map and keeps its zones as its own. */
async function loadIntoIiko(change: (zones: LoadedZone[]) => LoadedZone[]): Promise<void> {
  const { zones } = await brought();
  const loaded = zones.map(({ name, parts }) => ({
    name,
    coordinates: parts[0]!.outline.map(([longitude, latitude]) => ({ latitude, longitude })),
  }));
  const { loadZones, truth } = served.chain;
  for (const { organizationId } of truth.venues) loadZones(organizationId, change(loaded));
}

async function brought(): Promise<ZoneImport> {
  const { path } = await core<{ path: string }>('zoneFiles.fetchLink', { link: LINK });
  return core<ZoneImport>('zoneFiles.open', { path });
}

test('a map goes through My Maps into iiko, and what arrived is proven, to a corner', async () => {
  await core('zones.change', { revision: 0, put: ZONES, remove: [], order: null });
  const version = await core<ZoneMapVersion>('zones.keep', { note: 'для iiko' });

  // The file for My Maps, and My Maps that was not shared at first.
  const made = await core<{ handle: string }>('zones.exportFile', {
    format: 'kml',
    version: version.id,
    title: 'Зоны',
  });
  const file = (await takeTransfer(folder, made.handle))!;
  const kml = Buffer.concat(await file.open().toArray());
  servers.answers.set(MY_MAPS, give(403));
  await expect(brought()).rejects.toMatchObject({ code: 'zones.link-not-shared' });

  // Shared: the link gives the same zones.
  servers.answers.set(MY_MAPS, give(200, kml));
  const { zones } = await brought();
  expect(zoneDifferences(ZONES, zones)).toEqual([]);
  await core('zones.handOver', { version: version.id, link: LINK });

  // Not loaded yet: iiko has others.
  const [iiko] = await core<IikoZones[]>('zones.iiko');
  const { organizationId } = iiko!;
  const prove = async (): Promise<ZoneProof> => {
    served.clock.advance(60_000);
    await core('zoneCoverage.readRestrictions', { organizationId });
    return core<ZoneProof>('zones.prove', { version: version.id, organizationId });
  };
  const before = await prove();
  expect(before.same).toBe(false);
  expect(before.differences.map(({ change }) => change)).toContain('added');

  // Loaded with one corner of three hundred moved by some ten metres, and one zone renamed.
  await loadIntoIiko(([centre, east]) => [
    { ...centre!, name: 'Центр ' },
    {
      ...east!,
      coordinates: east!.coordinates.with(7, {
        latitude: east!.coordinates[7]!.latitude + 1e-4,
        longitude: east!.coordinates[7]!.longitude,
      }),
    },
  ]);
  const near = await prove();
  expect(near).toMatchObject({
    same: false,
    differences: [{ name: 'Восток & «дальний»', change: 'reshaped' }],
  });
  expect(near.differences[0]!.movedM2).toBeGreaterThan(100);

  // Loaded as it is: the same, remembered with its link and times.
  await loadIntoIiko((all) => all.toReversed());
  const proof = await prove();
  expect(proof).toEqual({ readAt: served.clock.now(), same: true, differences: [] });
  const [kept] = await core<ZoneMapVersion[]>('zones.versions');
  expect(kept).toMatchObject({ link: LINK, provedAt: served.clock.now() });
  expect(kept!.handedAt).not.toBeNull();
});

test('what can not be asked is said, and leaves the proof as it was', async () => {
  const unknown = core('zoneCoverage.readRestrictions', { organizationId: 999 });
  await expect(unknown).rejects.toMatchObject({ code: 'zone-coverage.no-organization' });
});

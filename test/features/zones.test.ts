import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ZoneMap, ZoneMapVersion, ZoneProof } from '../../main/contract/zones.ts';
import { Failure } from '../../main/domain/failure.ts';
import type { ZoneImport } from '../../main/domain/zones/zone-import.ts';
import { takeTransfer } from '../../main/hosts/take-transfer.ts';
import { run, sql } from '../../main/store/sql.ts';
import {
  applicationWith,
  ask,
  type FilledApplication,
} from '../support/application-with-orders.ts';

const ring = (west: number): [number, number][] => [
  [west, 56.8],
  [west + 0.05, 56.8],
  [west + 0.05, 56.85],
  [west, 56.85],
];

const zone = (id: string, name: string, west: number) => ({
  id,
  name,
  colour: null,
  parts: [{ outline: ring(west), holes: [] }],
  locked: false,
  hidden: false,
});

const CENTRE = zone('a', 'Центр', 60.55);
const SOUTH = zone('b', 'Юг', 60.6);

let filled: FilledApplication;

beforeEach(() => {
  filled = applicationWith(
    (db) => {
      const detail = JSON.stringify({
        zone: {
          coordinates: ring(60.55).map(([longitude, latitude]) => ({ longitude, latitude })),
        },
      });
      run(
        db,
        sql`
INSERT INTO dictionary_entry (organization_id, kind, vendor_id, name, deleted, detail, read_at)
SELECT min(id), 'delivery-zone', 'Центр', 'Центр', 0, ${detail}, 1000 FROM organization`,
      );
    },
    () => 1_760_000_000_000,
  );
});

afterEach(() => filled.close());

const core = <T>(topic: string, input: unknown = {}): Promise<T> =>
  ask<T>(filled.application, `zones.${topic}`, input);

const change = (revision: number, put: readonly unknown[], remove: string[] = []) =>
  core<{ revision: number }>('change', { revision, put, remove, order: null });

const names = async (): Promise<string[]> =>
  (await core<ZoneMap>('map')).zones.map(({ name }) => name);

describe('the draft', () => {
  test('takes steps, one after another only, and keeps the order asked for', async () => {
    const { revision } = await change(0, [CENTRE, SOUTH]);
    await expect(change(0, [], ['a'])).rejects.toMatchObject({ code: 'zones.changed-meanwhile' });
    expect(await names()).toEqual(['Центр', 'Юг']);
    await core('change', { revision, put: [], remove: [], order: ['b', 'a'] });
    expect(await names()).toEqual(['Юг', 'Центр']);
    await change(revision + 1, [{ ...CENTRE, name: 'Середина' }], ['b']);
    expect(await names()).toEqual(['Середина']);
  });

  test('is changed by those who may', async () => {
    const { id } = await ask<{ id: number }>(filled.application, 'profiles.add', {
      name: 'Оператор',
      preset: 'operator',
      rights: [],
      pin: null,
    });
    await ask(filled.application, 'profiles.switchTo', { profileId: id, pin: null });
    await expect(change(0, [CENTRE])).rejects.toMatchObject({ code: 'profiles.right-missing' });
    expect((await core<ZoneMap>('map')).mayEdit).toBe(false);
  });
});

describe('versions', () => {
  test('are kept once for the same zones, and handed out as they were', async () => {
    await expect(core('keep', { note: '' })).rejects.toBeInstanceOf(Failure);
    await change(0, [CENTRE]);
    const first = await core<ZoneMapVersion>('keep', { note: 'первая' });
    expect(await core('keep', { note: 'та же' })).toEqual(first);
    await change(1, [SOUTH]);
    expect((await core<ZoneMap>('map')).changed).toBe(true);
    expect(await core('version', { version: first.id })).toEqual([CENTRE]);
    const second = await core<ZoneMapVersion>('keep', { note: '' });
    expect((await core<ZoneMapVersion[]>('versions')).map(({ id }) => id)).toEqual([
      second.id,
      first.id,
    ]);
  });

  test.each(['kml', 'kmz', 'geojson'])('come back from %s as they were', async (format) => {
    await change(0, [CENTRE, SOUTH]);
    const made = await core<{ handle: string }>('exportFile', {
      format,
      version: null,
      title: 'Зоны',
    });
    const transfer = (await takeTransfer(filled.dataFolder, made.handle))!;
    const bytes = Buffer.concat(await transfer.open().toArray()).toString('base64');
    const sent = await core<{ path: string }>('addBytes', {
      upload: null,
      fileName: `../../zones.${format}`,
      bytes,
    });
    expect(sent.path.startsWith(filled.dataFolder)).toBe(true);
    expect(readFileSync(sent.path).length).toBe(transfer.size);
    const { zones } = await ask<ZoneImport>(filled.application, 'zoneFiles.open', {
      path: sent.path,
    });
    const brought = zones.map(({ name, parts }) => ({ name, parts }));
    expect(brought).toEqual([CENTRE, SOUTH].map(({ name, parts }) => ({ name, parts })));
  });
});

describe('the proof', () => {
  test('tells what iiko has otherwise, and remembers when it is the same', async () => {
    const [iiko] = await core<{ organizationId: number; zones: { name: string }[] }[]>('iiko');
    expect(iiko!.zones.map(({ name }) => name)).toEqual(['Центр']);
    const { organizationId } = iiko!;
    await change(0, [CENTRE, SOUTH]);
    const both = await core<ZoneMapVersion>('keep', { note: '' });
    const other = await core<ZoneProof>('prove', { version: both.id, organizationId });
    expect(other.same).toBe(false);
    expect(other.differences).toMatchObject([{ change: 'removed', name: 'Юг' }]);
    await change(1, [], ['b']);
    const one = await core<ZoneMapVersion>('keep', { note: '' });
    expect(await core('prove', { version: one.id, organizationId })).toMatchObject({ same: true });
    expect((await core<ZoneMapVersion[]>('versions'))[0]!.provedAt).toBe(1_760_000_000_000);
  });
});

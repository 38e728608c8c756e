import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { BaseFile, BaseMap, KnownStreets } from '../../main/contract/zones.ts';
import { run, sql } from '../../main/store/sql.ts';
import {
  applicationWith,
  ask,
  type FilledApplication,
} from '../support/application-with-orders.ts';
import { pmtilesOf, vectorTile } from '../support/pmtiles-of.ts';

const STEP = 0.0009;

/** Street, how its key reads, house, and how orders to it lie. */
const ADDRESSES = [
  ['ул. Ленина', 'ленина|', '1', 0, 5],
  ['ул Ленина', 'ленина|', '1', 0.5, 2],
  ['Ленина', 'ленина|', '3', 1, 4],
  ['г Пермь, мира пр-т 7, кв 12', 'мира|проспект', '', 9, 1],
] as const;

let filled: FilledApplication;
let path: string;

beforeEach(() => {
  filled = applicationWith(
    (db) => {
      for (const [street, key, house, place, orders] of ADDRESSES) {
        run(
          db,
          sql`
INSERT INTO address_spelling (spelling, city_key, street_key, house_key, city, street, house,
       longitude, latitude, orders, outliers, spread_m)
VALUES (${street}, 'пермь', ${key}, ${house || '7'}, 'Пермь', ${street}, ${house}, 56.2,
        ${58 + place * STEP}, ${orders}, 0, 10)`,
        );
      }
    },
    () => 1_760_000_000_000,
  );
  path = join(filled.dataFolder, 'city.pmtiles');
});

afterEach(() => filled.close());

const core = <T>(topic: string, input: unknown = {}): Promise<T> =>
  ask<T>(filled.application, `zones.${topic}`, input);

describe('the own map of the user', () => {
  test('is looked into before it is chosen, and gives tiles of that file alone', async () => {
    const tile = vectorTile('ул. Ленина', [0, 0], [9, 9]);
    writeFileSync(path, pmtilesOf([{ id: 0, bytes: tile }], 1, {}));
    expect(await core('baseTile', { z: 0, x: 0, y: 0 })).toBeNull();
    const chosen = { tiles: null, attribution: '', file: path };
    expect(await core<BaseMap>('saveBaseMap', chosen)).toEqual(chosen);
    expect((await core<BaseFile>('baseFile')).kind).toBe('vector');
    const packed = await core<string>('baseTile', { z: 0, x: 0, y: 0 });
    expect(Buffer.from(packed, 'base64')).toEqual(tile);
    expect(await core('baseTile', { z: 1, x: 1, y: 1 })).toBeNull();
  });

  test('is refused when it is no map, and missed when it goes away', async () => {
    writeFileSync(path, 'no map at all');
    const chosen = { tiles: null, attribution: '', file: path };
    await expect(core('saveBaseMap', chosen)).rejects.toMatchObject({
      code: 'zones.base-file-other',
    });
    expect((await core<BaseMap>('baseMap')).file).toBeNull();
    writeFileSync(path, pmtilesOf([{ id: 0, bytes: Buffer.from('x') }], 2, {}));
    await core('saveBaseMap', chosen);
    rmSync(path);
    await expect(core('baseFile')).rejects.toMatchObject({ code: 'zones.base-file-absent' });
  });
});

test('streets are known by the addresses of orders, without flats', async () => {
  const streets = await core<KnownStreets>('knownStreets');
  expect(streets.map(({ name, orders }) => [name, orders])).toEqual([
    ['ул. Ленина', 11],
    ['проспект Мира', 1],
  ]);
  const [lenin, mir] = streets;
  expect(lenin!.houses).toEqual([
    [56.2, 58],
    [56.2, 58.0009],
  ]);
  expect([lenin!.lines.length, mir!.lines.length]).toEqual([1, 0]);
});

import { afterEach, describe, expect, it } from 'vitest';
import type { AddressAnswer } from '../../main/contract/zone-coverage.ts';
import { createZoneCoverage } from '../../main/features/zone-coverage/index.ts';
import type { Outside } from '../../main/outside.ts';
import { closeDb, inTransaction, type WritableDb } from '../../main/store/database.ts';
import { ensureFirstProfile } from '../../main/features/profiles/index.ts';
import { readAll, run, sql } from '../../main/store/sql.ts';
import { quietOutside } from '../support/application-with-orders.ts';
import { placedOrder, type PlacedFixture } from '../support/coverage-store.ts';
import { chanceOf } from '../support/chance.ts';
import { emptyStore, save } from '../support/store-with-orders.ts';

let db: WritableDb;
afterEach(() => closeDb(db));

type Desk = ReturnType<typeof createZoneCoverage> & { outside: Outside; asked: string[] };

/** The core's part over a store with these orders; `answer` is the geocoder's. */
async function desk(orders: readonly PlacedFixture[], answer?: () => Response): Promise<Desk> {
  db = emptyStore();
  ensureFirstProfile(db, 'Ирина', 0);
  save(
    db,
    orders.map((order, index) => placedOrder(index + 1, order)),
  );
  const asked: string[] = [];
  const outside: Outside = {
    ...quietOutside('', () => 1_795_000_000_000),
    fetch: ((url: string) => {
      asked.push(url);
      return answer ? Promise.resolve(answer()) : Promise.reject(new TypeError('no network'));
    }) as typeof fetch,
    seal: (secret) => Promise.resolve(Buffer.from(secret).reverse()),
    unseal: (sealed) => Promise.resolve(Buffer.from(sealed).reverse().toString()),
  };
  const work = createZoneCoverage(
    db,
    outside,
    () => undefined,
    () => Promise.reject(new Error('no vendor')),
  );
  await work.settled();
  return { ...work, outside, asked };
}

const find = (made: Desk, text: string): Promise<AddressAnswer> =>
  Promise.resolve(made.handlers.findAddress({ text, ownOnly: false }));

const order = (street: string, house: string, at: PlacedFixture['at']): PlacedFixture => ({
  at,
  street,
  house,
  promised: '2026-10-10 12:00:00.000',
  sum: 500,
});

const HERE = [60.6, 56.83] as const;

describe('an address of own orders', () => {
  it('is found however it is written, at the middle of its orders, outliers named', async () => {
    const made = await desk([
      order('ул. Малышева', '51', HERE),
      order('ул. Малышева', '51', [60.6001, 56.83]),
      order('ул. Малышева', '51', [60.7, 56.9]),
      order('Карла Маркса улица', '12 к. 2', HERE),
      order('ул. Малышева', '53', null),
    ]);
    for (const text of [
      'малышева 51',
      'Екатеринбург, улица Малышева, д. 51, кв 4',
      'МАЛЫШЕВА, 51',
    ]) {
      const answer = await find(made, text);
      expect(answer).toMatchObject({ type: 'found', candidate: { source: 'orders' } });
      const { candidate } = answer as Extract<AddressAnswer, { type: 'found' }>;
      expect(candidate.at).toEqual([60.6001, 56.83]);
      expect(candidate.learnt).toMatchObject({ orders: 3, outliers: 1 });
    }
    expect(await find(made, 'маркса карла 12к2')).toMatchObject({ type: 'found' });
    expect(await find(made, 'малышыва 51')).toMatchObject({ type: 'found' });
    expect(await find(made, 'Малышева 57')).toMatchObject({ type: 'approximate' });
    expect(await find(made, 'Тверская 7')).toMatchObject({ type: 'not-found' });
    expect(made.asked).toEqual([]);
  });

  it('is ambiguous between streets of one name, and doubted where orders do not agree', async () => {
    const made = await desk([
      order('проспект Ленина', '5', HERE),
      order('переулок Ленина', '5', [60.65, 56.85]),
      order('Мира', '1', [60.5, 56.8]),
      order('Мира', '1', [60.7, 56.9]),
    ]);
    expect(await find(made, 'Ленина 5')).toMatchObject({ type: 'ambiguous' });
    expect(await find(made, 'пр-т Ленина 5')).toMatchObject({ type: 'found' });
    expect(await find(made, 'Мира 1')).toMatchObject({ type: 'approximate' });
  });

  it('follows an order that is corrected, and a store that had no places', async () => {
    const made = await desk([order('Мира', '1', HERE)]);
    save(db, [placedOrder(1, order('Мира', '1', [60.7, 56.9]), 1)]);
    made.hear('orders.changed', { ids: [1] });
    await made.settled();
    expect(await find(made, 'мира 1')).toMatchObject({ candidate: { at: [60.7, 56.9] } });
    const places = readAll(db, sql`SELECT * FROM order_place`);
    inTransaction(db, () => {
      run(db, sql`DELETE FROM order_place`);
      run(db, sql`INSERT INTO order_place_due (delivery_id) SELECT id FROM delivery`);
    });
    await made.settled();
    expect(readAll(db, sql`SELECT * FROM order_place`)).toEqual(places);
  });

  it('is found again in 97 of 100 held-out orders', async () => {
    const chance = chanceOf(97);
    const streets = ['Мира', 'Ленина', '8 Марта', 'Карла Маркса', 'Белинского', 'Токарей'];
    const houses = Array.from({ length: 60 }, (_, n) => ({
      street: streets[n % streets.length]!,
      house: String(1 + n),
      at: [60.5 + chance() * 0.2, 56.75 + chance() * 0.15] as const,
    }));
    const ways = [
      (s: string, h: string) => `ул. ${s}, ${h}`,
      (s: string, h: string) => `${s} ${h}`,
      (s: string, h: string) => `Екатеринбург, улица ${s}, д. ${h}, кв. 9`,
      (s: string, h: string) => `${s.toUpperCase()} ${h}`,
    ];
    const made = await desk(
      Array.from({ length: 180 }, (_, n) => {
        const { street, house, at } = houses[n % houses.length]!;
        const near = [at[0] + chance() * 2e-4, at[1] + chance() * 1e-4] as const;
        return order(n % 2 === 0 ? `ул. ${street}` : `${street} улица`, house, near);
      }),
    );
    let right = 0;
    for (const [n, { street, house, at }] of houses.entries()) {
      const answer = await find(made, ways[n % ways.length]!(street, house));
      const found = answer.type === 'found' ? answer.candidate.at : [0, 0];
      if (Math.hypot(found[0]! - at[0], found[1]! - at[1]) < 5e-4) right += 1;
    }
    expect(right / houses.length).toBeGreaterThanOrEqual(0.97);
  });
});

const YANDEX = (...found: readonly string[]) =>
  Response.json({
    response: {
      GeoObjectCollection: {
        featureMember: found.map((text) => ({
          GeoObject: {
            metaDataProperty: { GeocoderMetaData: { precision: 'exact', kind: 'house', text } },
            Point: { pos: '37.61 55.75' },
          },
        })),
      },
    },
  });

describe('the geocoder', () => {
  const KEY = 'secret-of-yandex';
  const set = (made: Desk) =>
    made.handlers.saveGeocoder({ geocoder: { vendor: 'yandex', key: KEY } });

  it('is asked for what own orders do not know, once for an address, with a sealed key', async () => {
    const made = await desk([order('Мира', '1', HERE)], () => YANDEX('Москва, Тверская, 7'));
    await set(made);
    expect(made.asked).toHaveLength(1);
    expect(await find(made, 'Мира 1')).toMatchObject({ candidate: { source: 'orders' } });
    expect(made.asked).toHaveLength(1);
    expect(await find(made, 'Тверская 7')).toMatchObject({
      type: 'found',
      candidate: { source: 'yandex', at: [37.61, 55.75] },
    });
    expect(await find(made, '  ТВЕРСКАЯ  7')).toMatchObject({ type: 'found' });
    expect(made.asked).toHaveLength(2);
    const stored = readAll<{ secret: Buffer }>(db, sql`SELECT * FROM geocoder`);
    expect(Buffer.from(stored[0]!.secret).toString()).not.toContain(KEY);
  });

  it('is not kept with a key that it refuses', async () => {
    const made = await desk([], () => Response.json({}, { status: 403 }));
    await expect(set(made)).rejects.toMatchObject({ code: 'geocoder.key-refused' });
    expect(readAll(db, sql`SELECT vendor FROM geocoder`)).toEqual([]);
  });

  it('that fails is told beside what own orders know', async () => {
    let broken = false;
    const made = await desk([order('Мира', '1', HERE)], () =>
      broken ? Response.json({}, { status: 429 }) : YANDEX(),
    );
    await set(made);
    broken = true;
    expect(await find(made, 'Мира 3')).toMatchObject({
      type: 'approximate',
      trouble: { code: 'geocoder.quota' },
    });
  });
});

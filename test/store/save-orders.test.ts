import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeDb, inTransaction, type WritableDb } from '../../main/store/database.ts';
import { findMatching } from '../../main/store/orders/order-search.ts';
import { readJournal } from '../../main/store/orders/order-details.ts';
import { readPayload } from '../../main/store/orders/order-journal.ts';
import { readRollupDifferences } from '../../main/store/orders/rollups.ts';
import { readAll, sql } from '../../main/store/sql.ts';
import { orderInfo } from '../fixtures/iiko-cloud-order.ts';
import { emptyStore, save } from '../support/store-with-orders.ts';

let db: WritableDb;
beforeEach(() => {
  db = emptyStore();
});
afterEach(() => closeDb(db));

const deliveries = () =>
  readAll<{ id: number; version: number; status: string; sum_minor: number }>(
    db,
    sql`SELECT id, version, status, sum_minor FROM delivery ORDER BY id`,
  );

describe('saving orders', () => {
  it('stores a new order once, however often it comes', () => {
    const first = save(db, [orderInfo(1), orderInfo(2)]);
    const again = save(db, [orderInfo(1), orderInfo(2), orderInfo(1)]);
    expect(first.created).toHaveLength(2);
    expect(again).toMatchObject({ created: [], changed: [], unchanged: 3 });
    expect(deliveries()).toHaveLength(2);
    expect(readAll(db, sql`SELECT id FROM delivery_version`)).toHaveLength(2);
  });

  it('keeps the newest version and tells what changed', () => {
    save(db, [orderInfo(1)]);
    const newer = orderInfo(
      1,
      { status: 'Delivered', sum: 100.5 },
      { timestamp: 1_796_000_000_000 },
    );
    const { changed } = save(db, [newer]);
    save(db, [orderInfo(1, { status: 'Unconfirmed' })]);
    expect(deliveries()[0]).toMatchObject({ status: 'Delivered', sum_minor: 10_050 });
    const [entry] = readJournal(db, changed[0]!);
    expect(entry?.changes.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['status', 'sum']),
    );
  });

  it('reads every version back as it came', () => {
    const infos = [1, 2, 3, 4].map((step) =>
      orderInfo(1, { comment: `версия ${step}` }, { timestamp: 1_796_000_000_000 + step }),
    );
    for (const info of infos) save(db, [info]);
    const journal = readJournal(db, 1).toReversed();
    const payloads = journal.map(({ versionId }) => readPayload(db, 'iiko-cloud', 1, versionId));
    expect(payloads).toEqual(infos.map((info) => JSON.stringify(info)));
  });

  it('packs with a dictionary once there are samples, and still reads everything', () => {
    const infos = Array.from({ length: 80 }, (_, index) => orderInfo(index + 1));
    save(db, infos.slice(0, 3));
    save(db, infos.slice(0, 11));
    save(db, infos);
    const blocks = readAll(db, sql`SELECT packing, orders FROM payload_block ORDER BY id`);
    expect(blocks).toEqual([
      { packing: 'plain', orders: 3 },
      { packing: 'dictionary', orders: 8 },
      { packing: 'plain', orders: 50 },
      { packing: 'plain', orders: 19 },
    ]);
    infos.forEach((info, index) =>
      expect(readPayload(db, 'iiko-cloud', index + 1, null)).toBe(JSON.stringify(info)),
    );
  });

  it('ends in the same state whatever the order of arrival, and roll-ups equal a scan', () => {
    const versions = [1, 2, 3].flatMap((order) =>
      ['Unconfirmed', 'CookingStarted', 'Closed', 'Cancelled'].map((status, step) =>
        orderInfo(
          order,
          { status, sum: 100 + step },
          { timestamp: 1_796_000_000_000 + (step >> 1) },
        ),
      ),
    );
    const ends = fc.sample(fc.shuffledSubarray(versions, { minLength: versions.length }), {
      numRuns: 25,
      seed: 7,
    });
    const states = ends.map((arrival) => {
      const store = emptyStore();
      for (const info of arrival) save(store, [info]);
      expect(readRollupDifferences(store)).toEqual([]);
      const rows = readAll(
        store,
        sql`
SELECT delivery_identity.vendor_id, version, status, sum_minor
  FROM delivery
  JOIN delivery_identity ON delivery_id = delivery.id
 WHERE vendor = 'iiko-cloud'
 ORDER BY 1`,
      );
      closeDb(store);
      return JSON.stringify(rows);
    });
    expect(new Set(states).size).toBe(1);
  });

  it('leaves nothing of a page that failed, not even what it remembered', () => {
    const broken = () =>
      inTransaction(db, () => {
        save(db, [orderInfo(1)]);
        throw new Error('power cut');
      });
    expect(broken).toThrow('power cut');
    expect(deliveries()).toEqual([]);
    expect(save(db, [orderInfo(1)]).created).toHaveLength(1);
  });

  it('skips venues that were not chosen without touching what is stored', () => {
    save(db, [orderInfo(1)]);
    db.raw.exec(`INSERT INTO venue (organization_id, vendor_id, name, name_order, chosen)
                 VALUES (1, x'00112233445566778899aabbccddeeff', 'Север', 'север', 1)`);
    expect(save(db, [orderInfo(2)])).toMatchObject({ created: [], skipped: 1 });
    const moved = orderInfo(1, { sum: 7 }, { timestamp: 1_799_000_000_000 });
    expect(save(db, [moved]).changed).toHaveLength(1);
    expect(deliveries()).toHaveLength(1);
  });
});

describe('finding orders', () => {
  it('finds by words of every kind and by the phone in any format', () => {
    save(db, [orderInfo(1, { phone: '+79161234107', number: 48_213 }), orderInfo(2)]);
    const found = (text: string) => findMatching(db, text).ids;
    expect(found('41 07')).toEqual([1]);
    expect(found('8 (916) 123-41-07')).toEqual([1]);
    expect(found('+7 916 123 41 07')).toEqual([1]);
    expect(found('48213')).toEqual([1]);
    expect(found('халап')).toEqual([2, 1]);
    expect(found('КОВАЛЕВА марина')).toEqual([2, 1]);
    expect(found('марина несуществующая')).toEqual([]);
    expect(found('к. марина')).toEqual([2, 1]);
    expect(found('улица халап')).toEqual(found('пр-т халап'));
    expect(found('rjdfktdf vfhbyf')).toEqual([2, 1]);
  });

  it('follows a changed name and forgets the old one', () => {
    save(db, [orderInfo(1)]);
    const customer = { type: 'one-time', name: 'Гость Агрегатора' };
    save(db, [orderInfo(1, { customer }, { timestamp: 1_799_000_000_000 })]);
    expect(findMatching(db, 'агрегатора').ids).toEqual([1]);
    expect(findMatching(db, 'ковалева').ids).toEqual([]);
  });

  it('takes any text for data', () => {
    save(db, [orderInfo(1)]);
    const survives = (text: string) => Array.isArray(findMatching(db, text).ids);
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), survives), { seed: 1 });
    for (const text of ['"', '" OR 1', 'NEAR(', "'; DROP TABLE delivery", 'words:x*', '*', '-']) {
      expect(survives(text)).toBe(true);
    }
  });
});

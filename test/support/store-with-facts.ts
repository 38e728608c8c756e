import { beforeAll } from 'vitest';
import { reportQuery, type ReportQuery } from '../../main/contract/reports.ts';
import { keepFacts } from '../../main/features/reports/keep-facts.ts';
import type { WritableDb } from '../../main/store/database.ts';
import { run, sql } from '../../main/store/sql.ts';
import { toVendorKey } from '../../main/store/vendor-key.ts';
import type { WireOrderInfo } from '../../main/sources/iiko-cloud/wire.ts';
import { OTHER_VENUE_ID, randomOrder } from './random-orders.ts';
import { chanceOf } from './chance.ts';
import { emptyStore, save } from './store-with-orders.ts';

/** A store with orders of chance, their facts up to date, and the newest of each order. */
export type FactStore = Readonly<{
  db: WritableDb;
  newest: Map<number, WireOrderInfo>;
  /** Saves orders again, each with chance in everything. */
  change(numbers: readonly number[]): Promise<void>;
}>;

/** Fills a store with `count` orders of two venues. */
export async function storeWithFacts(chance: () => number, count: number): Promise<FactStore> {
  const db = emptyStore();
  run(
    db,
    sql`
INSERT INTO venue (id, organization_id, vendor_id, name, name_order)
VALUES (2, 1, ${toVendorKey(OTHER_VENUE_ID)}, 'Вторая', 'вторая')`,
  );
  const newest = new Map<number, WireOrderInfo>();
  const keeper = keepFacts(db, () => undefined);
  let version = 0;
  const change = async (numbers: readonly number[]): Promise<void> => {
    version += 1;
    const infos = numbers.map((number) => randomOrder(chance, number, version));
    infos.forEach((info, index) => newest.set(numbers[index]!, info));
    save(db, infos);
    await keeper.settled();
  };
  await change(Array.from({ length: count }, (_, index) => index + 1));
  return { db, newest, change };
}

/** For the tests of the file that calls this: 300 orders, every fourth of the first 240 changed since. */
export function factsOfFile(): () => FactStore {
  let store: FactStore | undefined;
  beforeAll(async () => {
    store = await storeWithFacts(chanceOf(11), 300);
    await store.change(Array.from({ length: 60 }, (_, index) => 1 + index * 4));
  });
  return () => store!;
}

/** The days that orders of chance are of, with room on both sides. */
const ALL_DAYS = { from: '2026-08-01', to: '2026-12-31' };

/** A question about all of them: a pivot unless `changes` says otherwise. */
export const askAll = (changes: object): ReportQuery =>
  reportQuery.parse({ report: 'pivot', period: ALL_DAYS, ...changes });

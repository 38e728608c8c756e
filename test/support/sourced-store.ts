import { afterEach, beforeEach } from 'vitest';
import { concludeSome } from '../../main/features/attribution/conclude-orders.ts';
import { explainOrder } from '../../main/features/attribution/explain-order.ts';
import type { Evidence } from '../../main/domain/attribution/attribution.ts';
import type { WireOrder } from '../../main/sources/iiko-cloud/wire.ts';
import {
  saveNewImport,
  saveTouches,
  saveWholeImport,
  tellSome,
} from '../../main/store/attribution/touch-imports.ts';
import { closeDb, type WritableDb } from '../../main/store/database.ts';
import { saveNewProfile } from '../../main/store/profiles.ts';
import { readFirst, sql } from '../../main/store/sql.ts';
import { orderInfo, uuidFor } from '../fixtures/iiko-cloud-order.ts';
import { chanceOf } from './chance.ts';
import { emptyStore, save } from './store-with-orders.ts';

/** When an order of these tests was made, unless it says otherwise. */
export const CREATED = Date.UTC(2026, 10, 20, 13, 0, 10, 120);

type Changes = Partial<WireOrder>;
type Call = Readonly<{ at: number; phone: string; source: string }>;

/** A store whose orders are concluded when the test says so. */
export type SourcedStore = Readonly<{
  db(): WritableDb;
  /** Saves order `number`; its fields of origin are empty unless given. */
  put(number: number, changes?: Changes, version?: number): void;
  /** Concludes every order that waits for it. */
  settle(): void;
  idOf(number: number): number;
  /** Why order `number` counts where it counts. */
  evidence(number: number): Evidence;
  /** Orders with calls around them, so that models differ; concluded. */
  fillMixed(seed: number, count: number): void;
}>;

/** What an order tells of itself when somebody entered an advertising source. */
export const advert = (name: string): Changes => ({
  marketingSource: { id: uuidFor(77, 'd'), name },
});

/** What an order tells of itself when a widget of Roistat marked it. */
export const roistat = (value: string): Changes =>
  ({ externalData: [{ key: 'roistat', value }] }) as Changes;

/** An empty store for each test of the file that calls this. */
export function sourcedStoreOfTest(): SourcedStore {
  let db: WritableDb;
  beforeEach(() => {
    db = emptyStore();
    const rights = ['see-phones', 'see-revenue'] as const;
    saveNewProfile(db, { name: 'Ира', preset: 'manager', rights }, 1);
  });
  afterEach(() => closeDb(db));
  const put: SourcedStore['put'] = (number, changes, version) => {
    putOrder(db, number, changes, version);
  };
  const settle = (): void => {
    while (concludeSome(db) > 0);
  };
  const idOf = (number: number): number =>
    readFirst<{ id: number }>(db, sql`SELECT id FROM delivery WHERE number = ${String(number)}`)!
      .id;
  return {
    db: () => db,
    put,
    settle,
    idOf,
    evidence: (number) => explainOrder(db, idOf(number)).evidence,
    fillMixed(seed, count) {
      const calls = mixedCalls(seed, count, put);
      importCalls(db, calls);
      settle();
    },
  };
}

function putOrder(db: WritableDb, number: number, changes: Changes = {}, version = 1): void {
  const body = {
    number,
    marketingSource: null,
    sourceKey: null,
    externalData: [],
    comment: null,
    phone: `+7912000${String(number % 50).padStart(4, '0')}`,
    ...changes,
  } as Changes;
  const place = { timestamp: 1_795_000_000_000 + version, externalNumber: null } as const;
  save(db, [orderInfo(number, body, place as Parameters<typeof orderInfo>[2])]);
}

function importCalls(db: WritableDb, calls: readonly Call[]): void {
  const id = saveNewImport(db, { fileName: 'x.csv', format: 'csv', author: '', at: 1 });
  const touches = calls.map(({ at, phone, source }, place) => ({
    row: place + 2,
    touch: {
      kind: 'call' as const,
      at,
      path: [source],
      text: source,
      phoneTail: [...phone.replace(/\D/g, '')].toReversed().join(''),
      email: null,
      client: null,
      visit: null,
      orderNumber: null,
    },
  }));
  saveTouches(db, id, touches);
  const report = { rows: calls.length, taken: calls.length, refused: 0, reasons: {}, wrong: [] };
  saveWholeImport(db, id, report);
  for (let after: number | null = 0; after !== null;) after = tellSome(db, id, after);
}

function mixedCalls(seed: number, count: number, put: SourcedStore['put']): Call[] {
  const random = chanceOf(seed);
  const calls: Call[] = [];
  for (let number = 1; number <= count; number += 1) {
    const phone = `+79120${String(10_000 + number).padStart(6, '0')}`;
    const own = random() < 0.3 ? advert(['2ГИС', 'Радио', 'seo'][number % 3]!) : {};
    put(number, { phone, sum: Math.round(random() * 500_000) / 100, ...own });
    for (let place = 0; place < random() * 5; place += 1) {
      const back = Math.floor(random() * 20 * 86_400_000);
      calls.push({ at: CREATED - back, phone, source: `Канал ${Math.floor(random() * 6)}` });
    }
  }
  return calls;
}

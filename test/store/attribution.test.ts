import { afterEach, beforeEach, expect, test } from 'vitest';
import { concludeSome } from '../../main/features/attribution/conclude-orders.ts';
import { explainOrder } from '../../main/features/attribution/explain-order.ts';
import { previewRules } from '../../main/features/attribution/preview-rules.ts';
import { DEFAULT_RULES } from '../../main/domain/attribution/attribution-rule.ts';
import { closeDb, type WritableDb } from '../../main/store/database.ts';
import { saveRules } from '../../main/store/attribution/attribution-rules.ts';
import {
  saveNewImport,
  saveTouches,
  saveWholeImport,
  tellSome,
} from '../../main/store/attribution/touch-imports.ts';
import { orderInfo } from '../fixtures/iiko-cloud-order.ts';
import { emptyStore, save } from '../support/store-with-orders.ts';

let db: WritableDb;

beforeEach(() => {
  db = emptyStore();
});

afterEach(() => closeDb(db));

const GROWING =
  /\bSCAN (?:delivery|touch|concluded|mark|customer|attribution_(?:order|mark|credit|customer))\b(?!.*USING (?:COVERING )?INDEX)/;

test('nothing that is asked for each order reads a whole table', async () => {
  const data = [
    { key: 'roistat', value: '123456' },
    { key: 'client_id', value: 'c.1' },
    { key: 'email', value: 'a@b.ru' },
  ];
  save(db, [
    orderInfo(1, { externalData: data } as Parameters<typeof orderInfo>[1]),
    orderInfo(2, { marketingSource: null, sourceKey: null }),
  ]);
  const id = saveNewImport(db, { fileName: 'x', format: 'csv', author: '', at: 1 });
  const touch = {
    kind: 'visit' as const,
    at: 1,
    path: ['x'],
    text: 'x',
    phoneTail: '1',
    email: 'a@b.ru',
    client: 'c.1',
    visit: '123456',
    orderNumber: '1',
  };
  saveTouches(db, id, [{ row: 2, touch }]);
  saveWholeImport(db, id, { rows: 1, taken: 1, refused: 0, reasons: {}, wrong: [] });
  db.statements.clear();
  for (let after: number | null = 0; after !== null;) after = tellSome(db, id, after);
  while (concludeSome(db) > 0);
  saveRules(db, DEFAULT_RULES, '', 1);
  while (concludeSome(db) > 0);
  explainOrder(db, 1);
  await previewRules(db, DEFAULT_RULES.slice(1), 3660, 1_795_000_000_000);
  const asked = [...db.statements.keys()].filter((text) =>
    /^\s*(?:SELECT|INSERT|UPDATE|DELETE|WITH)/.test(text),
  );
  expect(asked.length).toBeGreaterThan(20);
  for (const text of asked) {
    // Counting what lies in a period is asked once, not for each order.
    if (text.includes('count(*)')) continue;
    const binds = (text.match(/\?/g) ?? []).map(() => null);
    const plan = db.raw.prepare(`EXPLAIN QUERY PLAN ${text}`).all(...binds) as { detail: string }[];
    const scans = plan.map(({ detail }) => detail).filter((detail) => GROWING.test(detail));
    expect(scans, text).toEqual([]);
  }
});

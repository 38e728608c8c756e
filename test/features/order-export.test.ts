import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { EVERY_ORDER, ORDER_COLUMNS } from '../../main/domain/orders/order-filter.ts';
import { exportOrders } from '../../main/features/orders/export-orders.ts';
import { closeDb, type WritableDb } from '../../main/store/database.ts';
import { saveNewProfile } from '../../main/store/profiles.ts';
import { readAll, run, sql } from '../../main/store/sql.ts';
import { chanceOf, pick } from '../support/chance.ts';
import { randomOrder } from '../support/random-orders.ts';
import { emptyStore, save } from '../support/store-with-orders.ts';

const ORDERS = 2600;
const HOSTILE = [
  '=1+1',
  '+7',
  '-5',
  '@x',
  '\tтаб',
  'ООО "Рога"',
  'а;б',
  'две\r\nстроки',
  // The bytes that stand between cells until a part is finished (`LINE_MARKS`).
  'а\u001D=1+1',
  'б\u001F=1+1',
  'в\u001E=1+1',
  'г\u0000=1+1',
  '',
  'Иван',
];

let db: WritableDb;
let folder: string;
beforeEach(() => {
  db = emptyStore();
  folder = mkdtempSync(join(tmpdir(), 'desk-export-'));
  const rights = ['see-phones', 'export-orders'] as const;
  saveNewProfile(db, { name: 'Ира', preset: 'manager', rights: [...rights] }, 1);
});
afterEach(() => {
  closeDb(db);
  rmSync(folder, { recursive: true, force: true });
});

async function exported(columns: readonly string[], orderIds: number[] | null): Promise<string> {
  const outside = { host: 'test', dataFolder: folder, log: () => undefined } as const;
  const now = Date.UTC(2026, 10, 20, 12, 0, 30);
  const input = {
    filter: structuredClone(EVERY_ORDER),
    sort: { column: 'created', descending: true },
    orderIds,
    columns,
    language: 'ru',
  };
  const { exportCsv } = exportOrders(db, { ...outside, now: () => now });
  const { handle, fileName, rows } = await exportCsv(input as never);
  expect(rows).toBe(ORDERS);
  return readFileSync(join(folder, 'transfers', handle, fileName), 'utf8');
}

it('writes the same lines whether the store puts them together or cell by cell', async () => {
  const chance = chanceOf(5);
  save(
    db,
    Array.from({ length: ORDERS }, (_, at) => randomOrder(chance, at + 1)),
  );
  // A clock that changes twice within the orders' months.
  run(db, sql`UPDATE organization SET zone = 'America/New_York'`);
  for (let id = 1; id <= 300; id += 1) {
    const [text, other] = [pick(chance, HOSTILE), pick(chance, HOSTILE)];
    run(
      db,
      sql`
UPDATE delivery
   SET guest = ${text}, courier = ${other}, number = ${pick(chance, HOSTILE)},
       street = ${pick(chance, HOSTILE)}, sum_minor = ${Math.floor(chance() * 4000) - 2000}
 WHERE id = ${Math.floor(chance() * ORDERS)}`,
    );
  }
  run(db, sql`UPDATE delivery SET stage = 'unknown', status = '=cmd' WHERE id % 40 = 0`);
  run(
    db,
    sql`
UPDATE delivery
   SET stage = 'unknown', status = 'Error', number = '', external_number = 'YF-1'
 WHERE id % 40 = 1`,
  );
  run(db, sql`UPDATE delivery SET created_at = NULL, promised_at = NULL WHERE id % 50 = 0`);
  const ids = readAll<{ id: number }>(
    db,
    sql`SELECT id FROM delivery ORDER BY coalesce(created_at, 0) DESC, id DESC`,
  ).map(({ id }) => id);
  const columns = [
    [...ORDER_COLUMNS],
    ['guest'],
    ['sum', 'remaining', 'phone'],
    ['courier', 'sum'],
  ];
  // A line's end of its own, in one part of the export only.
  run(db, sql`UPDATE delivery SET guest = ${'д\u001C=1+1'} WHERE id = ${ids[1500]!}`);
  for (const chosen of columns) {
    const whole = await exported(chosen, null);
    expect(whole).toBe(await exported(chosen, ids));
    expect(whole.includes('Не создан в iiko')).toBe(chosen.length > 5);
    expect(whole.includes(', кв. ')).toBe(chosen.length > 5);
    const [head, ...lines] = whole.trim().split('\r\n');
    expect(head!.endsWith(';Часовой пояс')).toBe(chosen.length > 5);
    expect(lines.some((line) => line.endsWith(';America/New_York'))).toBe(chosen.length > 5);
    expect(whole.split('\r\n').filter((line) => /(^|;)[=+@\t]/.test(line))).toEqual([]);
  }
});

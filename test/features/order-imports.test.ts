import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportedOrders } from '../../main/contract/joining.ts';
import { importOrders } from '../../main/features/joining/import-orders.ts';
import { regroupVenues } from '../../main/features/joining/regroup-venues.ts';
import { removeImport } from '../../main/features/joining/remove-import.ts';
import { readPayloadAgain } from '../../main/sources/catalogue.ts';
import { closeDb, type WritableDb } from '../../main/store/database.ts';
import { readRollupDifferences } from '../../main/store/orders/rollups.ts';
import { readAll, readFirst, sql } from '../../main/store/sql.ts';
import { orderInfo } from '../fixtures/iiko-cloud-order.ts';
import { emptyStore, save } from '../support/store-with-orders.ts';

let db: WritableDb;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-orders-'));
  db = emptyStore();
});
afterEach(() => {
  closeDb(db);
  rmSync(folder, { recursive: true, force: true });
});

const announce = (() => undefined) as never;

function take(
  text: string,
  columns: Record<string, string> | null = null,
): Promise<ImportedOrders> {
  const path = join(folder, 'orders.csv');
  writeFileSync(path, text);
  const work = {
    db,
    announce,
    now: 1_796_000_000_000,
    author: 'Ирина',
    regroup: () => regroupVenues(db, announce, readPayloadAgain),
  };
  return importOrders(work, { path, fileName: 'orders.csv', columns, zone: null, dryRun: false });
}

const totals = () =>
  readFirst<{ orders: number; sum: number }>(
    db,
    sql`SELECT count(*) AS orders, coalesce(sum(sum_minor), 0) AS sum FROM delivery`,
  );
const stored = () =>
  readFirst<{ number: string; sum: number; local: number; day: number }>(
    db,
    sql`SELECT number, sum_minor AS sum, promised_at AS local, promised_day AS day FROM delivery`,
  )!;

const HEAD = 'Номер доставки;Торговое предприятие;Ожидаемое время доставки;Статус;Сумма;Реклама';

describe('orders exported from iikoOffice', () => {
  it('join what is known, add what is not, list what is wrong, and go out as they came', async () => {
    save(db, [orderInfo(1)]);
    const known = stored();
    const before = totals();
    const [day, month] = ['20', '11'];
    const at = new Date(known.local + 5 * 3_600_000).toISOString();
    const when = `${at.slice(8, 10)}.${at.slice(5, 7)}.${at.slice(0, 4)} ${at.slice(11, 16)}`;
    const sum = (known.sum / 100).toFixed(2).replace('.', ',');
    const text = [
      HEAD,
      `${known.number};Центральная;${when};Закрыта;${sum};Листовка`,
      `7001;Центральная;${day}.${month}.2024 12:30;Закрыта;1 200,50;2ГИС`,
      `7002;Дальняя;${day}.${month}.2024 13:30;Отменена;300;`,
      `7003;Дальняя;32.13.2024 13:30;Закрыта;300;`,
      `7001;Центральная;${day}.${month}.2024 12:30;Закрыта;1 200,50;2ГИС`,
    ].join('\n');
    const taken = await take(text);
    expect(taken).toMatchObject({ rows: 5, orders: 3, refused: 2, created: 2, joined: 1 });
    expect(taken.wrong.map(({ row, reason }) => [row, reason])).toEqual([
      [5, 'bad-time'],
      [6, 'duplicate'],
    ]);
    expect(totals()).toEqual({ orders: 3, sum: before!.sum + 120_050 + 30_000 });
    expect(readRollupDifferences(db)).toEqual([]);
    const again = await take(text);
    expect(again).toMatchObject({ created: 0 });
    expect(totals()?.orders).toBe(3);
    expect(await removeImport(db, announce, again.importId!, 1)).toBe(0);
    expect(await removeImport(db, announce, taken.importId!, 1)).toBe(3);
    expect(totals()).toEqual(before);
    expect(readRollupDifferences(db)).toEqual([]);
    expect(readAll(db, sql`SELECT vendor FROM order_view`)).toEqual([{ vendor: 'iiko-cloud' }]);
  });

  it('put the dishes of a report together, and remember columns that were named', async () => {
    const text = [
      'Чек;Где;Когда;Что;Штук;Деньги',
      '5;Центральная;21.11.2024 12:00;Пицца;2;900',
      '5;Центральная;21.11.2024 12:00;Чай;1;100',
      '6;Центральная;21.11.2024 12:10;Чай;x;100',
    ].join('\n');
    await expect(take(text)).rejects.toMatchObject({ code: 'joining.no-column' });
    const columns = {
      number: 'Чек',
      venue: 'Где',
      promised: 'Когда',
      dish: 'Что',
      amount: 'Штук',
      sum: 'Деньги',
    };
    const taken = await take(text, columns);
    expect(taken).toMatchObject({ orders: 1, sumMinor: 100_000, refused: 1 });
    expect(readAll(db, sql`SELECT sum_minor FROM delivery_line`)).toHaveLength(2);
    expect(await take(text)).toMatchObject({ columns, orders: 1, created: 0 });
  });
});

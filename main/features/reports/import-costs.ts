import type { ImportResult } from '../../contract/reports.ts';
import { readDayCell, readDecimalCell } from '../../domain/typed-cell.ts';
import { inDurableTransaction, type WritableDb } from '../../store/database.ts';
import {
  foldName,
  markProductsDue,
  readProductsByName,
  saveProductCategory,
  saveProductCost,
} from '../../store/reports/product-costs.ts';
import { takeDataVersion } from '../../store/reports/spend.ts';
import { importTable, type CellReader, type ReadRow } from './import-table.ts';

const COLUMNS = {
  product: ['product', 'name', 'товар', 'блюдо', 'название', 'наименование'],
  cost: ['cost', 'cost price', 'себестоимость', 'цена'],
  day: ['day', 'date', 'from', 'дата', 'день', 'с'],
  category: ['category', 'group', 'категория', 'группа'],
} as const;

type Row = Readonly<{
  productIds: readonly number[];
  fromDay: number;
  costE4: number | null;
  category: string | null;
}>;

const COST_DIGITS = 4;
/** Without a day a cost holds for everything that was ever sold. */
const EVER = 0;

/** Takes costs and categories of products; orders with them are counted again in the background. */
export async function importCosts(
  db: WritableDb,
  text: string,
  dryRun: boolean,
): Promise<ImportResult> {
  const products = readProductsByName(db);
  const table = await importTable(text, COLUMNS, ['product'], (cell) => readCost(cell, products));
  if (table.wrong.length > 0) return { taken: 0, replaced: 0, wrong: table.wrong };
  if (dryRun) return { taken: table.values.length, replaced: 0, wrong: [] };
  const replaced = inDurableTransaction(db, () => saveRows(db, table.values));
  return { taken: table.values.length, replaced, wrong: [] };
}

function readCost(
  cell: CellReader<keyof typeof COLUMNS>,
  products: ReadonlyMap<string, readonly number[]>,
): ReadRow<Row> {
  const name = cell('product') ?? '';
  const productIds = products.get(foldName(name));
  if (!productIds) return { code: 'unknown-product', value: name };
  const told = (cell('cost') ?? '').trim();
  const costE4 = told === '' ? null : readDecimalCell(told, COST_DIGITS);
  if (told !== '' && costE4 === null) return { code: 'bad-amount', value: told };
  const from = (cell('day') ?? '').trim();
  const fromDay = from === '' ? EVER : readDayCell(from);
  if (fromDay === null) return { code: 'bad-day', value: from };
  return { productIds, fromDay, costE4, category: cell('category')?.trim().slice(0, 200) ?? null };
}

function saveRows(db: WritableDb, rows: readonly Row[]): number {
  const version = takeDataVersion(db);
  let replaced = 0;
  const costed = new Set<number>();
  for (const { productIds, fromDay, costE4, category } of rows) {
    for (const id of productIds) {
      if (category !== null) saveProductCategory(db, id, category, version);
      if (costE4 === null) continue;
      costed.add(id);
      replaced += Number(saveProductCost(db, id, fromDay, costE4));
    }
  }
  markProductsDue(db, [...costed]);
  return replaced;
}

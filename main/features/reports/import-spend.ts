import type { ImportResult } from '../../contract/reports.ts';
import { minorDigits } from '../../domain/money.ts';
import { readDayCell, readDecimalCell } from '../../domain/typed-cell.ts';
import { inDurableTransaction, type WritableDb } from '../../store/database.ts';
import { readCurrencies } from '../../store/reports/report-made.ts';
import { saveSpend, takeDataVersion, type DaySpend } from '../../store/reports/spend.ts';
import { importTable, type CellReader, type ReadRow } from './import-table.ts';

const COLUMNS = {
  day: ['day', 'date', 'дата', 'день'],
  channel: ['channel', 'source', 'канал', 'источник', 'реклама'],
  amount: ['amount', 'spend', 'cost', 'сумма', 'расход', 'расходы'],
  currency: ['currency', 'валюта'],
} as const;

const LONGEST_CHANNEL = 300;

/** Takes spend from a file: rows of one day and channel are added up, earlier ones replaced. All or nothing. */
export async function importSpend(
  db: WritableDb,
  text: string,
  dryRun: boolean,
  author: string,
): Promise<ImportResult> {
  const currencies = readCurrencies(db);
  const table = await importTable(text, COLUMNS, ['day', 'channel', 'amount'], (cell) =>
    readSpendRow(cell, currencies),
  );
  const spends = addUp(table.values);
  if (table.wrong.length > 0) return { taken: 0, replaced: 0, wrong: table.wrong };
  if (dryRun) return { taken: spends.length, replaced: 0, wrong: [] };
  const replaced = inDurableTransaction(db, () => {
    const version = takeDataVersion(db);
    const saved = spends.map((one) => saveSpend(db, { ...one, origin: 'file', author }, version));
    return saved.filter((one) => one.replaced).length;
  });
  return { taken: spends.length, replaced, wrong: [] };
}

function readSpendRow(
  cell: CellReader<keyof typeof COLUMNS>,
  currencies: readonly string[],
): ReadRow<DaySpend> {
  const day = readDayCell(cell('day') ?? '');
  if (day === null) return { code: 'bad-day', value: cell('day') ?? '' };
  const channel = (cell('channel') ?? '').trim();
  if (channel.length > LONGEST_CHANNEL) return { code: 'long-channel', value: channel };
  const told = cell('currency')?.trim().toUpperCase() ?? '';
  const currency = told === '' ? currencies[0] : told;
  if (!currency || (told === '' && currencies.length > 1))
    return { code: 'no-currency', value: '' };
  if (!currencies.includes(currency)) return { code: 'unknown-currency', value: currency };
  const amountMinor = readDecimalCell(cell('amount') ?? '', minorDigits(currency));
  if (amountMinor === null) return { code: 'bad-amount', value: cell('amount') ?? '' };
  return { day, channel, currency, amountMinor };
}

function addUp(rows: readonly DaySpend[]): DaySpend[] {
  const sums = new Map<string, DaySpend>();
  for (const row of rows) {
    const key = JSON.stringify([row.day, row.channel, row.currency]);
    const before = sums.get(key)?.amountMinor ?? 0;
    sums.set(key, { ...row, amountMinor: before + row.amountMinor });
  }
  return [...sums.values()];
}

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSheet } from 'read-excel-file/node';
import {
  EVERY_ORDER,
  exportColumns,
  ORDER_COLUMNS,
} from '../../main/domain/orders/order-filter.ts';
import { exportOrders } from '../../main/features/orders/export-orders.ts';
import { excelSerial } from '../../main/documents/exports/xlsx-row.ts';
import { closeDb, openReadable, storePath } from '../../main/store/database.ts';
import type { BenchStore } from './bench-store.ts';
import { inTurn, median, spread, type Figure } from './measure.ts';
import { xlsxRow, XLSX_COLUMNS } from './xlsx-rows.ts';

const SHELL = 'sqlite3';
const ROUNDS = 3;
const MOST_RATIO = 1.2;
const MOST_BYTES = 200e6;
const XLSX_ROWS = 100_000;

/** The list's columns as they lie in the store, in the list's order. */
const SHELL_QUERY = `
SELECT created_at, number, stage, city || ', ' || street || ', ' || house || ', ' || flat, guest, phone,
       venue.name, source, sum_minor / 100.0, promised_at, due_order, courier, delivery_zone, operator,
       organization.zone
  FROM delivery
  JOIN organization ON organization.id = delivery.organization_id
  LEFT JOIN venue ON venue.id = delivery.venue_id
 ORDER BY coalesce(created_at, 0) DESC, delivery.id DESC`;

/**
 * CSV of every order through the product's own question against the sqlite3 shell's `.mode csv` (when
 * it is on the machine), in turn; a book of 100,000 rows of ten columns in a process of its own.
 */
export async function benchExport(store: BenchStore): Promise<Figure[]> {
  const folder = await store.workingCopy();
  const out = mkdtempSync(join(tmpdir(), 'bench-export-'));
  try {
    return [await csvFigure(folder, out, store.orders), ...(await xlsxFigures(out))];
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

const hasShell = (): boolean => spawnSync(SHELL, ['--version']).status === 0;

function runShell(folder: string, out: string): void {
  const commands = ['.mode csv', `.once ${join(out, 'shell.csv')}`];
  const options = commands.flatMap((command) => ['-cmd', command]);
  execFileSync(SHELL, [...options, storePath(folder), SHELL_QUERY]);
}

async function csvFigure(folder: string, out: string, orders: number): Promise<Figure> {
  const db = openReadable(storePath(folder));
  const outside = { host: 'test', dataFolder: out, now: Date.now, log: () => undefined } as const;
  const ours = (): unknown =>
    exportOrders(db, outside).exportCsv({
      filter: structuredClone(EVERY_ORDER) as never,
      sort: { column: 'created', descending: true },
      orderIds: null,
      columns: [...ORDER_COLUMNS],
      language: 'ru',
    });
  const shell = hasShell();
  const times = await inTurn(ROUNDS, ours, () => shell && runShell(folder, out));
  closeDb(db);
  const ratio = median(times.ours) / median(times.rival);
  return {
    what: `CSV of ${orders} orders, ${exportColumns(ORDER_COLUMNS).length} columns`,
    ours: spread(times.ours, 'ms', 0),
    rival: shell ? `sqlite3 shell ${spread(times.rival, 'ms', 0)}` : 'no sqlite3 shell here',
    goal: shell ? `≤ ${MOST_RATIO}×: ${ratio.toFixed(2)}×` : `≤ ${MOST_RATIO}× the shell`,
    reached: shell && ratio <= MOST_RATIO,
  };
}

async function xlsxFigures(out: string): Promise<Figure[]> {
  const file = join(out, 'book.xlsx');
  const script = join(import.meta.dirname, 'write-xlsx.ts');
  const printed = execFileSync(process.execPath, [script, file, String(XLSX_ROWS)], {
    encoding: 'utf8',
  });
  const { ms, peakBytes } = JSON.parse(printed) as { ms: number; peakBytes: number };
  const wrong = await countWrong(file);
  return [
    {
      what: `XLSX of ${XLSX_ROWS} × ${XLSX_COLUMNS.length}: memory of its process`,
      ours: `${Math.round(peakBytes / 1e6)} MB, ${Math.round(ms)} ms, ${statSync(file).size} bytes`,
      rival: '—',
      goal: `≤ ${MOST_BYTES / 1e6} MB`,
      reached: peakBytes <= MOST_BYTES,
    },
    {
      what: 'the book read back by an independent reader',
      ours: `${wrong} wrong cells of ${XLSX_ROWS * XLSX_COLUMNS.length}`,
      rival: 'read-excel-file',
      goal: '0',
      reached: wrong === 0,
    },
  ];
}

async function countWrong(file: string): Promise<number> {
  const [, ...rows] = await readSheet(readFileSync(file), { trim: false });
  let wrong = Math.abs(rows.length - XLSX_ROWS) * XLSX_COLUMNS.length;
  rows.forEach((row, at) => {
    xlsxRow(at).forEach((cell, place) => {
      if (!isSame(row[place], cell, place)) wrong += 1;
    });
  });
  return wrong;
}

const DAY_MS = 86_400_000;
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);

function isSame(read: unknown, written: string | number | null, place: number): boolean {
  const { type } = XLSX_COLUMNS[place]!.kind;
  if (type === 'day' || type === 'moment') {
    const ms = EXCEL_EPOCH + (excelSerial(String(written)) ?? 0) * DAY_MS;
    return read instanceof Date && Math.abs(read.getTime() - ms) < 1000;
  }
  if (written === null) return read === null;
  if (typeof written === 'string') return read === written;
  const wanted = type === 'money' ? written / 100 : written;
  return typeof read === 'number' && Math.abs(read - wanted) < 1e-9;
}

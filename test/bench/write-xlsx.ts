import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { openXlsx } from '../../main/documents/exports/xlsx-file.ts';
import { xlsxRow, XLSX_COLUMNS } from './xlsx-rows.ts';

/*
 * node test/bench/write-xlsx.ts FILE ROWS: writes the book in a process of its own and prints how
 * long it took and how much memory the process ever held.
 */
const [file = '', rows = '0'] = process.argv.slice(2);

function* allRows(count: number) {
  for (let at = 0; at < count; at += 1) yield xlsxRow(at);
}

const stream = createWriteStream(file);
const begun = performance.now();
const book = openXlsx(async (bytes) => {
  if (!stream.write(bytes)) await once(stream, 'drain');
});
const sheet = book.sheet('Заказы', XLSX_COLUMNS);
await sheet.write(allRows(Number(rows)));
await sheet.end();
await book.finish();
stream.end();
await finished(stream);
const ms = performance.now() - begun;
console.log(JSON.stringify({ ms, peakBytes: process.resourceUsage().maxRSS * 1024 }));

import type { InputOf, OutputOf } from '../../contract/define.ts';
import type { sync } from '../../contract/sync.ts';
import { CSV_START, csvLine } from '../../documents/exports/csv.ts';
import { openTransferFile } from '../../documents/exports/transfer-file.ts';
import { fromEpochDay, toEpochDay } from '../../domain/epoch-day.ts';
import type { ReaderOutside } from '../../outside.ts';
import type { ReadableDb } from '../../store/database.ts';
import { readStatements, type ShownStatement } from '../../store/sync/statement-list.ts';
import { syncTexts, type SyncTexts } from './sync-texts.ts';
import program from '../../../package.json' with { type: 'json' };

type Wanted = InputOf<(typeof sync)['exportStatement']>;

/** Writes the statements of a period into a file that can be kept or handed on. */
export async function exportStatement(
  db: ReadableDb,
  outside: ReaderOutside,
  { from, to, format, language }: Wanted,
): Promise<OutputOf<(typeof sync)['exportStatement']>> {
  const texts = syncTexts(language);
  const name = `${texts['sync.proof.file']} ${from} – ${to}.${format}`;
  const file = openTransferFile(outside.dataFolder, name);
  const statements = readStatements(db, toEpochDay(from), toEpochDay(to)).toReversed();
  const write = format === 'csv' ? asTable : asJson;
  await file.write(write(statements, texts, { from, to, madeAt: outside.now() }));
  await file.finish();
  return { handle: file.handle, fileName: file.fileName, rows: statements.length };
}

type Made = Readonly<{ from: string; to: string; madeAt: number }>;

const HEADERS = [
  'venue',
  'day',
  'state',
  'reason',
  'orders',
  'healed',
  'read',
  'revisions',
  'hash',
  'stated',
  'rests',
];

const asTable = (statements: readonly ShownStatement[], texts: SyncTexts): string =>
  CSV_START +
  csvLine(HEADERS.map((key) => texts[`sync.proof.${key}`] ?? key)) +
  statements.map((one) => csvLine(rowOf(one, texts))).join('');

const rowOf = (one: ShownStatement, texts: SyncTexts): (string | number)[] => [
  one.venue,
  fromEpochDay(one.day),
  texts[`sync.state.${one.state}`] ?? one.state,
  one.reason,
  one.orders,
  one.healed,
  one.asked.readAt ? new Date(one.asked.readAt).toISOString() : '',
  revisionsText(one.asked),
  one.hash,
  new Date(one.statedAt).toISOString(),
  texts[`sync.proof.rests.${one.restsOn}`] ?? one.restsOn,
];

const revisionsText = ({ chainFrom, chainTo }: ShownStatement['asked']): string =>
  typeof chainFrom === 'number' ? `${chainFrom} – ${chainTo ?? ''}` : '';

const asJson = (statements: readonly ShownStatement[], _texts: SyncTexts, made: Made): string =>
  `${JSON.stringify(
    {
      program: `${program.productName} ${program.version}`,
      ...made,
      madeAt: new Date(made.madeAt).toISOString(),
      statements: statements.map((one) => ({
        ...one,
        day: fromEpochDay(one.day),
        statedAt: new Date(one.statedAt).toISOString(),
      })),
    },
    null,
    2,
  )}\n`;

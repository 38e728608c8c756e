import type { Handlers } from '../../contract/define.ts';
import type { sync, SyncLogEntry } from '../../contract/sync.ts';
import { CSV_START, csvLine } from '../../documents/exports/csv.ts';
import { openTransferFile } from '../../documents/exports/transfer-file.ts';
import type { ReaderOutside } from '../../outside.ts';
import { readConnections } from '../../store/connections.ts';
import type { ReadableDb } from '../../store/database.ts';
import { readLog } from '../../store/sync/sync-log.ts';
import { exportStatement } from './export-statement.ts';
import { syncTexts, type SyncTexts } from './sync-texts.ts';
import { verifyStore } from './verify-store.ts';

const PART = 500;

/** Answers of the long-read lane: the log as a table, and the check of everything stored. */
export function reportSync(
  db: ReadableDb,
  outside: ReaderOutside,
): Handlers<typeof sync, 'report'> {
  return {
    async exportLog({ connectionId, level, search, language }) {
      const texts = syncTexts(language);
      const names = new Map(readConnections(db).map(({ id, name }) => [id, name]));
      const day = new Date(outside.now()).toISOString().slice(0, 10);
      const file = openTransferFile(outside.dataFolder, `${texts['sync.export.file']}-${day}.csv`);
      await file.write(CSV_START + csvLine(HEADERS.map((key) => texts[key] ?? key)));
      let rows = 0;
      // Sought in what is written, as the screen seeks in what it shows.
      const words = search.trim().toLowerCase();
      for (const lines of parts(db, connectionId, level)) {
        const written = lines
          .map((line) => writeLine(line, texts, names))
          .filter((text) => text.toLowerCase().includes(words));
        await file.write(written.join(''));
        rows += written.length;
      }
      await file.finish();
      return { handle: file.handle, fileName: file.fileName, rows };
    },
    exportStatement: (wanted) => exportStatement(db, outside, wanted),
    verify: () => verifyStore(db),
  };
}

const HEADERS = [
  'sync.export.at',
  'sync.export.connection',
  'sync.export.level',
  'sync.export.text',
  'sync.export.code',
  'sync.export.correlation',
];

function* parts(
  db: ReadableDb,
  connectionId: number | null,
  level: SyncLogEntry['level'] | null,
): Iterable<readonly SyncLogEntry[]> {
  const filter = { connectionId, level, search: '', count: PART };
  let beforeId: number | null = null;
  for (;;) {
    const lines = readLog(db, { ...filter, beforeId });
    if (lines.length > 0) yield lines;
    if (lines.length < PART) return;
    beforeId = lines.at(-1)!.id;
  }
}

function writeLine(
  line: SyncLogEntry,
  texts: SyncTexts,
  names: ReadonlyMap<number, string>,
): string {
  const at = new Date(line.at).toISOString().slice(0, 19).replace('T', ' ');
  const name = line.connectionId === null ? '' : (names.get(line.connectionId) ?? '');
  const level = texts[`sync.level.${line.level}`] ?? line.level;
  return csvLine([at, name, level, textOf(line, texts), line.code, line.correlationId]);
}

/** The line's text with its values; where nobody wrote one, its values by name. */
function textOf({ code, params }: SyncLogEntry, texts: SyncTexts): string {
  const text = texts[`sync.log.${code}`] ?? texts[`failure.${code}`];
  // What a failure says has values of its own: it is filled in first.
  const values = Object.entries(params).toSorted(
    ([one], [other]) => Number(other === 'failure') - Number(one === 'failure'),
  );
  if (text === undefined) return values.map(([name, value]) => `${name}: ${value}`).join(', ');
  return values.reduce(
    (filled, [name, value]) => filled.replaceAll(`{{${name}}}`, shown(name, value, texts)),
    text,
  );
}

function shown(name: string, value: string | number, texts: SyncTexts): string {
  if (name === 'at' && typeof value === 'number') {
    return `${new Date(value).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  }
  const named = name === 'failure' ? `failure.${value}` : `sync.dictionary.${value}`;
  return texts[named] ?? String(value);
}

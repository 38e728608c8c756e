import type { CellKind, ExportCell, ExportColumn } from '../../documents/exports/cell.ts';
import { openTableFile } from '../../documents/exports/table-file.ts';
import type {
  Report,
  ReportCell,
  ReportColumn,
  ReportRow,
  reports,
} from '../../contract/reports.ts';
import type { Handlers } from '../../contract/define.ts';
import type { ReaderOutside } from '../../outside.ts';
import type { ReadableDb } from '../../store/database.ts';
import { requireRight } from '../../store/require-right.ts';
import { makeReport } from './make-report.ts';
import { openReportTexts, type ReportTexts } from './report-texts.ts';

type Input = Parameters<Handlers<typeof reports, 'report'>['exportFile']>[0];

/** What waits for `transfer`. */
export type ExportedFile = Readonly<{ handle: string; fileName: string; rows: number }>;

/** The report as a table file, for whoever may export. */
export async function exportReport(
  db: ReadableDb,
  outside: ReaderOutside,
  input: Input,
): Promise<ExportedFile> {
  requireRight(db, 'export-orders');
  return writeReport(db, outside, input);
}

/** A report as a table file: one row of cells for each row, the total last, currencies below each other. */
export async function writeReport(
  db: ReadableDb,
  outside: ReaderOutside,
  { query, format, language }: Input,
): Promise<ExportedFile> {
  const report = makeReport(db, query);
  const texts = openReportTexts(language);
  const depth = Math.max(
    1,
    ...report.sections.flatMap(({ rows }) => rows.map(({ path }) => path.length)),
  );
  const [first] = report.sections;
  const file = await openTableFile({
    dataFolder: outside.dataFolder,
    name: `${texts.nameOf(query)} ${query.period.from}–${query.period.to}`,
    format,
    columns: columnsOf(report, texts, depth, first?.currency ?? 'RUB'),
  });
  let count = 0;
  for (const { currency, rows, total } of report.sections) {
    const cells = (row: ReportRow): ExportCell[] => [
      currency,
      ...pathCells(row, texts, depth),
      ...row.cells.map((cell, place) => exported(report.columns[place]!, cell)),
    ];
    await file.write(rows.map(cells));
    await file.write([[currency, texts.say('reports.total'), ...cells(total).slice(2)]], true);
    count += rows.length + 1;
  }
  const { handle, fileName } = await file.finish(aboutOf(report, texts));
  return { handle, fileName, rows: count };
}

function columnsOf(
  report: Report,
  texts: ReportTexts,
  depth: number,
  currency: string,
): ExportColumn[] {
  const text: CellKind = { type: 'text' };
  const levels = Array.from({ length: depth }, (_, level) => {
    const dimension = report.sections.flatMap(({ rows }) => rows).find(({ path }) => path[level])
      ?.path[level]?.dimension;
    return { title: dimension ? texts.dimensionOf(dimension) : '', kind: text };
  });
  const figures = report.columns.map((column) => ({
    title: texts.titleOf(column),
    kind: kindOf(column, currency),
  }));
  return [{ title: texts.say('reports.currency'), kind: text }, ...levels, ...figures];
}

function kindOf({ unit }: ReportColumn, currency: string): CellKind {
  switch (unit) {
    case 'money':
      return { type: 'money', currency };
    case 'share':
      return { type: 'percent' };
    case 'amount':
      return { type: 'number', digits: 3 };
    case 'class':
      return { type: 'text' };
    case 'count':
    case 'seconds':
    case 'score':
      return { type: 'integer' };
  }
}

function exported({ unit }: ReportColumn, cell: ReportCell): ExportCell {
  if (typeof cell !== 'number') return cell;
  if (unit === 'share') return cell / 10_000;
  return unit === 'amount' ? cell / 1000 : cell;
}

const pathCells = ({ path }: ReportRow, texts: ReportTexts, depth: number): string[] =>
  Array.from({ length: depth }, (_, level) => (path[level] ? texts.valueOf(path[level]) : ''));

function aboutOf({ made, notes }: Report, texts: ReportTexts) {
  const lines: (readonly [string, string])[] = [
    [texts.say('reports.made.period'), `${made.period.from} – ${made.period.to}`],
    [texts.say('reports.made.sale-date'), texts.say(`reports.sale-date.${made.saleDate}`)],
    [texts.say('reports.made.model'), made.model],
    [texts.say('reports.made.zones'), made.zones.join(', ')],
    [texts.say('reports.made.mapping'), String(made.mappingVersion)],
    [texts.say('reports.made.data'), String(made.dataVersion)],
    [
      texts.say('reports.made.data-at'),
      made.dataAt === null ? '' : new Date(made.dataAt).toISOString(),
    ],
    [
      texts.say('reports.made.complete'),
      `${made.completeness.complete} / ${made.completeness.unproven} / ${made.completeness.unknown}`,
    ],
    ...notes.map((note) => ['', texts.say(`reports.note.${note}`)] as const),
  ];
  const columns = [texts.say('reports.made.what'), texts.say('reports.made.value')] as const;
  return { name: texts.say('reports.made'), columns, rows: lines };
}

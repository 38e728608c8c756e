import type { Report, ReportRow, ReportSection } from '../../../../main/contract/reports.ts';

/** A report without what nobody knows: columns without a figure, a compared period without orders. */
export type BareReport = Readonly<{
  report: Report;
  /** Text keys of the columns that were left out. */
  hidden: readonly string[];
  /** A comparison was asked for, but there is nothing in those days. */
  nothingBefore: boolean;
}>;

const has = (cell: unknown): boolean => cell !== null && cell !== 0;

const wasThere = ({ total }: ReportSection): boolean => total.compared?.some(has) ?? false;

function withoutBefore(section: ReportSection): ReportSection {
  const bare = (row: ReportRow): ReportRow => ({ ...row, compared: null });
  return { ...section, rows: section.rows.map(bare), total: bare(section.total) };
}

function withColumns(section: ReportSection, kept: readonly number[]): ReportSection {
  const pick = (row: ReportRow): ReportRow => ({
    ...row,
    cells: kept.map((at) => row.cells[at] ?? null),
    compared: row.compared && kept.map((at) => row.compared?.[at] ?? null),
  });
  return { ...section, rows: section.rows.map(pick), total: pick(section.total) };
}

const knows = ({ sections }: Report, at: number): boolean =>
  sections.some(({ rows, total }) =>
    [total, ...rows].some(({ cells }) => cells[at] !== null && cells[at] !== undefined),
  );

/** Takes away what is not known; a column that somebody chose stays. */
export function bareReport(given: Report): BareReport {
  const nothingBefore = given.query.compare !== null && !given.sections.some(wasThere);
  const report = nothingBefore ? { ...given, sections: given.sections.map(withoutBefore) } : given;
  const places = report.columns.map((_, at) => at);
  const kept = report.query.report === 'pivot' ? places : places.filter((at) => knows(report, at));
  if (kept.length === places.length || kept.length === 0)
    return { report, hidden: [], nothingBefore };
  const hidden = places.filter((at) => !kept.includes(at)).map((at) => report.columns[at]!.title);
  const columns = kept.map((at) => report.columns[at]!);
  const sections = report.sections.map((section) => withColumns(section, kept));
  return { report: { ...report, columns, sections }, hidden: [...new Set(hidden)], nothingBefore };
}

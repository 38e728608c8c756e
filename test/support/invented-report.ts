import type {
  Dimension,
  DimensionValue,
  Measure,
  Report,
  ReportColumn,
  ReportMade,
  ReportQuery,
  ReportRow,
} from '../../main/contract/reports.ts';
import { addDays } from '../../main/domain/local-time.ts';
import { formulaKey, MEASURES } from '../../main/domain/reports/report-measure.ts';

/** A channel's name that would do harm if it were ever markup, a formula or a template. */
export const HOSTILE_NAME = '=HYPERLINK("http://x")<img src=x onerror="document.title=1">{b}';

/** Channels of the invented reports; the last one but one has no name. */
export const CHANNELS = ['Яндекс Еда', 'Сайт', 'Телефон', 'Мобильное приложение', '', HOSTILE_NAME];
/** Their venues. */
export const VENUES = ['Таганка', 'Малышева', 'Красный проспект', 'Сокол', 'Балчуг'];
const CHANNEL_MEASURES: readonly Measure[] = [
  'orders',
  'leads',
  'sales',
  'conversion',
  'revenue',
  'average-cheque',
  'cost-coverage',
  'margin',
  'margin-share',
  'spend',
  'profit',
  'roi',
  'new-customers',
  'unmapped',
];

/** How a report of these tests says it was made. */
export const made = (query: ReportQuery): ReportMade => ({
  period: query.period,
  compare: query.compare,
  saleDate: query.saleDate,
  model: query.model,
  zones: ['Europe/Moscow', 'Asia/Yekaterinburg'],
  dataVersion: 412,
  mappingVersion: 7,
  dataAt: Date.parse('2026-11-21T11:32:05Z'),
  completeness: { complete: 98, unproven: 7, unknown: 0 },
  notCounted: 3,
  undated: 0,
  pending: 0,
});

const column = (measure: Measure, across: DimensionValue | null): ReportColumn => ({
  key: across ? `${measure}@${across.key}` : measure,
  title: `reports.measure.${measure}`,
  unit: MEASURES[measure].unit,
  formula: formulaKey(measure),
  across,
  additive: ['orders', 'sales', 'revenue', 'leads', 'unmapped'].includes(measure),
});

const numbered = (count: number, write: (at: number) => string): string[] =>
  Array.from({ length: count }, (_, at) => write(at));

const KEYS: Readonly<Partial<Record<Dimension, readonly string[]>>> = {
  hour: numbered(24, String),
  weekday: numbered(7, (at) => String(at + 1)),
  courier: numbered(900, (at) => `Курьер ${at + 1}`),
};

function daysOf({ from, to }: ReportQuery['period']): string[] {
  const days = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

function keysOf(dimension: Dimension, query: ReportQuery): readonly string[] {
  if (dimension === 'channel' || dimension === 'advert') return CHANNELS;
  if (dimension === 'day') return daysOf(query.period);
  return KEYS[dimension] ?? VENUES;
}

/** The same figure for the same place, between a half and one and a half of the scale. */
export function figure(seed: string, scale: number): number {
  let hash = 7;
  for (const sign of seed) hash = (hash * 7919 + (sign.codePointAt(0) ?? 0) * 104_729) % 999_983;
  return Math.round(scale * (0.5 + hash / 999_983));
}

const SCALES: Readonly<Record<string, number>> = {
  count: 900,
  money: 84_512_350,
  share: 3810,
  seconds: 900,
  amount: 12_000,
  score: 3,
  class: 1,
};

const isAdditive = (measure: Measure): boolean => column(measure, null).additive;

export function cell(measure: Measure, seed: string, part: number): number | null {
  if (measure === 'margin' && seed.includes('Телефон')) return null;
  const { unit } = MEASURES[measure];
  const scale = SCALES[unit] ?? 1;
  const value = figure(`${measure}${seed}`, isAdditive(measure) ? scale / part : scale);
  return measure === 'roi' && seed.includes('Сайт') ? -value : value;
}

type Table = Readonly<{ measures: readonly Measure[]; across: readonly DimensionValue[] }>;

function leafCells({ measures, across }: Table, seed: string, part: number): (number | null)[] {
  const beside = across.map(({ key }) => measures.map((one) => cell(one, `${seed}${key}`, part)));
  const own = measures.map((measure, at) =>
    across.length > 0 && isAdditive(measure)
      ? beside.reduce((sum, cells) => sum + (cells[at] ?? 0), 0)
      : cell(measure, seed, part),
  );
  return [...own, ...beside.flat()];
}

/** Sums where a column adds up, else a figure of its own. */
function sumOf(table: Table, rows: readonly ReportRow[], seed: string): (number | null)[] {
  const columns = [...table.measures, ...table.across.flatMap(() => table.measures)];
  const alone = leafCells(table, seed, 1);
  return columns.map((measure, at) =>
    isAdditive(measure)
      ? rows.reduce((sum, { cells }) => sum + Number(cells[at] ?? 0), 0)
      : (alone[at] ?? null),
  );
}

function tableOf(query: ReportQuery, table: Table, by: readonly Dimension[], seed: string) {
  const rows: ReportRow[] = [];
  const compared = (given: string): (number | null)[] | null =>
    query.compare && leafCells(table, `${given} before`, keysOf(by[0] ?? 'venue', query).length);
  const grow = (depth: number, above: readonly DimensionValue[]): ReportRow[] => {
    const dimension = by[depth]!;
    return keysOf(dimension, query).map((key) => {
      const path = [...above, { dimension, key, label: key }];
      const place = rows.length;
      const name = path.map((one) => one.key).join('/');
      rows.push({ path, cells: [], compared: compared(name) });
      const below = depth + 1 < by.length ? grow(depth + 1, path) : [];
      const cells =
        below.length > 0
          ? sumOf(table, below, name)
          : leafCells(table, name, keysOf(by[0]!, query).length ** (depth + 1));
      rows[place] = { ...rows[place]!, cells };
      return rows[place];
    });
  };
  const top = grow(0, []);
  const cells = sumOf(table, top, seed);
  return { rows, total: { path: [], cells, compared: compared(seed) } };
}

/** A table of figures that add up where they must, the same every time. */
export function reportOf(query: ReportQuery): Report {
  const by = 'by' in query && Array.isArray(query.by) ? query.by : (['venue'] as Dimension[]);
  const acrossBy = query.report === 'pivot' ? query.across : null;
  const across = acrossBy
    ? keysOf(acrossBy, query).map((key) => ({ dimension: acrossBy, key, label: key }))
    : [];
  const measures = ('measures' in query && query.measures) || CHANNEL_MEASURES;
  const table: Table = { measures, across };
  const dimensions = by.length > 0 ? by : (['venue'] as Dimension[]);
  return {
    query,
    made: made(query),
    columns: [null, ...across].flatMap((value) => measures.map((one) => column(one, value))),
    sections: [{ currency: 'RUB', ...tableOf(query, table, dimensions, query.report) }],
    notes: [],
  };
}

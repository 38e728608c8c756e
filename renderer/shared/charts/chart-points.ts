import { chartText, type ChartSeries, type ChartSpec } from './chart-spec.ts';

/** One place of a chart that keys and the mouse can stand on. */
export type ChartPoint = Readonly<{
  label: string;
  values: readonly Readonly<{ name: string; text: string }>[];
}>;

/** Places row by row; `width` is how many stand in a row. */
export type ChartPoints = Readonly<{ points: readonly ChartPoint[]; width: number }>;

/** Shares of the whole that the values add up to, each with those before it; 0–1. */
export function runningShares(values: readonly (number | null)[]): number[] {
  const whole = values.reduce<number>((sum, value) => sum + Math.max(0, value ?? 0), 0);
  let sum = 0;
  return values.map((value) => {
    sum += Math.max(0, value ?? 0);
    return whole === 0 ? 0 : sum / whole;
  });
}

/** What each place says, without its drawing. */
export function chartPoints(spec: ChartSpec): ChartPoints {
  if (spec.type === 'heat') return heatPoints(spec);
  const shares = spec.type === 'pareto' ? runningShares(spec.series[0].values) : [];
  const first = spec.type === 'funnel' ? spec.series[0].values[0] : null;
  const points = spec.labels.map((label, at): ChartPoint => {
    const values = spec.series.flatMap((series) => valueAt(spec, series, at));
    const share = shares[at];
    if (spec.type === 'pareto' && share !== undefined)
      values.push({ name: spec.shareName, text: spec.format.share(share) });
    const value = spec.series[0]?.values[at];
    if (first && value !== null && value !== undefined)
      values.push({ name: '', text: spec.format.share(value / first) });
    return { label: chartText(label), values };
  });
  return { points, width: Math.max(1, points.length) };
}

function valueAt({ format }: ChartSpec, { name, values }: ChartSeries, at: number) {
  const value = values[at];
  if (value === null || value === undefined) return [];
  return [{ name: chartText(name), text: format.full(value) }];
}

function heatPoints(spec: Extract<ChartSpec, { type: 'heat' }>): ChartPoints {
  const points = spec.labels.flatMap((label, row) =>
    spec.columns.map((column, at): ChartPoint => {
      const value = spec.values[row]?.[at] ?? null;
      const text = value === null ? '—' : spec.format.full(value);
      return {
        label: chartText(`${label}, ${column}`),
        values: [{ name: chartText(spec.name), text }],
      };
    }),
  );
  return { points, width: Math.max(1, spec.columns.length) };
}

/** Where an arrow, Home or End leads from a place; null for another key. */
export function nextPoint(key: string, at: number | null, count: number, width: number) {
  const last = count - 1;
  if (count === 0) return null;
  const from = at ?? -1;
  const kept = (place: number): number => Math.min(last, Math.max(0, place));
  const rows = width < count;
  switch (key) {
    case 'ArrowRight':
      return kept(from + 1);
    case 'ArrowLeft':
      return kept(from - 1);
    case 'ArrowDown':
      return at === null ? 0 : rows && from + width > last ? from : kept(from + (rows ? width : 1));
    case 'ArrowUp':
      return rows && from - width < 0 ? kept(from) : kept(from - (rows ? width : 1));
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

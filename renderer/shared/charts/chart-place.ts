import type { ChartSpec } from './chart-spec.ts';
import type { Drawing } from './echarts-core.ts';

type Pixel = readonly [x: number, y: number];

const GRID = { gridIndex: 0 };

/** The place under the mouse; null beside every place. */
export function pointUnder(spec: ChartSpec, drawing: Drawing, [x, y]: Pixel): number | null {
  if (!drawing.containPixel(GRID, [x, y])) return null;
  const [column = -1, row = -1] = drawing.convertFromPixel(GRID, [x, y]);
  switch (spec.type) {
    case 'lines':
    case 'pareto':
      return within(column, spec.labels.length);
    case 'bars':
    case 'funnel':
      return within(row, spec.labels.length);
    case 'heat': {
      const [at, line] = [within(column, spec.columns.length), within(row, spec.labels.length)];
      return at === null || line === null ? null : line * spec.columns.length + at;
    }
  }
}

const within = (place: number, count: number): number | null => {
  const whole = Math.round(place);
  return whole >= 0 && whole < count ? whole : null;
};

/** Where the words of a place are to stand; null when it is not drawn. */
export function pixelOf(spec: ChartSpec, drawing: Drawing, at: number): Pixel | null {
  const pixel = drawing.convertToPixel(GRID, valuesAt(spec, at));
  const [x, y] = Array.isArray(pixel) ? pixel : [];
  return x === undefined || y === undefined || Number.isNaN(x + y) ? null : [x, y];
}

function valuesAt(spec: ChartSpec, at: number): [number, number] {
  if (spec.type === 'heat') return [at % spec.columns.length, Math.floor(at / spec.columns.length)];
  const known = spec.series.flatMap(({ values }) => values[at] ?? []);
  const value = Math.max(0, ...known);
  return spec.type === 'lines' || spec.type === 'pareto' ? [at, value] : [value, at];
}

/** Marks the place in the drawing, and no other. */
export function markPoint(spec: ChartSpec, drawing: Drawing, at: number | null): void {
  drawing.dispatchAction({ type: 'downplay' });
  if (at === null) return;
  const count = spec.type === 'heat' ? 1 : spec.series.length;
  for (let seriesIndex = 0; seriesIndex < count; seriesIndex += 1)
    drawing.dispatchAction({ type: 'highlight', seriesIndex, dataIndex: at });
}

/** Writes a value: in full for readers and hover, short for an axis; and a part of a whole (0–1). */
export type ChartFormat = Readonly<{
  full: (value: number) => string;
  short: (value: number) => string;
  share: (part: number) => string;
}>;

/** One line or one set of bars; null where nothing is known. */
export type ChartSeries = Readonly<{ name: string; values: readonly (number | null)[] }>;

type Labelled = Readonly<{ labels: readonly string[]; format: ChartFormat }>;

/**
 * What a chart shows, in words of figures and not of drawing. The last of two series is what the
 * first is compared with. Names may come from outside: they are only ever drawn as text.
 */
export type ChartSpec =
  /** Along time. */
  | (Labelled & Readonly<{ type: 'lines'; series: readonly ChartSeries[] }>)
  /** One bar a name, the largest on top. */
  | (Labelled & Readonly<{ type: 'bars'; series: readonly ChartSeries[] }>)
  /** Steps, each a part of the first. */
  | (Labelled & Readonly<{ type: 'funnel'; series: readonly [ChartSeries] }>)
  /** Bars in falling order and the share they add up to. */
  | (Labelled & Readonly<{ type: 'pareto'; series: readonly [ChartSeries]; shareName: string }>)
  /** Rows by columns; `values[row][column]`. */
  | (Labelled &
      Readonly<{
        type: 'heat';
        columns: readonly string[];
        name: string;
        values: readonly (readonly (number | null)[])[];
      }>);

const CONTROLS = /(?![\t\n])\p{Cc}/gu;

/** A text a picture can hold: no control characters, on one line. */
export const chartText = (text: string): string =>
  text.toWellFormed().replaceAll(CONTROLS, '').replaceAll(/\s+/g, ' ');

/** Colours of a chart, taken from the window's tokens. */
export type ChartPalette = Readonly<{
  scheme: 'light' | 'dark';
  surface: string;
  text: string;
  secondary: string;
  line: string;
  /** Told apart with any colour vision (Okabe–Ito), in a fixed order. */
  series: readonly string[];
  /** From little to much. */
  heat: readonly string[];
}>;

const LIGHT_SERIES = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9'];
const DARK_SERIES = ['#56b4e9', '#e69f00', '#2fbf94', '#cc79a7', '#f0e442', '#d9824a'];
const LIGHT_HEAT = ['#f3f6fa', '#b9d6ee', '#62a6d8', '#0072b2', '#003f66'];
const DARK_HEAT = ['#262b30', '#1f4a66', '#2d759f', '#56b4e9', '#c4e4f8'];

/** Reads the tokens as they are now. */
export function readPalette(scheme: 'light' | 'dark'): ChartPalette {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string): string => style.getPropertyValue(`--dd-${name}`).trim();
  const light = scheme === 'light';
  return {
    scheme,
    surface: token('surface'),
    text: token('text'),
    secondary: token('text-secondary'),
    line: token('line'),
    series: light ? LIGHT_SERIES : DARK_SERIES,
    heat: light ? LIGHT_HEAT : DARK_HEAT,
  };
}

import { BarChart, HeatmapChart, LineChart } from 'echarts/charts';
import type { BarSeriesOption, HeatmapSeriesOption, LineSeriesOption } from 'echarts/charts';
import {
  GridComponent,
  LegendComponent,
  TitleComponent,
  VisualMapComponent,
  type GridComponentOption,
  type LegendComponentOption,
  type TitleComponentOption,
  type VisualMapComponentOption,
} from 'echarts/components';
import { init, use as load, type ComposeOption, type EChartsType } from 'echarts/core';
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers';

// No tooltip component: it writes HTML. What a place says stands in our own text.
load([
  BarChart,
  CanvasRenderer,
  GridComponent,
  HeatmapChart,
  LegendComponent,
  LineChart,
  SVGRenderer,
  TitleComponent,
  VisualMapComponent,
]);

/** Options of the parts that are loaded. */
export type ChartOption = ComposeOption<
  | BarSeriesOption
  | GridComponentOption
  | HeatmapSeriesOption
  | LegendComponentOption
  | LineSeriesOption
  | TitleComponentOption
  | VisualMapComponentOption
>;

/** A chart that the library has drawn. */
export type Drawing = EChartsType;

/** Draws on a canvas in the element, whose size it takes: no markup and no style of its own. */
export const drawInto = (element: HTMLElement): Drawing =>
  init(element, null, { renderer: 'canvas' });

/** Width and height of a picture in pixels. */
export type PictureSize = Readonly<{ width: number; height: number }>;

/** The chart as an SVG document, without any element of the page. */
export function writeSvg(option: ChartOption, size: PictureSize): string {
  const drawing = init(null, null, { renderer: 'svg', ssr: true, ...size });
  try {
    drawing.setOption(option);
    return drawing.renderToSVGString();
  } finally {
    drawing.dispose();
  }
}

/** The chart as PNG bytes at twice the size, drawn beside the page. */
export async function writePng(option: ChartOption, size: PictureSize): Promise<Blob> {
  const canvas = document.createElement('canvas');
  const drawing = init(canvas, null, { renderer: 'canvas', devicePixelRatio: 2, ...size });
  try {
    drawing.setOption(option);
    const picture = drawing.renderToCanvas({ pixelRatio: 2 });
    return await new Promise((resolve, reject) => {
      picture.toBlob(
        (blob) => (blob ? resolve(blob) : reject(new Error('No picture'))),
        'image/png',
      );
    });
  } finally {
    drawing.dispose();
  }
}

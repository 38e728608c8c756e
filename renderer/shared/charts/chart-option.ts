import { runningShares } from './chart-points.ts';
import type { ChartOption } from './echarts-core.ts';
import type { ChartPalette } from './chart-palette.ts';
import { chartText, type ChartSeries, type ChartSpec } from './chart-spec.ts';

/** No quotation marks: the font's name goes into attributes of a saved SVG. */
const FONT = 'Segoe UI, Inter Variable, Inter, system-ui, sans-serif';
const LONGEST_LABEL_PX = 150;
const COMPARED_OPACITY = 0.45;

/** A heading and names of the series are drawn only into saved pictures: on screen they are text. */
export type ChartCaption = Readonly<{ title: string }>;

type Of<Type extends ChartSpec['type']> = Extract<ChartSpec, { type: Type }>;

/** The drawing of a chart. Every text reaches it as data, never as a template or markup. */
export function chartOption(
  spec: ChartSpec,
  palette: ChartPalette,
  caption: ChartCaption | null = null,
): ChartOption {
  const top = caption ? 64 : 8;
  return {
    animation: false,
    backgroundColor: caption ? palette.surface : 'transparent',
    textStyle: { fontFamily: FONT, fontSize: 12, color: palette.secondary },
    color: [...palette.series],
    grid: {
      left: 4,
      right: spec.type === 'funnel' ? 96 : 16,
      top,
      bottom: 4,
      outerBoundsMode: 'same',
    },
    ...(caption ? captionOf(caption, palette) : {}),
    ...drawing(spec, palette),
  };
}

const captionOf = ({ title }: ChartCaption, palette: ChartPalette): ChartOption => ({
  title: {
    text: chartText(title),
    left: 8,
    top: 8,
    textStyle: { fontFamily: FONT, fontSize: 14, fontWeight: 600, color: palette.text },
  },
  legend: { left: 8, top: 34, textStyle: { fontFamily: FONT, color: palette.secondary } },
});

function drawing(spec: ChartSpec, palette: ChartPalette): ChartOption {
  switch (spec.type) {
    case 'lines':
      return lines(spec, palette);
    case 'bars':
    case 'funnel':
      return bars(spec, palette);
    case 'pareto':
      return pareto(spec, palette);
    case 'heat':
      return heat(spec, palette);
  }
}

const valueAxis = (spec: ChartSpec, palette: ChartPalette) => ({
  type: 'value' as const,
  splitNumber: spec.type === 'bars' || spec.type === 'funnel' ? 3 : 4,
  axisLabel: {
    color: palette.secondary,
    hideOverlap: true,
    formatter: (value: number) => spec.format.short(value),
  },
  splitLine: { lineStyle: { color: palette.line } },
});

const nameAxis = (names: readonly string[], palette: ChartPalette) => ({
  type: 'category' as const,
  data: names.map(chartText),
  axisTick: { show: false },
  axisLine: { lineStyle: { color: palette.line } },
  axisLabel: { color: palette.secondary, hideOverlap: true },
});

function lines(spec: Of<'lines'>, palette: ChartPalette): ChartOption {
  return {
    xAxis: { ...nameAxis(spec.labels, palette), boundaryGap: false },
    yAxis: valueAxis(spec, palette),
    series: spec.series.map(({ name, values }, at) => ({
      type: 'line',
      name: chartText(name),
      data: [...values],
      symbol: 'circle',
      symbolSize: 7,
      showSymbol: values.filter((value) => value !== null).length === 1,
      connectNulls: false,
      lineStyle: at === 0 ? { width: 2 } : { width: 1.5, type: 'dashed', color: palette.secondary },
      itemStyle: { color: at === 0 ? palette.series[0]! : palette.secondary },
    })),
  };
}

const bar = ({ name, values }: ChartSeries, color: string, opacity: number) => ({
  type: 'bar' as const,
  name: chartText(name),
  data: [...values],
  barMaxWidth: 18,
  barGap: '10%',
  itemStyle: { color, opacity, borderRadius: 2 },
  emphasis: { itemStyle: { color, opacity: 1 } },
});

function bars(spec: Of<'bars' | 'funnel'>, palette: ChartPalette): ChartOption {
  const names = nameAxis(spec.labels, palette);
  const limits = { width: LONGEST_LABEL_PX, overflow: 'truncate' as const, interval: 0 };
  return {
    yAxis: { ...names, inverse: true, axisLabel: { ...names.axisLabel, ...limits } },
    xAxis: valueAxis(spec, palette),
    series: spec.series.map((one, at) => ({
      ...bar(one, palette.series[0]!, at === 0 ? 1 : COMPARED_OPACITY),
      ...(at === 0 && spec.series.length === 1 ? barLabels(spec, palette) : {}),
    })),
  };
}

const barLabels = (spec: Of<'bars' | 'funnel'>, palette: ChartPalette) => ({
  label: {
    show: true,
    position: 'right' as const,
    color: palette.text,
    formatter: ({ dataIndex }: { dataIndex: number }) => barText(spec, dataIndex),
  },
});

function barText(spec: Of<'bars' | 'funnel'>, at: number): string {
  const [series] = spec.series;
  const value = series?.values[at];
  if (value === null || value === undefined) return '';
  const first = series?.values[0];
  if (spec.type === 'bars' || !first) return spec.format.short(value);
  return `${spec.format.full(value)} · ${spec.format.share(value / first)}`;
}

function pareto(spec: Of<'pareto'>, palette: ChartPalette): ChartOption {
  const names = nameAxis(spec.labels, palette);
  const limits = { width: 70, overflow: 'truncate' as const };
  const shares = runningShares(spec.series[0].values).map((share) => share * 100);
  const label = {
    color: palette.secondary,
    formatter: (value: number) => spec.format.share(value / 100),
  };
  return {
    xAxis: { ...names, axisLabel: { ...names.axisLabel, ...limits } },
    yAxis: [
      valueAxis(spec, palette),
      {
        type: 'value',
        min: 0,
        max: 100,
        interval: 20,
        axisLabel: label,
        splitLine: { show: false },
      },
    ],
    series: [
      bar(spec.series[0], palette.series[0]!, 1),
      {
        type: 'line',
        name: chartText(spec.shareName),
        yAxisIndex: 1,
        data: shares,
        showSymbol: false,
        lineStyle: { color: palette.series[1]!, width: 2 },
        itemStyle: { color: palette.series[1]! },
      },
    ],
  };
}

function heat(spec: Of<'heat'>, palette: ChartPalette): ChartOption {
  const data = spec.labels.flatMap((_, row) =>
    spec.columns.map((__, at): [number, number, number | '-'] => [
      at,
      row,
      spec.values[row]?.[at] ?? '-',
    ]),
  );
  const figures = data.flatMap(([, , value]) => (value === '-' ? [] : [value]));
  return {
    xAxis: { ...nameAxis(spec.columns, palette), position: 'top', axisLine: { show: false } },
    yAxis: { ...nameAxis(spec.labels, palette), inverse: true, axisLine: { show: false } },
    visualMap: {
      show: false,
      min: Math.min(0, ...figures),
      max: Math.max(1, ...figures),
      inRange: { color: [...palette.heat] },
    },
    series: [
      {
        type: 'heatmap',
        name: chartText(spec.name),
        data,
        itemStyle: { borderColor: palette.surface, borderWidth: 1, borderRadius: 2 },
        emphasis: { itemStyle: { borderColor: palette.text, borderWidth: 2 } },
      },
    ],
  };
}

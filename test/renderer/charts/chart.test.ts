import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { chartOption } from '../../../renderer/shared/charts/chart-option.ts';
import type { ChartPalette } from '../../../renderer/shared/charts/chart-palette.ts';
import {
  chartPoints,
  nextPoint,
  runningShares,
} from '../../../renderer/shared/charts/chart-points.ts';
import type { ChartSpec } from '../../../renderer/shared/charts/chart-spec.ts';
import { writeSvg } from '../../../renderer/shared/charts/echarts-core.ts';

const palette: ChartPalette = {
  scheme: 'light',
  surface: '#fff',
  text: '#1b1a19',
  secondary: '#57534e',
  line: '#e1dfdd',
  series: ['#0072b2', '#d55e00'],
  heat: ['#fff', '#0072b2'],
};
const format = {
  full: (value: number) => `${value} ₽`,
  short: String,
  share: (part: number) => `${Math.round(part * 100)} %`,
};
const HOSTILE = '<script>alert(1)</script>"\'&{a|b}{b}\u0000\u001F onload=x';

function specsNamed(name: string): ChartSpec[] {
  const labels = [name, 'Телефон', 'Сайт'];
  const series = { name, values: [30, 20, null] };
  return [
    { type: 'lines', labels, format, series: [series, { name: 'до', values: [1, 2, 3] }] },
    { type: 'bars', labels, format, series: [series] },
    { type: 'funnel', labels, format, series: [series] },
    { type: 'pareto', labels, format, series: [series], shareName: name },
    { type: 'heat', labels, format, name, columns: [name, '2'], values: [[1, null], [3, 4], []] },
  ];
}

function partsOf(svg: string) {
  const found = { names: new Set<string>(), attributes: new Set<string>(), text: '' };
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    found.names.add(name);
    for (const attribute of Object.keys(attributes)) found.attributes.add(attribute);
  });
  parser.on('text', (text) => (found.text += text));
  parser.write(svg).close();
  return found;
}

describe.each(specsNamed(HOSTILE).map((spec) => [spec.type, spec] as const))(
  'a saved picture of %s',
  (_, spec) => {
    it('holds hostile names as text only', () => {
      const option = chartOption(spec, palette, { title: HOSTILE });
      const { names, attributes, text } = partsOf(writeSvg(option, { width: 800, height: 400 }));
      expect([...names].filter((name) => /script|foreign|image|^a$|use/i.test(name))).toEqual([]);
      expect([...attributes].filter((name) => /^on|href/i.test(name))).toEqual([]);
      expect(text).toContain('<script>alert(1)</script>');
    });
  },
);

describe('what a chart says', () => {
  const said = (spec: ChartSpec): unknown =>
    chartPoints(spec).points.map(({ label, values }) => [label, ...values.map((one) => one.text)]);
  const [lines, , funnel, pareto, heat] = specsNamed('Самовывоз') as [
    ChartSpec,
    ChartSpec,
    ChartSpec,
    ChartSpec,
    ChartSpec,
  ];

  it('is every figure of every place, and nothing where nothing is known', () => {
    expect(said(lines)).toEqual([
      ['Самовывоз', '30 ₽', '1 ₽'],
      ['Телефон', '20 ₽', '2 ₽'],
      ['Сайт', '3 ₽'],
    ]);
    expect(said(heat)).toEqual([
      ['Самовывоз, Самовывоз', '1 ₽'],
      ['Самовывоз, 2', '—'],
      ['Телефон, Самовывоз', '3 ₽'],
      ['Телефон, 2', '4 ₽'],
      ['Сайт, Самовывоз', '—'],
      ['Сайт, 2', '—'],
    ]);
  });

  it('adds the part of the first to a funnel, the share so far to a Pareto chart', () => {
    expect(said(funnel)).toEqual([
      ['Самовывоз', '30 ₽', '100 %'],
      ['Телефон', '20 ₽', '67 %'],
      ['Сайт'],
    ]);
    expect(said(pareto)).toEqual([
      ['Самовывоз', '30 ₽', '60 %'],
      ['Телефон', '20 ₽', '100 %'],
      ['Сайт', '100 %'],
    ]);
    expect(runningShares([0, -5])).toEqual([0, 0]);
  });
});

describe('keys on a chart', () => {
  it.each([
    ['ArrowRight', null, 0],
    ['ArrowRight', 5, 5],
    ['ArrowDown', 1, 4],
    ['ArrowDown', 4, 4],
    ['ArrowUp', 4, 1],
    ['ArrowUp', 1, 1],
    ['End', 1, 5],
    ['Home', 5, 0],
    ['a', 1, null],
  ])('%s at %s of two rows of three goes to %s', (key, at, to) => {
    expect(nextPoint(key, at, 6, 3)).toBe(to);
  });

  it.each([
    ['ArrowDown', 1, 2],
    ['ArrowUp', 1, 0],
    ['ArrowUp', 0, 0],
  ])('%s at %s of one row goes to %s', (key, at, to) => {
    expect(nextPoint(key, at, 3, 3)).toBe(to);
  });
});

import { describe, expect, it } from 'vitest';
import type { ReportCell, ReportRow } from '../../../main/contract/reports.ts';
import { addsUp } from '../../../renderer/features/reports/report-content.tsx';
import { bareReport } from '../../../renderer/features/reports/figures/shown-report.ts';
import { shownRows } from '../../../renderer/features/reports/table/report-rows.ts';
import { treeCommand } from '../../../renderer/features/reports/table/tree-key.ts';
import { reportOf } from '../../support/invented-report.ts';

const row = (keys: readonly string[], ...cells: ReportCell[]): ReportRow => ({
  path: keys.map((key) => ({ dimension: 'venue', key, label: key })),
  cells,
  compared: null,
});

const ROWS = [
  row(['Сайт'], 30),
  row(['Сайт', 'Таганка'], 10),
  row(['Сайт', 'Сокол'], 20),
  row(['Телефон'], null),
  row(['Еда'], 40),
];

const shown = (rows: readonly ReportRow[], unfolded: string[] = [], sort = null as never) =>
  shownRows(rows, new Set(unfolded), sort).map(
    ({ row: { path }, level }) => `${level} ${path.at(-1)?.key}`,
  );

describe('rows of a report', () => {
  it('show children only of what is unfolded', () => {
    expect(shown(ROWS)).toEqual(['1 Сайт', '1 Телефон', '1 Еда']);
    expect(shown(ROWS, ['["Сайт"]'])).toEqual([
      '1 Сайт',
      '2 Таганка',
      '2 Сокол',
      '1 Телефон',
      '1 Еда',
    ]);
  });

  it('stand by a figure within their parents; what is not known stands last either way', () => {
    const by = (descending: boolean): string[] =>
      shown(ROWS, ['["Сайт"]'], { column: 0, descending } as never);
    expect(by(true)).toEqual(['1 Еда', '1 Сайт', '2 Сокол', '2 Таганка', '1 Телефон']);
    expect(by(false)).toEqual(['1 Сайт', '2 Таганка', '2 Сокол', '1 Еда', '1 Телефон']);
  });

  it('get a parent made where the report gives none', () => {
    const rows = [row(['Созданы'], 3), row(['Таганка', 'Созданы'], 2)];
    expect(shown(rows, ['["Таганка"]'])).toEqual(['1 Созданы', '1 Таганка', '2 Созданы']);
  });

  it('keep apart values of the same name under different parents', () => {
    const rows = [row(['а'], 1), row(['а', 'х'], 1), row(['б'], 1), row(['б', 'х'], 1)];
    expect(shown(rows, ['["б"]'])).toEqual(['1 а', '1 б', '2 х']);
  });
});

describe('keys in the table', () => {
  const size = { rows: 5, columns: 4, pageRows: 2, open: false, children: 3 };
  const at = (row: number, column: number) => ({ row, column });

  it.each([
    ['ArrowRight', at(1, 0), { type: 'unfold' }],
    ['ArrowRight', at(1, 1), { type: 'go', to: at(1, 2) }],
    ['ArrowLeft', at(1, 1), { type: 'go', to: at(1, 0) }],
    ['ArrowDown', at(4, 1), { type: 'go', to: at(4, 1) }],
    ['PageDown', at(1, 1), { type: 'go', to: at(3, 1) }],
    ['Enter', at(1, 0), { type: 'unfold' }],
    ['Enter', at(1, 2), { type: 'open' }],
    ['End', at(1, 0), { type: 'go', to: at(1, 3) }],
    ['Escape', at(1, 0), { type: 'escape' }],
    ['a', at(1, 0), null],
  ])('%s at %j', (key, place, command) => {
    expect(treeCommand(key, false, place, size)).toEqual(command);
  });

  it('fold what is unfolded, and go to the total with Ctrl+End', () => {
    expect(treeCommand('ArrowLeft', false, at(1, 0), { ...size, open: true })).toEqual({
      type: 'fold',
    });
    expect(treeCommand('End', true, at(1, 2), size)).toEqual({ type: 'go', to: at(4, 2) });
  });
});

describe('what is shown of a report', () => {
  const report = reportOf({
    report: 'channels',
    period: { from: '2026-11-01', to: '2026-11-02' },
    compare: { from: '2026-10-01', to: '2026-10-02' },
    saleDate: 'created',
    model: 'order-field',
    only: [],
    by: ['channel'],
    measures: ['orders', 'spend', 'revenue'],
  });
  const [section] = report.sections;
  const unknown = {
    ...report,
    sections: [
      {
        ...section!,
        rows: section!.rows.map((one) => ({ ...one, cells: [one.cells[0]!, null, one.cells[2]!] })),
        total: { ...section!.total, cells: [1, null, 2], compared: [0, null, 0] },
      },
    ],
  };

  it('is all of it when all of it is known', () => {
    expect(bareReport(report)).toEqual({ report, hidden: [], nothingBefore: false });
  });

  it('is no column that nobody knows and no comparison with nothing', () => {
    const bare = bareReport(unknown);
    expect(bare.hidden).toEqual(['reports.measure.spend']);
    expect(bare.nothingBefore).toBe(true);
    expect(bare.report.columns.map(({ key }) => key)).toEqual(['orders', 'revenue']);
    expect(bare.report.sections[0]!.total).toMatchObject({ cells: [1, 2], compared: null });
  });

  it('tells whether the rows add up to the total', () => {
    expect(addsUp(report)).toBe(true);
    expect(addsUp(unknown)).toBe(false);
  });
});

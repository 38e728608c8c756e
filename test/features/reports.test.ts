import { describe, expect, it } from 'vitest';
import type { Report } from '../../main/contract/reports.ts';
import { importCosts } from '../../main/features/reports/import-costs.ts';
import { importSpend } from '../../main/features/reports/import-spend.ts';
import { keepFacts } from '../../main/features/reports/keep-facts.ts';
import { makeReport, makeReportAt } from '../../main/features/reports/make-report.ts';
import { NOW } from '../../main/features/reports/report-scope.ts';
import { DIMENSIONS } from '../../main/domain/reports/report-dimension.ts';
import { readDataVersion } from '../../main/store/reports/fact-source.ts';
import type { WireOrderInfo } from '../../main/sources/iiko-cloud/wire.ts';
import { VENUE_ID } from '../fixtures/iiko-cloud-order.ts';
import { chanceOf, pick } from '../support/chance.ts';
import { askAll, factsOfFile } from '../support/store-with-facts.ts';

const store = factsOfFile();

const GROUPS: Readonly<Record<string, string>> = {
  Closed: 'paid',
  OnWay: 'in-work',
  Delivered: 'in-work',
  Cancelled: 'cancelled',
};

/** What an order counts under, told from the vendor's own words alone. */
const ORACLE: Readonly<Record<string, (order: NonNullable<WireOrderInfo['order']>) => string>> = {
  channel: ({ marketingSource }) => marketingSource?.name ?? '',
  venue: ({ terminalGroupId }) => (terminalGroupId === VENUE_ID ? '1' : '2'),
  zone: ({ deliveryZone }) => deliveryZone ?? '',
  'status-group': ({ status }) => GROUPS[status] ?? 'unmapped',
  status: ({ status }) => `iiko-cloud ${status}`,
  hour: ({ whenCreated }) => String(Number(whenCreated?.slice(11, 13))),
  day: ({ whenCreated }) => businessDay(whenCreated ?? ''),
  month: ({ whenCreated }) => businessDay(whenCreated ?? '').slice(0, 7),
  weekday: ({ whenCreated }) => String(new Date(businessDay(whenCreated ?? '')).getUTCDay() || 7),
};

/** The zone's own clock, five hours earlier: no vendor's day ends before the night does. */
const businessDay = (local: string): string =>
  new Date(Date.parse(`${local.replace(' ', 'T')}Z`) - 5 * 3_600_000).toISOString().slice(0, 10);

function expected(dimension: string): Map<string, [orders: number, revenue: number]> {
  const sums = new Map<string, [number, number]>();
  for (const { order } of store().newest.values()) {
    if (!order || order.isDeleted) continue;
    const key = ORACLE[dimension]!(order);
    const [orders, revenue] = sums.get(key) ?? [0, 0];
    const paid = GROUPS[order.status] === 'paid' ? Math.round((order.sum ?? 0) * 100) : 0;
    sums.set(key, [orders + 1, revenue + paid]);
  }
  return sums;
}

const byKey = ({ sections: [section] }: Report) =>
  new Map(section?.rows.map(({ path, cells }) => [path.at(-1)!.key, [cells[0], cells[1]]]));

describe('any by any', () => {
  it.each(Object.keys(ORACLE))('by %s says what the orders say', (dimension) => {
    expect(byKey(makeReport(store().db, askAll({ by: [dimension] })))).toEqual(expected(dimension));
  });

  it.each(DIMENSIONS)('%s and another sum to the total over all orders', (dimension) => {
    const chance = chanceOf(dimension.length * 31);
    const total = makeReport(store().db, askAll({ by: ['status-group'] })).sections[0]!.total.cells;
    for (const other of [pick(chance, DIMENSIONS), pick(chance, DIMENSIONS)]) {
      const measures = ['revenue', 'turnover', 'orders'];
      const across = other === 'day' || other === dimension ? null : other;
      const report = makeReport(store().db, askAll({ by: [dimension], across, measures }));
      const [section] = report.sections;
      expect(section!.total.cells.slice(0, 3)).toEqual([total[1], expect.anything(), total[0]]);
      const ofLines = /product|category/.test(`${dimension} ${across}`);
      report.columns.forEach(({ key }, place) => {
        if (ofLines && key.startsWith('orders')) return;
        const rows = section!.rows.reduce((sum, { cells }) => sum + Number(cells[place]), 0);
        expect([key, rows]).toEqual([key, section!.total.cells[place]]);
      });
      if (across === null) continue;
      const beside = section!.total.cells.slice(3).filter((_, place) => place % 3 === 0);
      expect(beside.reduce((sum: number, cell) => sum + Number(cell), 0)).toBe(total[1]);
    }
  });

  it('moves only days when the sale date is another', () => {
    const totals = ['created', 'promised', 'closed'].map(
      (saleDate) => makeReport(store().db, askAll({ by: ['month'], saleDate })).sections[0]!,
    );
    expect(new Set(totals.map(({ total }) => JSON.stringify(total))).size).toBe(1);
    expect(new Set(totals.map(({ rows }) => JSON.stringify(rows))).size).toBeGreaterThan(1);
  });

  it('is the same from roll-ups and from facts', () => {
    const moment = { ...NOW, dataVersion: readDataVersion(store().db) };
    const period = { from: '2026-09-12', to: '2026-11-20' };
    for (const by of [
      ['channel'],
      ['venue', 'channel'],
      ['week'],
      ['product'],
      ['weekday', 'venue'],
    ]) {
      const asked = askAll({ by, period, saleDate: 'promised' });
      const now = makeReport(store().db, asked);
      expect(makeReportAt(store().db, asked, moment, now.made)).toEqual(now);
    }
  });

  it('is the same from memory and from SQL, also after changes', async () => {
    const period = { from: '2026-09-03', to: '2026-11-25' };
    const asked = [
      { by: ['zone', 'payment-type'], across: 'hour' },
      { by: ['courier'], saleDate: 'closed', only: [{ dimension: 'zone', values: ['Центр', ''] }] },
      { report: 'funnel', by: ['zone'] },
      { by: ['channel'], across: 'venue', measures: ['new-customers', 'repeat-sales', 'ltv'] },
      { by: ['zone'], measures: ['new-customers', 'repeat-sales', 'ltv'] },
      { report: 'delays', by: ['hour', 'zone'], saleDate: 'promised' },
      { report: 'products', steps: 'month' },
      { by: ['product', 'zone'], measures: ['orders', 'revenue', 'amount'] },
      { by: ['zone'], across: 'product', only: [{ dimension: 'venue', values: ['1'] }] },
    ].map((changes) => askAll({ period, ...changes }));
    for (let round = 0; round < 3; round += 1) {
      const moment = { ...NOW, dataVersion: readDataVersion(store().db) };
      for (const one of asked) {
        const now = makeReport(store().db, one);
        expect(makeReportAt(store().db, one, moment, now.made)).toEqual(now);
      }
      await store().change(Array.from({ length: 20 }, (_, index) => 1 + index * 13 + round * 30));
    }
  });

  it('compares two periods path by path', () => {
    const asked = { by: ['channel'], period: { from: '2026-10-01', to: '2026-10-31' } };
    const before = { from: '2026-09-01', to: '2026-09-30' };
    const report = makeReport(store().db, askAll({ ...asked, compare: before }));
    const alone = makeReport(store().db, askAll({ ...asked, period: before }));
    expect(report.sections[0]!.total.compared).toEqual(alone.sections[0]!.total.cells);
  });

  it('refuses what can not be', () => {
    const period = { from: '2026-10-02', to: '2026-10-01' };
    expect(() => makeReport(store().db, askAll({ by: ['venue'], period }))).toThrow(
      'reports.bad-period',
    );
    expect(() => makeReport(store().db, askAll({ by: ['venue'], model: 'magic' }))).toThrow(
      'reports.unknown-model',
    );
  });
});

describe('spend and costs', () => {
  it('are taken whole or not at all', async () => {
    const wrong = await importSpend(
      store().db,
      'день;канал;сумма\n01.10.2026;Сайт;100\n31.02.2026;Сайт;5\n02.10.2026;Сайт;х\n',
      false,
      '',
    );
    expect(wrong).toEqual({
      taken: 0,
      replaced: 0,
      wrong: [
        { row: 3, code: 'bad-day', value: '31.02.2026' },
        { row: 4, code: 'bad-amount', value: 'х' },
      ],
    });
    const columns = await importSpend(store().db, 'a;b\n1;2\n', false, '');
    expect(columns.wrong).toEqual([{ row: 1, code: 'no-column', value: 'day' }]);
    const spend = () =>
      makeReport(store().db, askAll({ by: ['channel'], measures: ['spend'] })).sections[0]!.total
        .cells;
    expect(spend()).toEqual([null]);
    const taken = await importSpend(
      store().db,
      '\u{feff}Дата,Канал,Расход\r\n2026-10-01,Сайт,"1 000.50"\r\n2026-10-01,Сайт,1\r\n',
      false,
      '',
    );
    expect(taken).toMatchObject({ taken: 1, replaced: 0, wrong: [] });
    expect(spend()).toEqual([100_150]);
  });

  it('stand where they are known, and nowhere deeper', () => {
    const report = makeReport(
      store().db,
      askAll({ by: ['channel', 'venue'], measures: ['spend', 'cpo'] }),
    );
    const rows = report.sections[0]!.rows;
    const of = (...keys: string[]) =>
      rows.find(({ path }) => path.map(({ key }) => key).join() === keys.join())!.cells;
    expect(of('Сайт')[0]).toBe(100_150);
    expect(of('2ГИС')).toEqual([0, 0]);
    expect(of('Сайт', '1')).toEqual([null, null]);
  });

  it('make margin known once every line has a cost', async () => {
    const margin = () =>
      makeReport(
        store().db,
        askAll({ by: ['month'], measures: ['cost-coverage', 'revenue', 'cost', 'margin'] }),
      ).sections[0]!.total.cells as number[];
    expect(margin()[3]).toBeNull();
    const names = ['Маргарита', 'ПЕППЕРОНИ', 'Рамен', 'Том ям', 'Чай'];
    const text = `товар;себестоимость;категория\n${names.map((name, place) => `${name};${place + 10},25;${place < 2 ? 'Пицца' : ''}\n`).join('')}`;
    expect(
      await importCosts(store().db, text.split('\n').slice(0, 3).join('\n'), false),
    ).toMatchObject({ taken: 2 });
    await keepFacts(store().db, () => undefined).settled();
    expect(margin()[0]).toBeLessThan(10_000);
    expect(margin()[3]).toBeNull();
    expect(await importCosts(store().db, text, false)).toMatchObject({ taken: 5, replaced: 2 });
    await keepFacts(store().db, () => undefined).settled();
    const [coverage, revenue, cost, profit] = margin();
    expect([coverage, profit]).toEqual([10_000, revenue! - cost!]);
    const categories = makeReport(store().db, askAll({ report: 'products', by: 'category' }))
      .sections[0]!;
    expect(categories.rows.map(({ path }) => path[0]!.key).sort()).toEqual(['', 'Пицца']);
  });
});

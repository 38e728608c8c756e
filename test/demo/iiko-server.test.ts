import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openChain, type AskedChain } from './ask-chain.ts';

const pass = (text: string): string => createHash('sha1').update(text).digest('hex');

function logIn(chain: AskedChain, password = chain.serverLogin.password) {
  const form = new URLSearchParams({ login: chain.serverLogin.login, pass: pass(password) });
  const path = '/resto/api/auth';
  return chain.handle({ method: 'POST', path, headers: {}, body: form.toString() });
}

function olap(chain: AskedChain, token: string, change: object = {}) {
  const body = {
    reportType: 'SALES',
    buildSummary: false,
    groupByRowFields: ['Delivery.Id'],
    groupByColFields: [],
    aggregateFields: ['DishDiscountSumInt'],
    filters: {
      'OpenDate.Typed': { filterType: 'DateRange', from: '2026-10-10', to: '2026-10-11' },
    },
    ...change,
  };
  const path = '/resto/api/v2/reports/olap';
  const request = { method: 'POST', path, query: `key=${token}`, headers: {} };
  return chain.handle({ ...request, body: JSON.stringify(body) });
}

describe('the chain’s own iikoServer', () => {
  it('hashes the vendor’s documented password as the vendor does', () => {
    expect(pass('resto#test')).toMatch(/^2155245b/);
  });

  it('gives one slot, takes it back at logout, after an idle hour, and forgets all in a restart', () => {
    const chain = openChain();
    expect(logIn(chain, 'wrong').status).toBe(401);
    const token = logIn(chain).body;
    const second = logIn(chain);
    expect([second.status, second.body]).toEqual([
      403,
      'License enhancement is required: no connections available for module 28008806',
    ]);
    const logout = { method: 'POST', path: '/resto/api/logout', headers: {}, body: '' };
    chain.handle({ ...logout, query: `key=${token}` });
    expect(olap(chain, token).status).toBe(401);
    expect(logIn(chain).status).toBe(200);
    chain.clock.advance(61 * 60_000);
    expect(chain.serverSlots().taken).toBe(0);
    expect(logIn(chain).status).toBe(200);
  });

  it('keeps the vendor’s rules: a date, no summary, seven fields, a month', () => {
    const chain = openChain({ historyDays: 60 });
    const token = logIn(chain).body;
    expect(olap(chain, token).status).toBe(200);
    expect(olap(chain, token, { filters: {} }).status).toBe(400);
    expect(olap(chain, token, { buildSummary: true }).status).toBe(400);
    expect(olap(chain, token, { groupByRowFields: ['No.Such'] }).status).toBe(400);
    const eight = [
      'DishId',
      'DishName',
      'DishType',
      'OpenTime',
      'CloseTime',
      'Conception',
      'PayTypes',
    ];
    expect(olap(chain, token, { groupByRowFields: eight }).status).toBe(400);
    const long = { filterType: 'DateRange', from: '2026-08-20', to: '2026-10-01' };
    expect(olap(chain, token, { filters: { 'OpenDate.Typed': long } }).status).toBe(400);
  });

  it('splits an order over its payments, and comes to the same sum', () => {
    const chain = openChain();
    const token = logIn(chain).body;
    const filters = {
      'OpenDate.Typed': { filterType: 'DateRange', from: '2026-10-10', to: '2026-10-11' },
      DeletedWithWriteoff: { filterType: 'IncludeValues', values: ['NOT_DELETED'] },
    };
    const sumOf = (groupByRowFields: string[]): [rows: number, sum: number] => {
      const { data } = JSON.parse(olap(chain, token, { groupByRowFields, filters }).body) as {
        data: { DishDiscountSumInt: number }[];
      };
      const sum = data.reduce((total, row) => total + Math.round(row.DishDiscountSumInt * 100), 0);
      return [data.length, sum];
    };
    const [orders, total] = sumOf(['Delivery.Id']);
    const [rows, split] = sumOf(['Delivery.Id', 'PayTypes']);
    expect(split).toBe(total);
    expect(rows).toBeGreaterThan(orders);
  });

  it('makes a year from its seed and holds no more than some days of it', () => {
    const chain = openChain({ historyDays: 400, ordersPerDay: 40 });
    const token = logIn(chain).body;
    const seen = new Set<string>();
    for (let month = 1; month <= 9; month += 1) {
      const day = `2026-0${month}-15`;
      const on = { filterType: 'DateRange', from: day, to: day, includeHigh: true };
      const reply = olap(chain, token, { filters: { 'OpenDate.Typed': on } });
      const { data } = JSON.parse(reply.body) as { data: { 'Delivery.Id': string }[] };
      for (const row of data) seen.add(row['Delivery.Id']);
    }
    expect(seen.size).toBeGreaterThan(200);
    expect(chain.daysHeld()).toBeLessThanOrEqual(60);
  });
});

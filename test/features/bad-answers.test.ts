import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createApplication, type Application } from '../../main/application.ts';
import type { Connection } from '../../main/contract/connections.ts';
import type { SyncSummary } from '../../main/contract/sync.ts';
import { manualClock } from '../../main/demo/chain-clock.ts';
import { createChain } from '../../main/demo/create-chain.ts';
import { closeDb, openReadable, storePath } from '../../main/store/database.ts';
import { readAll, sql } from '../../main/store/sql.ts';
import { ask, quietOutside } from '../support/application-with-orders.ts';

type Row = Record<string, unknown>;
type Bend = (path: string, answer: Row, question: Row) => void;

let folder = '';
let desk: Application | null = null;

afterEach(async () => {
  await desk?.close();
  desk = null;
  rmSync(folder, { recursive: true, force: true });
});

/** One run of a connection whose server's JSON is bent on its way; what is stored and set aside. */
async function runBent(vendor: 'iiko-server' | 'iiko-biz', bend: Bend) {
  folder = mkdtempSync(join(tmpdir(), 'desk-bent-'));
  const clock = manualClock(Date.UTC(2026, 9, 14, 13, 30));
  const chain = createChain({ clock, ordersPerDay: 12, historyDays: 3 });
  const fetch: typeof globalThis.fetch = async (...request) => {
    const { url, body } = await read(new Request(...request));
    const answer = await chain.fetch(url.href, request[1] ?? {});
    if (!/json/.test(answer.headers.get('content-type') ?? '')) return answer;
    const told = (await answer.json()) as Row;
    if (typeof told === 'object') bend(url.pathname, told, body);
    return Response.json(told, { headers: { date: answer.headers.get('date') ?? '' } });
  };
  const sleep = (ms: number): Promise<void> => Promise.resolve(clock.advance(ms));
  desk = createApplication({ ...quietOutside(folder, clock.now), fetch, sleep });
  const { id } = await ask<Connection>(desk, 'connections.add', {
    vendor,
    name: '',
    settings: { host: 'https://chain.example', minIntervalMs: 0 },
    secret: vendor === 'iiko-biz' ? chain.bizLogin : chain.serverLogin,
    historyDays: 2,
    zone: 'Europe/Moscow',
  });
  const [summary] = await ask<SyncSummary[]>(desk, 'sync.runToEnd', { connectionId: id });
  await desk.close();
  desk = null;
  return { summary: summary!, ...stored() };
}

async function read(request: Request): Promise<{ url: URL; body: Row }> {
  const text = request.method === 'POST' ? await request.text() : '';
  return { url: new URL(request.url), body: text.startsWith('{') ? JSON.parse(text) : {} };
}

function stored() {
  const db = openReadable(storePath(folder));
  const orders = readAll<{ sum: number; lines: number }>(
    db,
    sql`
SELECT sum_minor AS sum,
       (SELECT count(*) FROM delivery_line WHERE delivery_id = delivery.id) AS lines
  FROM delivery`,
  );
  const aside = readAll<{ reason: string }>(db, sql`SELECT reason FROM quarantine`);
  closeDb(db);
  return { orders, reasons: aside.map(({ reason }) => reason).toSorted() };
}

const groupsOf = (question: Row): readonly string[] =>
  (question['groupByRowFields'] ?? []) as readonly string[];

/** Bends the reports of one order each of a day: the first is absurdly dated, the second owes money, the third is endless. */
const bendAccounts: Bend = (path, answer, question) => {
  const rows = answer['data'] as Row[] | undefined;
  if (!path.endsWith('/v2/reports/olap') || !Array.isArray(rows)) return;
  const [dated, owing, endless] = standing(rows, question);
  for (const row of rows) {
    const id = row['Delivery.Id'];
    if (id === dated && 'OpenTime' in row) row['OpenTime'] = '9999-99-99T99:99:99';
    if (id === dated && 'Delivery.ExpectedTime' in row) row['Delivery.ExpectedTime'] = 'завтра';
    if (id === owing && 'DishDiscountSumInt' in row) {
      row['DishDiscountSumInt'] = -(row['DishDiscountSumInt'] as number);
    }
  }
  if (groupsOf(question).includes('DishId') && endless !== undefined) lengthen(rows, endless);
};

let known: readonly string[] = [];

/** Orders that stand, in the sequence of the totals: asked before payments and lines. */
function standing(rows: readonly Row[], question: Row): readonly string[] {
  const groups = groupsOf(question);
  if (groups.includes('Delivery.Number')) {
    known = rows
      .filter((row) => row['OrderDeleted'] === 'NOT_DELETED')
      .map((row) => row['Delivery.Id'] as string)
      .toSorted();
  }
  return known;
}

/** Ten thousand free dishes more. */
function lengthen(rows: Row[], id: string): void {
  const line = rows.find((row) => row['Delivery.Id'] === id);
  if (!line) return;
  for (let more = 0; more < 10_000; more += 1) {
    rows.push({ ...line, DishName: `Соус ${more}`, DishDiscountSumInt: 0, DishAmountInt: 1 });
  }
}

const bendLegacy: Bend = (path, answer) => {
  const orders = answer['deliveryOrders'] as Row[] | undefined;
  if (!path.endsWith('/deliveryOrders') || !orders || orders.length < 3) return;
  const [dated, owing, endless] = orders as [Row, Row, Row];
  Object.assign(dated, { deliveryDate: '9999-99-99 99:99:99', createdTime: 'завтра' });
  owing['sum'] = '-500.000000000';
  const [item] = endless['items'] as [Row];
  endless['items'] = Array.from({ length: 10_000 }, () => item);
};

describe.each([
  ['iiko-server', bendAccounts, 'no-date'],
  ['iiko-biz', bendLegacy, 'no-date'],
] as const)('%s tells nonsense', (vendor, bend, reason) => {
  it('sets the absurd aside with its reason and stores the rest, ten thousand lines and debts too', async () => {
    const sound = await runBent(vendor, () => undefined);
    rmSync(folder, { recursive: true, force: true });
    const bent = await runBent(vendor, bend);
    expect(sound.reasons).toEqual([]);
    expect(bent.summary).toMatchObject({ outcome: 'done', failure: null });
    expect(new Set(bent.reasons)).toEqual(new Set([reason]));
    expect(bent.orders.length + bent.reasons.length).toBe(sound.orders.length);
    expect(Math.max(...bent.orders.map(({ lines }) => lines))).toBeGreaterThanOrEqual(10_000);
    expect(Math.min(...bent.orders.map(({ sum }) => sum))).toBeLessThan(0);
  });
});

import type { Browser } from 'playwright';
import { EVERY_ORDER } from '../../main/domain/orders/order-filter.ts';
import type { OrderPage } from '../../main/contract/orders.ts';
import { programFolder } from '../../main/hosts/program-folder.ts';
import { ensureBuilt } from '../../main/hosts/start/ensure-built.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { firstRow } from '../support/orders-page.ts';
import { startApplication } from '../support/started-application.ts';
import type { BenchStore } from './bench-store.ts';
import { median, spread, type Figure } from './measure.ts';
import { openWebSession } from '../support/web-session.ts';

const ROUNDS = 5;
const LONGEST_MS = 2000;
const NEWEST = { column: 'created', descending: true } as const;

/**
 * From the start of `npm start -- --web`'s process to the first row in Chromium (already running,
 * everything already built; where today has no order, the list's word that there is none), and to
 * the first rows over HTTP without a browser.
 */
export async function benchStartup(store: BenchStore): Promise<Figure[]> {
  const folder = await store.workingCopy();
  await ensureBuilt(programFolder());
  const browser = await launchBrowser();
  const withBrowser: number[] = [];
  const without: number[] = [];
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      without.push(await timeStart(folder, readFirstRows));
      withBrowser.push(await timeStart(folder, (address) => showFirstRow(browser, address)));
    }
  } finally {
    await browser.close();
  }
  return [
    startFigure('first row in Chromium', withBrowser, store.orders),
    startFigure('first rows over HTTP', without, store.orders),
  ];
}

function startFigure(what: string, times: readonly number[], orders: number): Figure {
  return {
    what: `start to a usable list of ${orders} orders: ${what}`,
    ours: `${spread(times, 'ms', 0)}, the first start ${times[0]!.toFixed(0)} ms`,
    rival: '—',
    goal: `≤ ${LONGEST_MS} ms`,
    reached: median(times) <= LONGEST_MS,
  };
}

async function timeStart(
  folder: string,
  untilUsable: (address: string) => Promise<void>,
): Promise<number> {
  const start = performance.now();
  const application = await startApplication(folder);
  try {
    await untilUsable(application.address);
    return performance.now() - start;
  } finally {
    await application.stop();
  }
}

async function readFirstRows(address: string): Promise<void> {
  const session = await openWebSession(address);
  const input = { filter: EVERY_ORDER, sort: NEWEST, count: 200 };
  const { rows } = await session.ask<OrderPage>('orders.open', input);
  session.close();
  if (rows.length === 0) throw new Error('The list came up empty');
}

async function showFirstRow(browser: Browser, address: string): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(address);
  await firstRow(page)
    .or(page.getByRole('button', { name: 'Показать за всё время' }))
    .waitFor();
  await context.close();
}

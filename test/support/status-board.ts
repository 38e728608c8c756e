import type { Browser, Locator, Page } from 'playwright';
import { afterEach, beforeEach, vi } from 'vitest';
import type { StatusBoard } from '../../main/contract/status-mapping.ts';
import type { StatusGroup } from '../../main/domain/status-mapping/status-group.ts';
import { mappingOf } from '../../main/domain/status-mapping/status-mapping.ts';
import { groupTotals } from '../../main/domain/status-mapping/status-totals.ts';
import { orderInfo } from '../fixtures/iiko-cloud-order.ts';
import { applicationWith } from './application-with-orders.ts';
import { browserOfFile } from './browser-of-file.ts';
import { openDeskWindow, type DeskWindow } from './desk-window.ts';
import { save } from './store-with-orders.ts';

/** A status that no program should run. */
export const HOSTILE_STATUS = '<img src=x onerror="document.title=1">';
const STATUSES = ['Closed', 'OnWay', 'Cancelled', HOSTILE_STATUS, 'Delivered'];

/** The window at the board, before a program of its own: 45 orders of today, nine in each status. */
type BoardWindow = DeskWindow &
  Readonly<{
    /** Orders of a group as they are committed, whatever the draft shows. */
    committed(group: StatusGroup): Promise<number>;
  }>;

/** What a test of the board works with: its window, its page, columns and cards of iiko Cloud. */
type BoardOfTest = Readonly<{
  window(): BoardWindow;
  page(): Page;
  lane(group: StatusGroup): Locator;
  card(name: string): Locator;
}>;

/** Another board for each test of the file that calls this, in one browser. */
export function boardOfTest(): BoardOfTest {
  const browser = browserOfFile();
  let window: BoardWindow | undefined;
  beforeEach(async () => {
    window = await openBoard(browser());
  });
  afterEach(() => window?.close());
  const page = (): Page => window!.page;
  return {
    window: () => window!,
    page,
    lane: (group) => laneOf(page(), group),
    card: (name) => page().getByRole('button', { name: new RegExp(`^${name}.*iiko Cloud`) }),
  };
}

/** Opens the board; closing the window closes its program too. */
async function openBoard(browser: Browser): Promise<BoardWindow> {
  const now = Date.now();
  const today = new Date(now).toISOString().slice(0, 10);
  const orders = Array.from({ length: 45 }, (_, index) =>
    orderInfo(index + 1, {
      status: STATUSES[index % STATUSES.length]!,
      sum: 1000.5 + index,
      completeBefore: `${today} 11:00:00.000`,
    }),
  );
  const desk = applicationWith(
    (db) => save(db, orders),
    () => now,
  );
  const look = { viewport: { width: 1366, height: 900 } };
  const window = await openDeskWindow(browser, desk, 'statuses?tab=board', look);
  return {
    ...window,
    async committed(group) {
      const { entries, totals } = await window.core<StatusBoard>('statusMapping.board', {
        period: null,
      });
      return groupTotals(mappingOf(entries), totals)[group].orders;
    },
    async close() {
      try {
        await window.close();
      } finally {
        await desk.close();
      }
    },
  };
}

const laneOf = (page: Page, group: StatusGroup): Locator =>
  page.locator(`section[data-group="${group}"]`);

/** How many orders a group shows. */
export async function countIn(page: Page, group: StatusGroup): Promise<number> {
  const told = laneOf(page, group).getByText(/\d+ заказ/);
  return Number.parseInt(await told.first().innerText(), 10);
}

/** Carries by the mouse and holds it there: `mouse.up` lets it go. */
export async function carry(page: Page, from: Locator, to: Locator): Promise<void> {
  await vi.waitUntil(() => take(page, from), { timeout: 10_000 });
  await moveOver(page, to);
}

/** The same moves where nothing may be carried. */
export async function pull(page: Page, from: Locator, to: Locator): Promise<void> {
  await grip(page, from);
  await moveOver(page, to);
}

// A lane that is drawn anew in this moment has no place yet.
const placeOf = (one: Locator) =>
  vi.waitUntil(async () => (await one.boundingBox()) ?? undefined, { timeout: 10_000 });

async function grip(page: Page, from: Locator): Promise<void> {
  const { x, y } = await placeOf(from);
  await page.mouse.move(x + 20, y + 10);
  await page.mouse.down();
  await page.mouse.move(x + 40, y + 20, { steps: 3 });
}

async function moveOver(page: Page, to: Locator): Promise<void> {
  const { x, y } = await placeOf(to);
  await page.mouse.move(x + 60, y + 120, { steps: 5 });
}

/** False when the card was drawn anew under the pointer: a hand then tries again. */
async function take(page: Page, from: Locator): Promise<boolean> {
  await grip(page, from);
  try {
    await page.locator('[data-carrying]').waitFor({ timeout: 1500 });
    return true;
  } catch {
    await page.mouse.up();
    return false;
  }
}

import type { Page } from 'playwright';
import type { StatusBoard } from '../../main/contract/status-mapping.ts';
import type { StatusMapping } from '../../main/domain/status-mapping/status-mapping.ts';
import type { StatusTotal } from '../../main/domain/status-mapping/status-totals.ts';
import { programFolder } from '../../main/hosts/program-folder.ts';
import { ensureRenderer } from '../../main/hosts/start/build-renderer.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import type { Answers } from '../support/fake-client.ts';
import { idleAnswers } from '../support/idle-answers.ts';
import { openRendererWindow } from '../support/renderer-window.ts';
import { median, quantile, type Figure } from './measure.ts';

const LONGEST_MS = 16;
const CROSSINGS = 300;
const WARM_UP = 20;

/**
 * Carries a card from lane to lane in Chromium: from the mouse's movement until the lanes show what
 * they would hold. The window holds the store's own totals; drawing is the browser's and not counted.
 */
export async function benchMappingDrag(
  orders: number,
  mapping: StatusMapping,
  totals: readonly StatusTotal[],
): Promise<Figure> {
  await ensureRenderer(programFolder());
  const browser = await launchBrowser();
  const viewport = { width: 1366, height: 900 };
  const answers = { ...idleAnswers().answers, ...boardAnswers(mapping, totals) };
  const window = await openRendererWindow(browser, answers, 'statuses', { viewport });
  try {
    const samples = await carryAcross(window.page);
    const p99 = quantile(samples, 0.99);
    return {
      what: `lanes redrawn with a card's consequence, ${samples.length} crossings, totals of ${orders} orders`,
      ours: `p99 ${p99.toFixed(1)} ms, median ${median(samples).toFixed(1)} ms`,
      rival: '—',
      goal: `p99 ≤ ${LONGEST_MS} ms`,
      reached: samples.length > 0 && p99 <= LONGEST_MS,
    };
  } finally {
    await window.close();
    await browser.close();
  }
}

function boardAnswers(mapping: StatusMapping, totals: readonly StatusTotal[]): Answers {
  const board: StatusBoard = {
    version: { id: 1, cause: 'default', sameAs: null, author: '', validFrom: 0 },
    entries: [...mapping.values()],
    draft: [],
    totals,
    seen: totals.map(({ system, status, orders }) => ({ system, status, orders })),
    systems: ['iiko-cloud'],
    organizations: [],
    money: true,
    mayEdit: true,
  };
  const unmapped = { statuses: 0, orders: 0 };
  return {
    statusMapping: { board: () => board, unmapped: () => unmapped, overdue: () => [] },
  };
}

async function carryAcross(page: Page): Promise<readonly number[]> {
  const card = page.locator('section[data-group="paid"] li > button').first();
  await card.waitFor();
  const from = (await card.boundingBox())!;
  const lanes = await Promise.all(
    ['ignored', 'cancelled', 'in-work'].map((group) =>
      page.locator(`section[data-group="${group}"]`).boundingBox(),
    ),
  );
  await page.evaluate(watchLanes);
  await page.mouse.move(from.x + 20, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(from.x + 40, from.y + 30, { steps: 3 });
  for (let crossing = 0; crossing < CROSSINGS + WARM_UP; crossing += 1) {
    const lane = lanes[crossing % lanes.length]!;
    await page.mouse.move(lane.x + 40, lane.y + 200 + (crossing % 7));
    await page.waitForTimeout(10);
  }
  await page.keyboard.press('Escape');
  const samples = await page.evaluate(() => (window as unknown as Watched).laneSamples);
  return samples.slice(WARM_UP);
}

type Watched = { laneSamples: number[] };

/** Runs in the page: from each movement of the mouse to the first change of a lane after it. */
function watchLanes(): void {
  const samples: number[] = [];
  (window as unknown as Watched).laneSamples = samples;
  let movedAt = 0;
  document.addEventListener('mousemove', () => (movedAt = performance.now()), true);
  const board = document.querySelector('section[data-group="paid"]')!.parentElement!;
  new MutationObserver(() => {
    if (movedAt > 0) samples.push(performance.now() - movedAt);
    movedAt = 0;
  }).observe(board, { subtree: true, childList: true, characterData: true });
}

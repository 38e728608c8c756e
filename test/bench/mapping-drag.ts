import type { Page } from 'playwright';
import { programFolder } from '../../main/hosts/program-folder.ts';
import { ensureRenderer } from '../../main/hosts/start/build-renderer.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { startApplication } from '../support/started-application.ts';
import type { BenchStore } from './bench-store.ts';
import { median, quantile, type Figure } from './measure.ts';

const LONGEST_MS = 16;
const CROSSINGS = 300;
const WARM_UP = 20;

/**
 * Carries a card from lane to lane in Chromium: from the mouse's movement until the lanes show what
 * they would hold. Drawing is the browser's and is not counted.
 */
export async function benchMappingDrag(store: BenchStore): Promise<Figure> {
  await ensureRenderer(programFolder());
  const application = await startApplication(await store.workingCopy());
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 900 } });
    await page.goto(application.address);
    await page.goto(`${new URL(application.address).origin}/#/statuses`);
    const samples = await carryAcross(page);
    const p99 = quantile(samples, 0.99);
    return {
      what: `lanes redrawn with a card's consequence, ${samples.length} crossings over ${store.orders} orders`,
      ours: `p99 ${p99.toFixed(1)} ms, median ${median(samples).toFixed(1)} ms`,
      rival: '—',
      goal: `p99 ≤ ${LONGEST_MS} ms`,
      reached: samples.length > 0 && p99 <= LONGEST_MS,
    };
  } finally {
    await browser.close();
    await application.stop();
  }
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

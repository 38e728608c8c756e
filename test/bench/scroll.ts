import { programFolder } from '../../main/hosts/program-folder.ts';
import { ensureBuilt } from '../../main/hosts/start/ensure-built.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { showAllTime } from '../support/orders-page.ts';
import { startApplication } from '../support/started-application.ts';
import type { BenchStore } from './bench-store.ts';
import { quantile, type Figure } from './measure.ts';
import { scrollAlong, type Frame } from './scroll-along.ts';

const WARM_UP = 60;
const FRAMES = 900;
const STEP_PX = 60;
const WINDOW = 60;
const LEAST_FPS = 58;

/**
 * Scrolls the list in Chromium by 60 px a frame. Frames a second are counted over each second of
 * sixty frames; Chromium draws in software where there is no graphics card.
 */
export async function benchScroll(store: BenchStore): Promise<Figure[]> {
  await ensureBuilt(programFolder());
  const application = await startApplication(await store.workingCopy());
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(application.address);
    await showAllTime(page);
    await page.waitForTimeout(3000);
    const empty = await page.evaluate(scrollAlong, { frames: 240, stepPx: 0 });
    await page.evaluate(scrollAlong, { frames: WARM_UP, stepPx: STEP_PX });
    const frames = await page.evaluate(scrollAlong, { frames: FRAMES, stepPx: STEP_PX });
    return [speedFigure(store.orders, frames, empty), ...stillFigures(frames)];
  } finally {
    await browser.close();
    await application.stop();
  }
}

/** Frames a second over every sixty frames on end. */
function rates(frames: readonly Frame[]): number[] {
  return frames.slice(WINDOW).map(({ at }, index) => (WINDOW * 1000) / (at - frames[index]!.at));
}

function speedFigure(orders: number, frames: readonly Frame[], empty: readonly Frame[]): Figure {
  const fps = rates(frames);
  const gaps = frames.slice(1).map(({ at }, index) => at - frames[index]!.at);
  const [p5, middle] = [quantile(fps, 0.05), quantile(fps, 0.5)];
  return {
    what: `scrolling ${orders} orders by ${STEP_PX} px a frame, ${frames.length} frames`,
    ours: `${p5.toFixed(1)} fps at the 5th percentile, median ${middle.toFixed(1)}; frame p95 ${quantile(gaps, 0.95).toFixed(1)} ms, worst ${quantile(gaps, 1).toFixed(1)} ms`,
    rival: `the same page standing still ${quantile(rates(empty), 0.05).toFixed(1)} fps`,
    goal: `≥ ${LEAST_FPS} fps`,
    reached: p5 >= LEAST_FPS,
  };
}

function stillFigures(frames: readonly Frame[]): Figure[] {
  const waiting = frames.filter((frame) => frame.waiting > 0).length;
  const range = (values: readonly number[]) => [quantile(values, 0), quantile(values, 1)] as const;
  const [fewest, most] = range(frames.map(({ rows }) => rows));
  const elements = range(frames.map(({ nodes }) => nodes)).join('–');
  return [
    {
      what: 'frames with a placeholder row in sight',
      ours: String(waiting),
      rival: '—',
      goal: '0',
      reached: waiting === 0,
    },
    {
      what: 'rows of the table in the document while it scrolls',
      ours: `${fewest}–${most} (${elements} elements with what the rows hold)`,
      rival: '—',
      goal: 'steady: at most 2 more or less',
      reached: most - fewest <= 2,
    },
  ];
}

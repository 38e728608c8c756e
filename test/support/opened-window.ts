import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { programFolder } from '../../main/hosts/program-folder.ts';
import { rendererFolder } from '../../main/hosts/start/build-renderer.ts';
import { sendBuiltPage } from '../../main/hosts/web/send-page.ts';
import {
  startWebHost,
  type WebHost,
  type WebHostOptions,
} from '../../main/hosts/web/start-web-host.ts';

/** What stands behind a window. */
export type BehindWindow = Pick<WebHostOptions, 'application' | 'dataFolder'>;

/** The built page in a real browser before the real web host. */
export type OpenedWindow = Readonly<{
  page: Page;
  /** Goes to a screen (`orders`, `zones?tab=address`) and waits until it is there. */
  show(screen: string): Promise<void>;
  /** Closes page and host; rejects when the page wrote an error or broke its policy. */
  close(): Promise<void>;
}>;

/** The web host on a free port of this machine, silent, with the built page. */
const serve = ({ application, dataFolder }: BehindWindow): Promise<WebHost> =>
  startWebHost({
    port: 0,
    application,
    dataFolder,
    sendPage: sendBuiltPage(rendererFolder(programFolder())),
    explain: (failure) => failure.code,
    log: () => undefined,
  });

/** How a window looks; `now`: what its page takes for the present moment. */
export type WindowLook = BrowserContextOptions & Readonly<{ now?: Date }>;

/** Opens the page, signed in, at a screen, and waits until that is there. */
export async function openWindow(
  browser: Browser,
  behind: BehindWindow,
  screen: string,
  { now, ...look }: WindowLook = {},
): Promise<OpenedWindow> {
  const host = await serve(behind);
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
    reducedMotion: 'reduce',
    ...look,
  });
  const page = await context.newPage();
  const errors = errorsOf(page);
  if (now !== undefined) await page.clock.setFixedTime(now);
  await page.goto(`${host.issueStartAddress()}#/${screen}`);
  await screenShown(page);
  return {
    page,
    show: (other) => show(page, other),
    async close() {
      const reports = host.policyReports();
      await context.close();
      await host.close();
      if (reports > 0) errors.push(`${reports} reports of a broken policy`);
      if (errors.length > 0) throw new Error(`The page complained: ${errors.join('; ')}`);
    },
  };
}

/** Grows as the page writes errors to its console or throws them. */
function errorsOf(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (line) => line.type() === 'error' && errors.push(line.text()));
  return errors;
}

/** The page has heard of its new address before anything is looked for: the screen left is gone. */
async function show(page: Page, screen: string): Promise<void> {
  await page.evaluate(async (hash) => {
    if (location.hash === hash) return;
    const heard = new Promise((resolve) => {
      addEventListener('hashchange', () => requestAnimationFrame(resolve), { once: true });
    });
    location.hash = hash;
    await heard;
  }, `#/${screen}`);
  await screenShown(page);
}

/** Every screen has its name as a heading; those left behind are hidden. */
const screenShown = (page: Page): Promise<void> => page.locator('h1:visible').first().waitFor();

import { tmpdir } from 'node:os';
import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { programFolder } from '../../main/hosts/program-folder.ts';
import { rendererFolder } from '../../main/hosts/start/build-renderer.ts';
import { sendBuiltPage } from '../../main/hosts/web/send-page.ts';
import { startWebHost, type WebHost } from '../../main/hosts/web/start-web-host.ts';
import { createFakeCore, type Answers, type FakeCore } from './fake-client.ts';

/** The built page in a real browser, served by the real host, before a core that the test plays. */
export type RendererWindow = Readonly<{
  page: Page;
  core: FakeCore;
  host: WebHost;
  /** Errors that the page wrote to its console or threw. */
  errors: readonly string[];
  close(): Promise<void>;
}>;

/** Opens the page at a screen (`orders`, `settings?section=look`). */
export async function openRendererWindow(
  browser: Browser,
  answers: Answers,
  screen: string,
  options: BrowserContextOptions = {},
  folder: string = rendererFolder(programFolder()),
): Promise<RendererWindow> {
  const core = createFakeCore(answers);
  const application = { ...core.transport, close: async () => undefined };
  const host = await startWebHost({
    port: 0,
    application,
    dataFolder: tmpdir(),
    sendPage: sendBuiltPage(folder),
    explain: (failure) => failure.code,
    log: () => undefined,
  });
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (line) => line.type() === 'error' && errors.push(line.text()));
  await page.goto(host.issueStartAddress());
  await page.goto(`${host.address}#/${screen}`);
  // The first run has no rail.
  await page.locator('nav, h1').first().waitFor();
  const close = async (): Promise<void> => {
    await context.close();
    await host.close();
  };
  return { page, core, host, errors, close };
}

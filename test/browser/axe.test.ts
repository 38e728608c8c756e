import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askCore } from '../../main/hosts/connect-demo.ts';
import type { Application } from '../../main/application.ts';
import { programFolder } from '../../main/hosts/program-folder.ts';
import { rendererFolder } from '../../main/hosts/start/build-renderer.ts';
import { sendBuiltPage } from '../../main/hosts/web/send-page.ts';
import { startWebHost, type WebHost } from '../../main/hosts/web/start-web-host.ts';
import type { ScreenId } from '../../renderer/app/screens.tsx';
import {
  connectTo,
  newFolder,
  openDesk,
  removeFolder,
  servedChain,
  type ServedChain,
} from '../faults/support/chain-desk.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { firstRow, showAllTime } from '../support/orders-page.ts';

/** A screen that is added and not tried here does not compile. */
const SCREENS: Readonly<Record<ScreenId, true>> = {
  orders: true,
  reports: true,
  sources: true,
  statuses: true,
  zones: true,
  terminals: true,
  connections: true,
  settings: true,
  sync: true,
};

let browser: Browser;
let served: ServedChain;
let folder: string;
let desk: Application;
let host: WebHost;
let page: Page;

beforeAll(async () => {
  served = await servedChain(81, 80);
  folder = newFolder('axe');
  desk = await openDesk(folder);
  await connectTo(desk, served.chain, 'Демо');
  await askCore(desk, 'sync.runToEnd', { connectionId: null });
  await askCore(desk, 'settings.finishFirstRun', {});
  host = await startWebHost({
    port: 0,
    application: desk,
    dataFolder: folder,
    sendPage: sendBuiltPage(rendererFolder(programFolder())),
    explain: (failure) => failure.code,
    log: () => undefined,
  });
  browser = await launchBrowser();
  const context = await browser.newContext({
    viewport: { width: 1366, height: 900 },
    locale: 'ru-RU',
    reducedMotion: 'reduce',
  });
  page = await context.newPage();
  await page.goto(host.issueStartAddress());
});

afterAll(async () => {
  await browser.close();
  await host.close();
  await desk.close();
  await served.close();
  removeFolder(folder);
});

async function faults(): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

async function show(screen: string): Promise<void> {
  await page.goto(`${host.address}#/${screen}`);
  await page.getByRole('main').waitFor();
  await page.waitForTimeout(500);
}

describe.each(['light', 'dark'] as const)('with real orders, %s', (theme) => {
  beforeAll(async () => {
    await askCore(desk, 'settings.changePersonal', { theme });
    await page.reload();
  });

  it.each(Object.keys(SCREENS))('the screen «%s» has no faults of access', async (screen) => {
    await show(screen);
    expect(await faults()).toEqual([]);
  });

  it('neither has the list of all time with an open card', async () => {
    await show('orders');
    await showAllTime(page);
    await firstRow(page).click();
    await page.getByRole('complementary').last().waitFor();
    await page.waitForTimeout(400);
    expect(await faults()).toEqual([]);
  });
});

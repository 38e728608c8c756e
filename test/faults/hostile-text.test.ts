import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApplication, type Application } from '../../main/application.ts';
import { askCore } from '../../main/hosts/connect-demo.ts';
import { programFolder } from '../../main/hosts/program-folder.ts';
import { ensureRenderer, rendererFolder } from '../../main/hosts/start/build-renderer.ts';
import { sendBuiltPage } from '../../main/hosts/web/send-page.ts';
import { startWebHost, type WebHost } from '../../main/hosts/web/start-web-host.ts';
import type { WireOrder } from '../../main/sources/iiko-cloud/wire.ts';
import { closeDb, storePath } from '../../main/store/database.ts';
import { dish, orderInfo, uuidFor } from '../fixtures/iiko-cloud-order.ts';
import { quietOutside } from '../support/application-with-orders.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { showAllTime } from '../support/orders-page.ts';
import { testCount } from '../support/test-count.ts';
import { emptyStore, save } from '../support/store-with-orders.ts';
import { newFolder, removeFolder } from './support/chain-desk.ts';
import { hostileTexts } from './support/hostile-texts.ts';

/** After the fixture's orders were promised: nothing is pinned, every order is in the list. */
const NOW = Date.UTC(2026, 10, 25, 12);
const FIELDS = 11;

const texts = hostileTexts(testCount(200, 5_000));
const orders = Math.ceil(texts.length / FIELDS);

/** An order with a payload in every field that people or other systems fill with text. */
function hostileBody(index: number): Partial<WireOrder> {
  const text = (field: number): string => texts[(index * FIELDS + field) % texts.length]!;
  const city = { id: uuidFor(9, 'd'), name: text(0) };
  const street = { id: uuidFor(8, 'd'), name: text(1), city };
  const base = orderInfo(1).order!;
  return {
    comment: text(2),
    customer: { ...base.customer!, name: text(3), surname: text(4), comment: text(5) },
    deliveryPoint: {
      ...base.deliveryPoint!,
      address: { ...base.deliveryPoint!.address!, street, house: text(6) },
      comment: text(7),
    },
    problem: { hasProblem: true, description: text(8) },
    items: [
      dish({ product: { id: uuidFor(1000 + index, 'd'), name: text(9) }, comment: text(10) }),
    ],
    marketingSource: { id: uuidFor(13, 'd'), name: text(0) },
    deliveryZone: text(1),
    sourceKey: text(2),
    externalData: [{ key: text(3), value: text(4) }],
  };
}

let browser: Browser;
let folder: string;
let application: Application;
let host: WebHost;

beforeAll(async () => {
  await ensureRenderer(programFolder());
  folder = newFolder('hostile');
  const db = emptyStore(storePath(folder));
  save(
    db,
    Array.from({ length: orders }, (_, index) =>
      orderInfo(index + 1, hostileBody(index), { externalNumber: texts[index]! }),
    ),
  );
  closeDb(db);
  application = createApplication(quietOutside(folder, () => NOW));
  await askCore(application, 'settings.finishFirstRun', {});
  host = await startWebHost({
    port: 0,
    application,
    dataFolder: folder,
    sendPage: sendBuiltPage(rendererFolder(programFolder())),
    explain: (failure) => failure.code,
    log: () => undefined,
  });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await host.close();
  await application.close();
  removeFolder(folder);
});

type Watched = Readonly<{ page: Page; struck: string[] }>;

/** A page that notes every script, dialog, navigation and foreign request of a payload. */
async function watchedPage(): Promise<Watched> {
  const context = await browser.newContext({ viewport: { width: 1600, height: 1000 } });
  const page = await context.newPage();
  const struck: string[] = [];
  await page.exposeFunction('__struck', () => void struck.push('a script ran'));
  page.on('dialog', (dialog) => {
    struck.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', (popup) => struck.push(`a window: ${popup.url()}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(host.address)) struck.push(`a request: ${request.url()}`);
  });
  page.on('pageerror', (error) => struck.push(`an error: ${error.message}`));
  await page.goto(host.issueStartAddress());
  await showAllTime(page);
  page.on('framenavigated', (frame) => struck.push(`a navigation: ${frame.url()}`));
  return { page, struck };
}

const grid = (page: Page) => page.locator('[role="grid"]').first();

/** The text of the card that shows the order at this position. */
async function openCard(page: Page, index: number): Promise<string> {
  const row = page.locator(`[data-index="${index}"]`);
  await row.waitFor();
  const mark = /№\d+/.exec(await row.innerText())?.[0] ?? '';
  await row.click({ position: { x: 12, y: 8 } });
  const card = page.getByRole('complementary').last();
  await expect.poll(() => card.innerText()).toContain(mark);
  return card.innerText();
}

describe(`${texts.length} hostile texts in ${orders} orders`, () => {
  it('are each another', () => {
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('are stored and given back as they came, but for lone halves of characters', async () => {
    const first = await askCore<{ order: { comment: string } }>(application, 'orders.card', {
      orderId: 1,
    });
    expect(first.order.comment).toBe(texts[2]);
  });

  it(
    'are shown as text in the list and in every card: nothing runs, nothing navigates',
    { timeout: 1_200_000 },
    async () => {
      const { page, struck } = await watchedPage();
      let shown = '';
      for (let index = 0; index < orders; index += 1) {
        await grid(page).evaluate((box, at) => (box.scrollTop = at * 28), index);
        shown += await openCard(page, index);
        expect({ index, struck }).toEqual({ index, struck: [] });
      }
      const numbers = new Set([...shown.matchAll(/№(\d+)/g)].map(([, number]) => number));
      expect(numbers.size).toBeGreaterThanOrEqual(texts.length * 0.97);
      expect(shown).toContain('<script>');
      expect(shown).toContain('<svg');
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      expect(host.policyReports()).toBe(0);
      expect(
        await page.evaluate(() => document.querySelectorAll('[onerror],[onload]').length),
      ).toBe(0);
      await page.close();
    },
  );

  it('would have been noticed', async () => {
    const { page, struck } = await watchedPage();
    const before = host.policyReports();
    const payload = texts.find((text) => text.startsWith('<img src=x onerror='))!;
    await page.evaluate((html) => (document.body.innerHTML = html), payload);
    await expect.poll(() => host.policyReports()).toBeGreaterThan(before);
    await page.evaluate(() => (window as unknown as { __struck(): void }).__struck());
    await expect.poll(() => struck).toContain('a script ran');
    await page.close();
  });
});

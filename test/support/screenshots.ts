import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright';
import { launchBrowser } from './launch-browser.ts';
import { startApplication } from './started-application.ts';

/*
 * npm run screenshots            the pictures of the README, into resources/screenshots/
 * npm run screenshots -- --all   every screen, light and dark, 100 % and 150 %, 1280 and 1920 wide,
 *                                into .test-output/screenshots/, for looking at before a release
 */
type Scheme = 'light' | 'dark';
type Scene = { name: string; screen: string; prepare?: (page: Page) => Promise<void> };
type Look = { scheme: Scheme; width: number; height: number; scale: number };
type Session = Awaited<ReturnType<BrowserContext['storageState']>>;

const ROOT = resolve(import.meta.dirname, '../..');
const README_FOLDER = join(ROOT, 'resources', 'screenshots');
const ALL_FOLDER = join(ROOT, '.test-output', 'screenshots');
const SETTLE_MS = 1_200;

const openFirstOrder = async (page: Page): Promise<void> => {
  await page.locator('[role="row"][aria-selected]').first().click();
  await page.waitForTimeout(SETTLE_MS);
};

/** The demo chain's own zones, brought once. */
const bringZones = async (page: Page): Promise<void> => {
  if (!(await page.getByText('Зон пока нет').isVisible())) return;
  await page.getByRole('button', { name: 'Принести карту…' }).first().click();
  await page.getByRole('button', { name: 'Взять' }).first().click();
  await page.getByRole('button', { name: 'Закрыть' }).click();
  await page.waitForTimeout(SETTLE_MS);
};

const ORDERS: Scene = { name: 'orders', screen: 'orders' };
const CARD: Scene = { name: 'card', screen: 'orders', prepare: openFirstOrder };
const CONNECTIONS: Scene = { name: 'connections', screen: 'connections' };
const SYNC: Scene = { name: 'sync', screen: 'sync' };
const SETTINGS: Scene = { name: 'settings', screen: 'settings' };
const MORNING: Scene = { name: 'morning', screen: 'reports' };
const STATUSES: Scene = { name: 'statuses', screen: 'statuses' };
const SOURCES: Scene = { name: 'sources', screen: 'sources' };
const TERMINALS: Scene = { name: 'terminals', screen: 'terminals' };
const ZONES: Scene = { name: 'zones', screen: 'zones', prepare: bringZones };
const REPORTS: Scene = { name: 'reports', screen: 'reports?report=channels' };

const DAY: Look = { scheme: 'light', width: 1600, height: 900, scale: 1 };
const NIGHT: Look = { ...DAY, scheme: 'dark' };

/** The whole matrix in which a screen has to look finished. */
function everyLook(): Look[] {
  const sizes = [
    { width: 1280, height: 800 },
    { width: 1920, height: 1080 },
  ];
  return (['light', 'dark'] as const).flatMap((scheme) =>
    sizes.flatMap((size) => [1, 1.5].map((scale) => ({ scheme, ...size, scale }))),
  );
}

/** Windows at 150 % gives the page fewer and finer pixels: so does this. */
async function openPage(browser: Browser, session: Session, look: Look): Promise<Page> {
  const context = await browser.newContext({
    storageState: session,
    colorScheme: look.scheme,
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
    deviceScaleFactor: look.scale,
    viewport: {
      width: Math.round(look.width / look.scale),
      height: Math.round(look.height / look.scale),
    },
  });
  return context.newPage();
}

async function takeScene(page: Page, origin: string, scene: Scene, file: string): Promise<void> {
  await page.goto(`${origin}/#/${scene.screen}`, { waitUntil: 'load' });
  await page.reload({ waitUntil: 'load' });
  await page.waitForTimeout(SETTLE_MS);
  await scene.prepare?.(page);
  await page.screenshot({ path: file });
  console.log(file);
}

async function takeScenes(
  browser: Browser,
  session: Session,
  origin: string,
  shots: readonly { scene: Scene; look: Look; file: string }[],
): Promise<void> {
  for (const { scene, look, file } of shots) {
    const page = await openPage(browser, session, look);
    await takeScene(page, origin, scene, file);
    await page.context().close();
  }
}

function readmeShots() {
  const file = (name: string): string => join(README_FOLDER, `${name}.png`);
  return [
    { scene: ORDERS, look: DAY, file: file('orders') },
    { scene: CARD, look: DAY, file: file('order-card') },
    { scene: ORDERS, look: NIGHT, file: file('orders-dark') },
    { scene: CONNECTIONS, look: DAY, file: file('connections') },
    { scene: MORNING, look: DAY, file: file('reports') },
    { scene: STATUSES, look: DAY, file: file('statuses') },
    { scene: ZONES, look: DAY, file: file('zones') },
  ];
}

function allShots() {
  const scenes = [
    ORDERS,
    CARD,
    CONNECTIONS,
    SYNC,
    SETTINGS,
    MORNING,
    REPORTS,
    STATUSES,
    SOURCES,
    ZONES,
    TERMINALS,
  ];
  return scenes.flatMap((scene) =>
    everyLook().map((look) => {
      const percent = look.scale * 100;
      const file = `${scene.name}-${look.scheme}-${look.width}-${percent}.png`;
      return { scene, look, file: join(ALL_FOLDER, file) };
    }),
  );
}

async function signIn(browser: Browser, address: string): Promise<Session> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'load' });
  await page.waitForTimeout(SETTLE_MS);
  const session = await context.storageState();
  await context.close();
  return session;
}

const dataFolder = await mkdtemp(join(tmpdir(), 'desk-screenshots-'));
const application = await startApplication(dataFolder, ['--demo']);
const browser = await launchBrowser();
try {
  const shots = process.argv.includes('--all') ? allShots() : readmeShots();
  await mkdir(README_FOLDER, { recursive: true });
  await mkdir(ALL_FOLDER, { recursive: true });
  const session = await signIn(browser, application.address);
  await takeScenes(browser, session, new URL(application.address).origin, shots);
} finally {
  await browser.close();
  await application.stop();
  await rm(dataFolder, { recursive: true, force: true });
}

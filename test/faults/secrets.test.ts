import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApplication, type Application } from '../../main/application.ts';
import { EVERY_ORDER, ORDER_COLUMNS } from '../../main/domain/orders/order-filter.ts';
import { keyFileSeal } from '../../main/hosts/node/key-file-seal.ts';
import { openProgramLog } from '../../main/hosts/node/program-log.ts';
import { programFolder } from '../../main/hosts/program-folder.ts';
import { ensureRenderer, rendererFolder } from '../../main/hosts/start/build-renderer.ts';
import { sendBuiltPage } from '../../main/hosts/web/send-page.ts';
import { startWebHost, type WebHost } from '../../main/hosts/web/start-web-host.ts';
import { quietOutside } from '../support/application-with-orders.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { newFolder, removeFolder, servedChain, type ServedChain } from './support/chain-desk.ts';
import { formsOf } from './support/secret-forms.ts';

const WRONG_LOGIN = 'f00dfeedf00dfeedf00dfeedf00dfeed';
const SCREENS = ['orders', 'connections', 'sync', 'settings'];
const NEWEST = { column: 'created', descending: true } as const;

let served: ServedChain;
let folder: string;
let application: Application;
let host: WebHost;
/** What the vendor was shown as proof of who asks. */
const tokens = new Set<string>();
/** Everything that left the core: answers and announcements. */
const told: string[] = [];

/** The real network, with a look at the tokens that go over it. */
const listeningFetch: typeof globalThis.fetch = (input, init) => {
  const bearer = new Headers(init?.headers).get('authorization')?.replace(/^Bearer /, '');
  if (bearer) tokens.add(bearer);
  return globalThis.fetch(input, init);
};

async function ask(topic: string, input: unknown): Promise<unknown> {
  const outcome = await application.call(topic, input);
  told.push(JSON.stringify(outcome));
  return outcome.ok ? outcome.value : outcome.failure;
}

beforeAll(async () => {
  await ensureRenderer(programFolder());
  served = await servedChain(71, 60);
  folder = newFolder('secrets');
  const { log } = openProgramLog(folder);
  application = createApplication({
    ...quietOutside(folder, Date.now),
    ...keyFileSeal(join(folder, 'seal.key')),
    fetch: listeningFetch,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, Math.min(ms, 5))),
    log,
  });
  application.subscribe((topic, value) => void told.push(JSON.stringify({ topic, value })));
  host = await startWebHost({
    port: 0,
    application,
    dataFolder: folder,
    sendPage: sendBuiltPage(rendererFolder(programFolder())),
    explain: (failure) => failure.code,
    log,
  });
});

afterAll(async () => {
  await host.close();
  await application.close();
  removeFolder(folder);
});

/** Both ways of logging in, a wrong login, a sync, exports, and a vendor that is gone. */
async function liveALife(): Promise<void> {
  const { apiLogin, apiKey, appId, clientSecret, address } = served.chain;
  const common = { vendor: 'iiko-cloud', settings: { host: address, minIntervalMs: 0 } };
  const add = (name: string, secret: Record<string, string>) =>
    ask('connections.add', { ...common, name, secret, historyDays: 7, zone: null });
  await add('первая', { kind: 'api-login', apiLogin });
  await add('вторая', { kind: 'api-key', apiKey, appId, clientSecret });
  await add('чужая', { kind: 'api-login', apiLogin: WRONG_LOGIN });
  const wrong = { kind: 'api-login', apiLogin: WRONG_LOGIN };
  await ask('connections.test', { ...common, secret: wrong, connectionId: null });
  await ask('sync.runToEnd', { connectionId: null });
  const everything = { filter: EVERY_ORDER, sort: NEWEST, orderIds: null, language: 'ru' };
  await ask('orders.exportCsv', { ...everything, columns: [...ORDER_COLUMNS] });
  await ask('orders.card', { orderId: 1 });
  await ask('orders.payload', { orderId: 1, versionId: null });
  await served.close();
  await ask('sync.runToEnd', { connectionId: null });
  const wholeLog = { connectionId: null, level: null, search: '', language: 'ru' };
  await ask('sync.exportLog', wholeLog);
  await ask('connections.list', {});
  await ask('settings.finishFirstRun', {});
  await ask('backups.make', {});
}

const planted = (): string[] => {
  const { apiLogin, apiKey, clientSecret } = served.chain;
  return [apiLogin, apiKey, clientSecret, WRONG_LOGIN, ...tokens];
};

/** Which secrets stand in the bytes, in whatever way bytes are written. */
function foundIn(where: string, bytes: Buffer): string[] {
  return planted().flatMap((secret, index) =>
    formsOf(secret)
      .filter(({ pattern }) => bytes.includes(pattern))
      .map(({ form }) => `secret ${index} as ${form} in ${where}`),
  );
}

async function heapOf(page: Page): Promise<Buffer> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const parts: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => parts.push(chunk));
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  return Buffer.from(parts.join(''));
}

describe('planted secrets', () => {
  it('live through a life of the program', { timeout: 120_000 }, async () => {
    await liveALife();
    expect(tokens.size).toBeGreaterThanOrEqual(2);
    const log = readFileSync(join(folder, 'logs', 'desk.log'), { flag: 'a+' });
    expect(told.length + log.length).toBeGreaterThan(20);
  });

  it('stand in no file of the data folder: store, log of writes, program log, exports', () => {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    expect(files.some((file) => file.endsWith('.csv'))).toBe(true);
    expect(files.some((file) => file.endsWith('.sqlite'))).toBe(true);
    expect(files.some((file) => file.includes('backups'))).toBe(true);
    expect(files.flatMap((file) => foundIn(file, readFileSync(file)))).toEqual([]);
  });

  it('stand in no answer and no announcement of the core', () => {
    expect(foundIn('an answer', Buffer.from(told.join('\n')))).toEqual([]);
  });

  it('stand nowhere in the page: text, storage, memory', async () => {
    const browser = await launchBrowser();
    const page = await browser.newPage();
    await page.goto(host.issueStartAddress());
    for (const screen of SCREENS) {
      await page.goto(`${host.address}#/${screen}`);
      await page.getByRole('navigation').first().waitFor();
      await page.waitForTimeout(300);
      expect(foundIn(screen, Buffer.from(await page.content()))).toEqual([]);
    }
    const kept = await page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
    );
    expect(foundIn('storage', Buffer.from(kept))).toEqual([]);
    const heap = await heapOf(page);
    expect(heap.includes(served.chain.address.slice(7)), 'the snapshot holds the page').toBe(true);
    expect(foundIn('memory', heap)).toEqual([]);
    await browser.close();
  });
});

it('a secret would be found in each of its forms', () => {
  for (const { form, pattern } of formsOf(WRONG_LOGIN)) {
    const file = Buffer.concat([Buffer.from('до'), pattern, Buffer.from('после')]);
    expect(foundIn('a file', file), form).toContain(`secret 3 as ${form} in a file`);
  }
});

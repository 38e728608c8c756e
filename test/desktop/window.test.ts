import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron as electron, type ElectronApplication, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildDesktop } from '../../main/hosts/start/build-desktop.ts';
import { ensureRenderer } from '../../main/hosts/start/build-renderer.ts';
import { canShowWindow, findElectron } from '../../main/hosts/start/electron-runtime.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const program = canShowWindow() ? findElectron(ROOT) : null;

if (program === null) {
  console.log('Skipped: the Electron runtime or a screen for it is not on this machine.');
}

/** Runs wherever `npm start` would open a window; elsewhere the same code runs against stand-ins in `test/hosts/electron/`. */
describe.skipIf(program === null)('the window', () => {
  let application: ElectronApplication;
  let page: Page;

  beforeAll(async () => {
    await ensureRenderer(ROOT);
    await buildDesktop(ROOT);
    const dataFolder = await mkdtemp(join(tmpdir(), 'desk-desktop-'));
    application = await electron.launch({
      executablePath: program!,
      args: [ROOT, `--data=${dataFolder}`],
    });
    page = await application.firstWindow();
  });
  afterAll(() => application.close());

  test('shows our page and nothing of Node', async () => {
    expect(page.url()).toBe('desk://app/');
    const seen = await page.evaluate(() => ({
      bridge: Object.keys((globalThis as { deliveryDesk?: object }).deliveryDesk ?? {}).toSorted(),
      node: ['process', 'require', 'module', 'Buffer'].filter((name) => name in globalThis),
    }));
    expect(seen).toEqual({ bridge: ['call', 'subscribe'], node: [] });
  });

  test('asks the core', async () => {
    const outcome = await page.evaluate(() => window.deliveryDesk!.call('settings.about', {}));
    expect(outcome).toMatchObject({ ok: true, value: { host: 'electron' } });
    const unknown = await page.evaluate(() => window.deliveryDesk!.call('ipc.anything', {}));
    expect(unknown).toMatchObject({ ok: false, failure: { kind: 'invalid' } });
  });

  test('runs no inline script and opens no other page', async () => {
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.ran = true';
      document.body.append(script);
      location.href = 'https://example.org/';
      window.open('https://example.org/');
    });
    expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
    expect(page.url()).toBe('desk://app/');
    expect(application.windows()).toHaveLength(1);
  });

  test('is locked down as the list says', async () => {
    const preferences = await application.evaluate(({ BrowserWindow }) => {
      // Electron has it for tests, without a type.
      const contents = BrowserWindow.getAllWindows()[0]!.webContents as unknown as {
        getLastWebPreferences(): object;
      };
      return contents.getLastWebPreferences();
    });
    expect(preferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
    });
  });
});

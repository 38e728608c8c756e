import { mkdir, writeFile, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Protocol } from 'electron';
import { describe, expect, test, vi, beforeEach } from 'vitest';
import { registerPageScheme, servePage } from '../../../main/hosts/electron/page-scheme.ts';
import { type Handler } from '../support/electron-events.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-electron-'));
});

describe('page', () => {
  async function serve(): Promise<(address: string, method?: string) => Promise<Response>> {
    const rendererFolder = join(folder, 'renderer');
    await mkdir(rendererFolder);
    await writeFile(join(rendererFolder, 'index.html'), 'nonce %CSP_NONCE%');
    await writeFile(join(folder, 'secret.js'), 'no');
    let answer: Handler = () => undefined;
    servePage(
      { handle: (_scheme, handler) => void (answer = handler as Handler) },
      { rendererFolder, dataFolder: folder, tiles: async () => 'https://tiles.example' },
    );
    return async (address, method = 'GET') =>
      (await answer(new Request(address, { method }))) as Response;
  }

  test('comes with the policy and its nonce', async () => {
    const response = await (await serve())('desk://app/');
    const policy = response.headers.get('content-security-policy')!;
    expect(await response.text()).toBe(`nonce ${/'nonce-([^']+)'/.exec(policy)![1]}`);
    expect(policy).toContain("default-src 'none'; script-src 'self';");
    expect(policy).toContain("connect-src 'self' https://tiles.example;");
  });

  test.each([
    'desk://other/',
    'desk://app/../secret.js',
    'desk://app/%2e%2e/secret.js',
    'desk://app/none.js',
  ])('nothing else: %s', async (address) => {
    const response = await (await serve())(address);
    expect([response.status >= 400 || (await response.text()).startsWith('nonce')]).toEqual([true]);
  });

  test('no writing', async () => {
    expect((await (await serve())('desk://app/', 'POST')).status).toBe(403);
  });

  test('a download once', async () => {
    await mkdir(join(folder, 'transfers', 'handle-1'), { recursive: true });
    await writeFile(join(folder, 'transfers', 'handle-1', 'заказы.csv'), 'строки');
    const ask = await serve();
    expect(await (await ask('desk://app/transfer/handle-1')).text()).toBe('строки');
    expect((await ask('desk://app/transfer/handle-1')).status).toBe(404);
  });

  test('its scheme is safe and standard, nothing more', () => {
    const register = vi.fn<Protocol['registerSchemesAsPrivileged']>();
    registerPageScheme({ registerSchemesAsPrivileged: register });
    const privileges = { standard: true, secure: true, supportFetchAPI: true };
    expect(register).toHaveBeenCalledExactlyOnceWith([{ scheme: 'desk', privileges }]);
  });
});

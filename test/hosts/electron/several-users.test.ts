import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createApplication, heldByOther, type Application } from '../../../main/application.ts';
import type { Connection } from '../../../main/contract/connections.ts';
import type { Profile } from '../../../main/contract/profiles.ts';
import { becomeOnlyInstance } from '../../../main/hosts/electron/only-instance.ts';
import { safeSeal } from '../../../main/hosts/electron/safe-seal.ts';
import { keyFileSeal } from '../../../main/hosts/node/key-file-seal.ts';
import { openTexts } from '../../../main/hosts/texts.ts';
import { holdFolder } from '../../../main/store/hold-folder.ts';
import { ask, quietOutside } from '../../support/application-with-orders.ts';
import { SMALL_LOGIN, startSmallVendor } from '../../support/small-vendor.ts';

const MODULE = import.meta.resolve('../../../main/store/hold-folder.ts');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'общая папка '));
});
afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

/** A program of another user that has the folder: a process of its own that calls itself so. */
async function programOf(user: string): Promise<ChildProcess> {
  const script = `import os from 'node:os';
    import { syncBuiltinESMExports } from 'node:module';
    os.userInfo = () => ({ username: ${JSON.stringify(user)} });
    syncBuiltinESMExports();
    const { holdFolder } = await import('${MODULE}');
    holdFolder(${JSON.stringify(folder)}, 'electron', 42);
    console.log('held');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
  await once(child.stdout, 'data');
  return child;
}

/** Windows' answer to a second start, and what the program makes of it. */
function second(lock: boolean): boolean {
  const app = { requestSingleInstanceLock: () => lock, on: () => undefined };
  return becomeOnlyInstance(app as never, folder, vi.fn<() => void>());
}

describe('one data folder of two users', () => {
  test('the second is told who has it; a crash of the first lets go of it', async () => {
    const other = await programOf('Ирина');
    expect(() => second(false)).toThrow(/store.in-use .*"user":"Ирина"/);
    expect(openTexts('ru').failure(heldByOther(folder)!)).toContain('пользователь Ирина');
    expect(() => holdFolder(folder, 'electron', 43)).toThrow(/"user":"Ирина"/);
    other.kill('SIGKILL');
    await once(other, 'exit');
    expect(second(true)).toBe(true);
    const hold = holdFolder(folder, 'electron', 44);
    expect(hold.afterCrash).toBe(true);
    // Now it is this user's own: the second start shows the first one's window and says nothing.
    expect(second(false)).toBe(false);
    hold.release();
  });

  test('a folder that can not be written is said to be so, not left without a word', () => {
    writeFileSync(join(folder, 'file'), '');
    folder = join(folder, 'file');
    expect(() => second(false)).toThrow(/store.cannot-open/);
    folder = join(folder, '..');
  });
});

/** What Windows' key store does: another user cannot open what this one sealed. */
const keyStoreOf = (user: string) => ({
  isAsyncEncryptionAvailable: async () => true,
  encryptStringAsync: async (text: string) =>
    Buffer.from(Buffer.from(JSON.stringify({ user, text })).map((byte) => byte ^ 90)),
  decryptStringAsync: async (bytes: Buffer) => {
    const sealed = Buffer.from(bytes.map((byte) => byte ^ 90)).toString();
    const { user: owner, text } = JSON.parse(sealed) as { user: string; text: string };
    if (owner !== user) throw new Error('Key not valid for use in specified state.');
    return { result: text, shouldReEncrypt: false };
  },
});

describe('the data folder of another user', () => {
  const secret = { kind: 'api-login', apiLogin: SMALL_LOGIN };
  let application: Application;

  function openAs(user: string): void {
    const seal = safeSeal(keyStoreOf(user), keyFileSeal(join(folder, 'seal.key')));
    application = createApplication({
      ...quietOutside(folder, Date.now),
      ...seal,
      fetch: globalThis.fetch,
    });
  }

  test('asks for the secrets again and keeps everything else', async () => {
    const vendor = await startSmallVendor();
    const settings = { host: vendor.url, minIntervalMs: 0 };
    openAs('Ирина');
    const prepared = {
      version: 1,
      connections: [{ vendor: 'iiko-cloud', name: 'Суши', settings, secret }],
      profiles: [{ name: 'Смена', preset: 'manager', active: true }],
    };
    await ask(application, 'provisioning.apply', { text: JSON.stringify(prepared) });
    const list = () => ask<readonly Connection[]>(application, 'connections.list', {});
    const profiles = () => ask<readonly Profile[]>(application, 'profiles.list', {});
    const [connection] = await list();
    const before = await profiles();
    await application.close();

    openAs('Пётр');
    const { id: connectionId, name, historyDays, pollSeconds } = connection!;
    const wanted = { vendor: 'iiko-cloud', settings, secret: null, connectionId };
    await expect(ask(application, 'connections.test', wanted)).rejects.toThrow(/secret-lost/);
    expect(await list()).toEqual([{ ...connection, secretKept: false }]);
    expect(await profiles()).toEqual(before);
    const changed = { connectionId, name, settings, secret, historyDays, pollSeconds };
    await ask(application, 'connections.change', changed);
    expect(await list()).toEqual([connection]);
    await application.close();
    await vendor.close();
  });
});

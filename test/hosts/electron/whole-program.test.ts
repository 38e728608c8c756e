import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runElectronHost, showStartFailure } from '../../../main/hosts/electron/electron-host.ts';
import { chooseDataFolder } from '../../../main/hosts/node/data-folder.ts';
import { standInElectron } from '../support/stand-in-electron.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
/** The core starts three threads. */
const SLOW = { timeout: 60_000 };
const SOON = { timeout: 20_000 };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'целая программа '));
});
afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

const optionsOf = (hidden: boolean) => ({ dataFolder: folder, demo: false, hidden });

test(
  'starts with Windows out of sight, answers its page, and ends once the store is closed',
  SLOW,
  async () => {
    const { parts, app, window, power, seen, call } = standInElectron();
    await runElectronHost(parts, ROOT, optionsOf(true));
    window.emit('ready-to-show');
    expect(seen).toMatchObject({ windowShown: false, tip: 'Пульт доставки', badge: '' });
    expect(await call('settings.about')).toMatchObject({
      ok: true,
      value: { host: 'electron', dataFolder: folder },
    });
    expect(await call('settings.changePersonal', { language: 'en' })).toMatchObject({ ok: true });
    await vi.waitFor(() => expect(seen.tip).toBe('Delivery Desk'), SOON);
    app.emit('second-instance');
    expect(seen.windowShown).toBe(true);
    power.emit('lock-screen');
    power.emit('unlock-screen');
    expect(JSON.parse(readFileSync(join(folder, 'running.json'), 'utf8'))).toMatchObject({
      program: 'electron',
    });
    parts.app.quit();
    await vi.waitFor(() => expect(seen.exitCode).toBe(0), SOON);
    // What a crash would have left, and the log that is folded in only by a clean end.
    expect(existsSync(join(folder, 'running.json'))).toBe(false);
    expect(existsSync(join(folder, 'delivery-desk.sqlite-wal'))).toBe(false);
  },
);

test('moves its data where somebody wants it, and starts again there', async () => {
  const to = join(folder, 'Новое место');
  writeFileSync(join(folder, 'move.json'), JSON.stringify({ to }));
  const { parts, seen } = standInElectron();
  await runElectronHost(parts, ROOT, optionsOf(false));
  expect(seen).toMatchObject({ relaunched: true, exitCode: 0 });
  expect(chooseDataFolder(folder)).toBe(to);
});

test("another user's program with the same folder is named in a box, and this one ends", async () => {
  const holder = { program: 'electron', pid: 7, since: 1, user: 'Ирина', computer: 'КАССА-2' };
  writeFileSync(join(folder, 'running.json'), JSON.stringify(holder));
  const { parts, seen } = standInElectron(false);
  const started = runElectronHost(parts, ROOT, optionsOf(false));
  await started.catch((error: unknown) => showStartFailure(parts, folder, error));
  expect(seen.boxes).toHaveLength(1);
  expect(seen.boxes[0]).toMatch(/пользователь Ирина, компьютер КАССА-2, процесс 7/);
  expect(seen.exitCode).toBe(1);
});

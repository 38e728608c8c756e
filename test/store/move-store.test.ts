import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createApplication, type Application } from '../../main/application.ts';
import type { BackupState } from '../../main/contract/backups.ts';
import { chooseDataFolder } from '../../main/hosts/node/data-folder.ts';
import { movedFolder } from '../../main/hosts/node/moved-folder.ts';
import { holdFolder } from '../../main/store/hold-folder.ts';
import { moveIfAsked, saveMove } from '../../main/store/move-store.ts';
import { ask, quietOutside } from '../support/application-with-orders.ts';

const NOW = Date.UTC(2026, 10, 22, 9);

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'переезд '));
});
afterEach(() => rmSync(root, { recursive: true, force: true, maxRetries: 5 }));

const [FROM, TO] = ['OneDrive', 'Пульт доставки'];
const folder = (name: string): string => join(root, name);

async function withStore<T>(name: string, work: (core: Application) => Promise<T>): Promise<T> {
  const core = createApplication(quietOutside(folder(name), () => NOW));
  try {
    return await work(core);
  } finally {
    await core.close();
  }
}

const wish = (core: Application, to: string | null): Promise<BackupState> =>
  ask(core, 'backups.move', { folder: to });
const names = (name: string): Promise<readonly string[]> =>
  withStore(name, async (core) =>
    (await ask<readonly { name: string }[]>(core, 'profiles.list', {})).map((one) => one.name),
  );

test('the data moves at the next start, and is found from everywhere it was', async () => {
  await withStore(FROM!, async (core) => {
    const oneMore = { name: 'Оля', preset: 'operator', rights: [], pin: null };
    await ask(core, 'profiles.add', oneMore);
    expect((await wish(core, folder(TO!))).moving).toEqual({ folder: folder(TO!), doubts: [] });
    expect((await wish(core, null)).moving).toBeNull();
    await wish(core, folder(TO!));
  });
  writeFileSync(join(folder(FROM!), 'seal.key'), 'key');
  mkdirSync(join(folder(FROM!), 'logs', 'год'), { recursive: true });
  writeFileSync(join(folder(FROM!), 'logs', 'год', 'журнал.log'), 'строка');
  writeFileSync(join(folder(TO!), 'somebody.txt'), 'else');
  expect(moveIfAsked(folder(FROM!), NOW)).toBe(folder(TO!));
  expect(chooseDataFolder(folder(FROM!))).toBe(folder(TO!));
  expect(await names(TO!)).toContain('Оля');
  expect(readFileSync(join(folder(TO!), 'seal.key'), 'utf8')).toBe('key');
  expect(readFileSync(join(folder(TO!), 'logs', 'год', 'журнал.log'), 'utf8')).toBe('строка');
  // What was there is a copy now, and nothing takes it for the store.
  expect(existsSync(join(folder(FROM!), 'delivery-desk.sqlite'))).toBe(false);
  expect(readdirSync(join(folder(FROM!), 'backups'))).toEqual([
    'replaced-2026-11-22T09-00-00.sqlite',
  ]);
  expect(await movedFolder(folder(TO!))).toBe(folder(TO!));
  // And back again: the notes lead to one place, not in a circle.
  await withStore(TO!, (core) => wish(core, folder(FROM!)));
  expect(await movedFolder(folder(TO!))).toBe(folder(FROM!));
  expect(chooseDataFolder(folder(TO!))).toBe(folder(FROM!));
  expect(await names(FROM!)).toContain('Оля');
});

test('a place that is taken, or not whole, is refused when it is named', async () => {
  await withStore(TO!, async () => undefined);
  await withStore(FROM!, async (core) => {
    await expect(wish(core, folder(TO!))).rejects.toThrow(/backups.move-taken/);
    await expect(wish(core, folder(FROM!))).rejects.toThrow(/backups.move-taken/);
    await expect(wish(core, 'папка')).rejects.toThrow(/backups.not-absolute/);
  });
});

test('what goes wrong at the start leaves the data where it is, and says why once', async () => {
  await withStore(FROM!, (core) => wish(core, folder(TO!)));
  const hold = holdFolder(folder(FROM!), 'electron', NOW);
  expect(moveIfAsked(folder(FROM!), NOW)).toBe(folder(FROM!));
  hold.release();
  rmSync(folder(TO!), { recursive: true });
  writeFileSync(folder(TO!), 'a file of that name');
  expect(() => moveIfAsked(folder(FROM!), NOW)).toThrow(/store.cannot-open/);
  expect(moveIfAsked(folder(FROM!), NOW)).toBe(folder(FROM!));
  expect((await names(FROM!)).length).toBe(1);
  rmSync(folder(TO!));
  saveMove(folder(FROM!), folder(TO!));
  writeFileSync(join(folder(FROM!), 'delivery-desk.sqlite'), 'not a store at all, but long enough');
  expect(() => moveIfAsked(folder(FROM!), NOW)).toThrow(/store.damaged/);
  expect(readFileSync(join(folder(FROM!), 'delivery-desk.sqlite'), 'utf8')).toMatch(/^not a store/);
});

import fs, {
  copyFileSync,
  existsSync,
  mkdtempSync,
  renameSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createApplication, newestCopy, type Application } from '../../main/application.ts';
import type { Backup, BackupState } from '../../main/contract/backups.ts';
import { isBackupDue, spareBackups } from '../../main/domain/backups/backup-plan.ts';
import { folderDoubts } from '../../main/domain/backups/folder-doubts.ts';
import { checkStoreFile } from '../../main/store/check-store-file.ts';
import { closeDb, openWritable, storePath } from '../../main/store/database.ts';
import { ask, quietOutside } from '../support/application-with-orders.ts';

const START = Date.UTC(2026, 10, 22, 3);
const DAY_MS = 86_400_000;

let folder: string;
let now: number;
let application: Application | null;
const TEN_MINUTES_MS = 600_000;
/** Lets ten minutes pass for the watch; others have timetables of their own. */
let look: (() => void) | null = null;

/** Ten minutes pass; answers once the watch waits for the next ten. */
async function tenMinutes(): Promise<void> {
  await vi.waitFor(() => expect(look).not.toBeNull());
  const wake = look;
  look = null;
  wake?.();
  await vi.waitFor(() => expect(look).not.toBeNull());
}

function open(more: object = {}): Application {
  const sleep = (ms: number, signal: AbortSignal): Promise<void> =>
    new Promise((done, stop) => {
      signal.addEventListener('abort', () => stop(signal.reason as Error));
      if (ms === TEN_MINUTES_MS) look = done;
    });
  const outside = { ...quietOutside(folder, () => now), sleep, scheduled: true, ...more };
  return (application = createApplication(outside));
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'копии '));
  [now, application, look] = [START, null, null];
});
afterEach(async () => {
  await application?.close();
  rmSync(folder, { recursive: true, force: true });
});

const state = (): Promise<BackupState> => ask(application!, 'backups.state', {});
const nameProfile = (name: string): Promise<unknown> =>
  ask(application!, 'profiles.add', { name, preset: 'operator', rights: [], pin: null });
const names = async (): Promise<readonly string[]> =>
  (await ask<readonly { name: string }[]>(application!, 'profiles.list', {}))
    .map(({ name }) => name)
    .slice(1);

describe('copies', () => {
  test('are made by timetable, read again, and only so many stay', async () => {
    open();
    for (let day = 1; day <= 9; day += 1) {
      await vi.waitFor(() => expect(look).not.toBeNull());
      now = START + day * DAY_MS;
      const wake = look!;
      look = null;
      wake();
      await vi.waitFor(async () => {
        const { backups } = await state();
        expect(backups[0]?.madeAt).toBe(now);
      });
    }
    const { backups, failure } = await state();
    expect(failure).toBeNull();
    expect(backups).toHaveLength(7);
    for (const { name } of backups) {
      expect(checkStoreFile(join(folder, 'backups', name)).fault).toBeNull();
    }
    expect(readdirSync(join(folder, 'backups')).filter((one) => one.endsWith('.part'))).toEqual([]);
  });

  test('bring everything back that was there, and keep what they replace', async () => {
    open();
    await nameProfile('Оля');
    const made = await ask<Backup>(application!, 'backups.make', {});
    await nameProfile('Лишний');
    await ask(application!, 'backups.restore', { name: made.name });
    expect(await names()).toEqual(['Оля', 'Лишний']);
    await application!.close();
    now += 1000;
    open();
    expect(await names()).toEqual(['Оля']);
    const { backups, restoring } = await state();
    expect(restoring).toBeNull();
    const replaced = backups.find(({ cause }) => cause === 'replaced');
    await ask(application!, 'backups.restore', { name: replaced!.name });
    await application!.close();
    open();
    expect(await names()).toEqual(['Оля', 'Лишний']);
  });

  test('that are damaged replace nothing', async () => {
    open();
    await nameProfile('Оля');
    const { name } = await ask<Backup>(application!, 'backups.make', {});
    await ask(application!, 'backups.restore', { name });
    await application!.close();
    writeFileSync(join(folder, 'backups', name), 'no store at all'.repeat(1000));
    expect(() => open()).toThrow(/backups.damaged/);
    open();
    expect(await names()).toEqual(['Оля']);
  });

  test('that were being restored when the power went are restored at the next start', async () => {
    open();
    await nameProfile('Оля');
    const { name } = await ask<Backup>(application!, 'backups.make', {});
    await nameProfile('Лишний');
    await ask(application!, 'backups.restore', { name });
    await application!.close();
    // The copy was whole beside the store, which had just been set aside.
    const store = storePath(folder);
    copyFileSync(join(folder, 'backups', name), `${store}.part`);
    renameSync(store, join(folder, 'backups', 'replaced-now.sqlite'));
    open();
    expect(await names()).toEqual(['Оля']);
    expect(existsSync(`${store}.part`)).toBe(false);
  });

  test('are found where the store can not be opened at all', async () => {
    open();
    const { name } = await ask<Backup>(application!, 'backups.make', {});
    await application!.close();
    application = null;
    writeFileSync(storePath(folder), 'damaged'.repeat(2000));
    expect(() => open()).toThrow(/store.damaged/);
    expect(newestCopy(folder)?.path).toBe(join(folder, 'backups', name));
    writeFileSync(join(folder, 'backups', name), 'damaged too'.repeat(1000));
    expect(newestCopy(folder)).toBeNull();
  });

  test('go to a folder that can be written, or the plan stays as it was', async () => {
    open();
    const plan = { everyHours: 12, keep: 3 };
    const elsewhere = join(folder, 'другой диск');
    const changed = await ask<BackupState>(application!, 'backups.change', {
      ...plan,
      folder: elsewhere,
    });
    expect(changed.backupFolder).toBe(elsewhere);
    const { name } = await ask<Backup>(application!, 'backups.make', {});
    expect(existsSync(join(elsewhere, name))).toBe(true);
    writeFileSync(join(folder, 'file'), '');
    for (const bad of ['relative', join(folder, 'file', 'inside')]) {
      await expect(ask(application!, 'backups.change', { ...plan, folder: bad })).rejects.toThrow(
        /backups.not-absolute|store.cannot-open/,
      );
    }
    expect((await state()).plan.folder).toBe(elsewhere);
  });
});

describe('the store', () => {
  test('is looked through after a crash, and only then', async () => {
    writeFileSync(join(folder, 'running.json'), '{"program":"electron","pid":1,"since":2}');
    closeDb(openWritable(storePath(folder)));
    open();
    await vi.waitFor(async () => expect((await state()).check).toEqual({ at: START, fault: null }));
    await application!.close();
    now += 1;
    open({ checkStore: () => Promise.reject(new Error('asked again')) });
    expect((await state()).check).toEqual({ at: START, fault: null });
  });

  test('on a disk that fills up says so once, and once more when there is room again', async () => {
    let free = 900_000_000;
    const disk = vi
      .spyOn(fs, 'statfsSync')
      .mockImplementation(() => ({ bavail: free, bsize: 1 }) as never);
    try {
      open();
      await ask(application!, 'backups.change', { folder: null, everyHours: 0, keep: 7 });
      const told: string[] = [];
      application!.subscribe((topic) => topic === 'backups.changed' && told.push(topic));
      for (const [bytes, times, low] of [
        [900_000_000, 0, false],
        [300_000_000, 1, true],
        [200_000_000, 1, true],
        [700_000_000, 2, false],
      ] as const) {
        free = bytes;
        await tenMinutes();
        expect([told.length, (await state()).low, (await state()).freeBytes]).toEqual([
          times,
          low,
          bytes,
        ]);
      }
    } finally {
      disk.mockRestore();
    }
  });

  test('belongs to one program at a time', async () => {
    open();
    expect(() => createApplication(quietOutside(folder, () => now))).toThrow(/busy: store.in-use/);
    await application!.close();
    open();
  });
});

describe('rules', () => {
  test('a copy is due by the plan', () => {
    const plan = { folder: null, everyHours: 24, keep: 2 };
    expect(isBackupDue(plan, null, START)).toBe(true);
    expect(isBackupDue(plan, START - DAY_MS + 1, START)).toBe(false);
    expect(isBackupDue(plan, START + DAY_MS, START)).toBe(false);
    expect(isBackupDue({ ...plan, everyHours: 0 }, null, START)).toBe(false);
    const copy = (cause: 'scheduled' | 'asked', madeAt: number) => ({ cause, madeAt });
    const copies = [1, 2, 3, 4].flatMap((at) => [copy('scheduled', at), copy('asked', at)]);
    expect(spareBackups(plan, copies)).toEqual([copy('scheduled', 2), copy('scheduled', 1)]);
  });

  test.each([
    ['C:\\Users\\Ольга\\OneDrive - Кафе\\Пульт', ['onedrive']],
    ['D:\\Docs\\Пульт', ['onedrive'], 'D:\\Docs\\Пульт', ['D:\\Docs']],
    ['D:\\Documents\\Пульт', [], 'D:\\Documents\\Пульт', ['D:\\Docs']],
    ['C:\\Users\\o\\YandexDisk\\Пульт', ['cloud-drive']],
    ['\\\\server\\share\\Пульт', ['network']],
    ['Z:\\Пульт', ['network'], '\\\\server\\share\\Пульт'],
    ['\\\\?\\C:\\Пульт', []],
    ['E:\\', ['removable-root']],
    ['C:\\Users\\o\\AppData\\Local\\Delivery Desk', []],
  ] as const)('%s: %j', (path, doubts, real: string = path, drives: readonly string[] = []) => {
    expect(folderDoubts(path, real, drives)).toEqual(doubts);
  });
});

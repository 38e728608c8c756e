import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { contentHash } from '../../main/documents/content-hash.ts';
import { withExclusiveName } from '../../main/documents/exclusive-name.ts';
import { writeAtomically } from '../../main/documents/write-atomically.ts';

let folder: string;
let path: string;
let waits: number[];
const sleep = (ms: number): Promise<void> => {
  waits.push(ms);
  return new Promise(setImmediate);
};
const read = (): string => fs.readFileSync(path, 'utf8');
const save = (text: string, before: string | null): Promise<void> => {
  const expected = before === null ? null : contentHash(Buffer.from(before));
  return writeAtomically(path, Buffer.from(text), { expected, sleep });
};
const error = (code: string): Error => Object.assign(new Error(code), { code });

beforeEach(() => {
  waits = [];
  folder = fs.mkdtempSync(join(tmpdir(), 'delivery-desk-write-'));
  path = join(folder, 'Настройки кассы.xml');
});
afterEach(() => {
  vi.restoreAllMocks();
  fs.rmSync(folder, { recursive: true, force: true });
});

describe('writing a file', () => {
  it('makes a new one, replaces it, and leaves nothing else', async () => {
    await save('one', null);
    await save('two', 'one');
    expect(read()).toBe('two');
    expect(fs.readdirSync(folder)).toEqual(['Настройки кассы.xml']);
  });

  it.skipIf(process.platform === 'win32')('keeps the permissions of the file', async () => {
    fs.writeFileSync(path, 'one', { mode: 0o640 });
    await save('two', 'one');
    expect(fs.statSync(path).mode & 0o777).toBe(0o640);
  });

  it.each([
    ['changed outside', 'other', 'one'],
    ['there against expectation', 'other', null],
  ])('that is %s is a conflict and stays', async (_, there, before) => {
    fs.writeFileSync(path, there);
    await expect(save('two', before)).rejects.toThrow('conflict: document.changed-outside');
    expect([read(), fs.readdirSync(folder).length]).toEqual([there, 1]);
  });

  it('that vanished is a conflict, and is not made again', async () => {
    await expect(save('two', 'one')).rejects.toThrow('conflict: document.changed-outside');
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  it('changed between the first look and the renaming is a conflict and stays', async () => {
    fs.writeFileSync(path, 'one');
    const real = fs.fsyncSync.bind(fs);
    vi.spyOn(fs, 'fsyncSync').mockImplementation((file) => {
      fs.writeFileSync(path, 'by the till');
      real(file);
    });
    await expect(save('two', 'one')).rejects.toThrow('conflict: document.changed-outside');
    expect([read(), fs.readdirSync(folder).length]).toEqual(['by the till', 1]);
  });

  it('changed right after the renaming is told', async () => {
    fs.writeFileSync(path, 'one');
    const real = fs.renameSync.bind(fs);
    vi.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
      real(from, to);
      fs.writeFileSync(path, 'by the till');
    });
    await expect(save('two', 'one')).rejects.toThrow('conflict: document.changed-at-once');
  });

  it('clears away what a killed save left behind, and nothing else', async () => {
    const stale = '.Настройки кассы.xml.0123456789ab.delivery-desk-new';
    const others = ['.other.xml.0123456789ab.delivery-desk-new', '.Настройки кассы.xml.swp'];
    for (const name of [stale, ...others]) fs.writeFileSync(join(folder, name), '');
    await save('one', null);
    expect(fs.readdirSync(folder).toSorted()).toEqual(
      [...others, 'Настройки кассы.xml'].toSorted(),
    );
  });
});

describe('a file that is held', () => {
  it.each(['EPERM', 'EBUSY', 'EACCES'])('by %s is tried again until it is free', async (code) => {
    fs.writeFileSync(path, 'one');
    const real = fs.renameSync.bind(fs);
    let tries = 0;
    vi.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
      if ((tries += 1) < 4) throw error(code);
      real(from, to);
    });
    await save('two', 'one');
    expect([read(), waits]).toEqual(['two', [20, 50, 100]]);
  });

  it('for long is told with its cause, and stays', async () => {
    fs.writeFileSync(path, 'one');
    vi.spyOn(fs, 'renameSync').mockImplementation(() => {
      throw error('EBUSY');
    });
    await expect(save('two', 'one')).rejects.toMatchObject({
      kind: 'busy',
      code: 'document.held',
      params: { path, cause: 'EBUSY' },
    });
    expect([read(), fs.readdirSync(folder).length]).toEqual(['one', 1]);
  });

  it('changed while waiting is a conflict', async () => {
    fs.writeFileSync(path, 'one');
    vi.spyOn(fs, 'renameSync').mockImplementation(() => {
      fs.writeFileSync(path, 'by the till');
      throw error('EPERM');
    });
    await expect(save('two', 'one')).rejects.toThrow('conflict');
    expect(read()).toBe('by the till');
  });
});

describe('what is no ordinary file', () => {
  it.skipIf(process.platform === 'win32')('a link is not written through', async () => {
    const target = join(folder, 'target');
    fs.writeFileSync(target, 'one');
    fs.symlinkSync(target, path);
    await expect(save('two', 'one')).rejects.toThrow('refused: document.no-file');
    expect(fs.readFileSync(target, 'utf8')).toBe('one');
  });

  it('a folder', async () => {
    fs.mkdirSync(path);
    await expect(save('two', null)).rejects.toThrow('refused: document.no-file');
  });

  it('a read-only file', async () => {
    fs.writeFileSync(path, 'one', { mode: 0o444 });
    await expect(save('two', 'one')).rejects.toThrow('refused: document.read-only');
  });

  it('a folder that is not there', async () => {
    path = join(folder, 'none', 'config.xml');
    await expect(save('two', null)).rejects.toThrow('not-found: document.no-folder');
  });

  it('a full disk leaves the old file and nothing else', async () => {
    fs.writeFileSync(path, 'one');
    vi.spyOn(fs, 'writeSync').mockImplementation(() => {
      throw error('ENOSPC');
    });
    await expect(save('two', 'one')).rejects.toThrow('refused: document.disk-full');
    expect([read(), fs.readdirSync(folder).length]).toEqual(['one', 1]);
  });
});

describe('an exclusive name', () => {
  it('lets one work at a time, and the next when it failed', async () => {
    let inside = 0;
    const work = async (number: number): Promise<number> => {
      inside += 1;
      expect(inside).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 3));
      inside -= 1;
      if (number === 1) throw new Error('broken');
      return number;
    };
    const all = [0, 1, 2].map((number) => withExclusiveName(folder, sleep, () => work(number)));
    const ended = await Promise.allSettled(all);
    expect(ended.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('held for ever is told', async () => {
    let release = (): void => undefined;
    const held = withExclusiveName(
      folder,
      sleep,
      () => new Promise<void>((done) => (release = done)),
    );
    await new Promise(setImmediate);
    const second = withExclusiveName(folder, sleep, () => Promise.resolve());
    await expect(second).rejects.toThrow('busy: document.being-saved');
    release();
    await held;
  });
});

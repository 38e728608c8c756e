import { existsSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { defaultDataFolder, localIikoRoots } from '../../main/hosts/node/data-folder.ts';
import { runningPrograms } from '../../main/hosts/node/running-programs.ts';
import { keyFileSeal } from '../../main/hosts/node/key-file-seal.ts';
import { maskPersonal } from '../../main/hosts/node/mask-personal.ts';
import { openProgramLog } from '../../main/hosts/node/program-log.ts';
import { sleep } from '../../main/hosts/node/sleep.ts';
import { programFolder } from '../../main/hosts/program-folder.ts';
import { readRendererFile } from '../../main/hosts/renderer-file.ts';
import { clearTransfers, takeTransfer } from '../../main/hosts/take-transfer.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'пульт доставки '));
});

describe('sealing by a key file', () => {
  const keyFile = (): string => join(folder, 'new', 'seal.key');

  test('opens what it sealed, also after a restart', async () => {
    const sealed = await keyFileSeal(keyFile()).seal('логин-123');
    expect(Buffer.from(sealed).includes('логин')).toBe(false);
    expect(await keyFileSeal(keyFile()).unseal(sealed)).toBe('логин-123');
  });

  test('the same secret looks different every time', async () => {
    const seal = keyFileSeal(keyFile());
    expect(await seal.seal('a')).not.toEqual(await seal.seal('a'));
  });

  test.skipIf(process.platform === 'win32')('the key is readable by its owner alone', async () => {
    await keyFileSeal(keyFile()).seal('a');
    expect(statSync(keyFile()).mode & 0o777).toBe(0o600);
  });

  test('a lost, foreign or changed key gives null', async () => {
    const seal = keyFileSeal(keyFile());
    const sealed = await seal.seal('a');
    expect(await seal.unseal(sealed.with(sealed.length - 1, sealed.at(-1)! ^ 1))).toBeNull();
    expect(await seal.unseal(new Uint8Array())).toBeNull();
    await rm(keyFile());
    expect(await seal.unseal(sealed)).toBeNull();
    await seal.seal('b');
    expect(await seal.unseal(sealed)).toBeNull();
  });

  test('never seals under a damaged key', async () => {
    await mkdir(join(folder, 'new'));
    await writeFile(keyFile(), 'short');
    await expect(keyFileSeal(keyFile()).seal('a')).rejects.toThrow('damaged');
  });

  test('two who start at once agree on one key', async () => {
    const [first, second] = [keyFileSeal(keyFile()), keyFileSeal(keyFile())];
    const sealed = await Promise.all([first.seal('1'), second.seal('2')]);
    expect(await Promise.all(sealed.map((one) => first.unseal(one)))).toEqual(['1', '2']);
    expect(await readdir(join(folder, 'new'))).toEqual(['seal.key']);
  });
});

describe('log', () => {
  const lines = (): string => readFileSync(join(folder, 'logs', 'desk.log'), 'utf8');

  test('one line an entry, without phones and secrets', () => {
    const { log } = openProgramLog(folder, () => 0);
    log({
      level: 'error',
      code: 'x',
      params: { path: '/api', text: '+7 (916) 123-45-67', count: 5 },
      stack: 'Error: apiLogin=abc12345 at x',
      reference: 'R1',
    });
    expect(JSON.parse(lines())).toEqual({
      at: '1970-01-01T00:00:00.000Z',
      level: 'error',
      code: 'x',
      params: { path: '/api', text: '***67', count: 5 },
      stack: 'Error: apiLogin=*** at x',
      reference: 'R1',
    });
  });

  test('rotates and keeps five files', async () => {
    const { log } = openProgramLog(folder);
    const stack = 'строка '.repeat(60_000);
    for (let count = 0; count < 20; count += 1) log({ level: 'info', code: 'x', stack });
    const names = await readdir(join(folder, 'logs'));
    expect(names.toSorted()).toEqual([
      'desk.log',
      'desk.log.1',
      'desk.log.2',
      'desk.log.3',
      'desk.log.4',
    ]);
  });

  test('never stops the program', async () => {
    await writeFile(join(folder, 'logs'), 'a file where the folder should be');
    expect(() => openProgramLog(folder).log({ level: 'info', code: 'x' })).not.toThrow();
  });
});

test.each([
  ['89161234567 звонил', '***67 звонил'],
  ['тел. 8 (916) 123-45-67, доб. 5', 'тел. ***67, доб. 5'],
  ['Bearer eyJhbGciOi.x', 'Bearer ***'],
  ['{"token":"abc-def"}', '{"token":"***"}'],
  ['client_secret: qwerty', 'client_secret: ***'],
  ['ivan@mail.ru', '***@***'],
  ['order 123456 of 2026-11-21', 'order 123456 of 2026-11-21'],
  ['127.0.0.1:47800', '127.0.0.1:47800'],
])('masks %s', (text, masked) => {
  expect(maskPersonal(text)).toBe(masked);
});

test.each([
  ['win32', { LOCALAPPDATA: 'C:/L' }, 'Delivery Desk'],
  ['linux', { XDG_DATA_HOME: '/x' }, 'delivery-desk'],
  ['linux', {}, 'delivery-desk'],
  ['darwin', {}, 'Delivery Desk'],
] as const)('data lies in the application data of %s', (platform, env, name) => {
  const chosen = defaultDataFolder({ platform, home: '/home/ivan', env });
  expect(chosen.endsWith(name)).toBe(true);
  expect(localIikoRoots({ platform, home: '/home/ivan', env: { APPDATA: 'C:/R' } })).toEqual(
    platform === 'win32' ? ['C:/R'] : [],
  );
});

test('on Windows every profile and the server may hold files of iiko', () => {
  const env = {
    APPDATA: 'C:\\Users\\Kassa\\AppData\\Roaming',
    ProgramFiles: 'C:/Program Files',
    'ProgramFiles(x86)': 'C:/Program Files (x86)',
  };
  expect(localIikoRoots({ platform: 'win32', home: 'C:/', env })).toEqual([
    env.APPDATA,
    'C:\\Users',
    join(env.ProgramFiles, 'iiko', 'iikoRMS', 'Server'),
    join(env['ProgramFiles(x86)'], 'iiko', 'iikoRMS', 'Server'),
  ]);
});

test('the programs that run are told by Windows alone, and never a reason to fail', async () => {
  const table =
    '"System","4","Services","0","8 K"\r\n"iikoFront.Net.exe","71","Console","1","412 K"\r\n';
  const asked: unknown[] = [];
  const run = async (...words: unknown[]): Promise<string> => {
    asked.push(words);
    return table;
  };
  const env = { SystemRoot: 'C:/Windows' };
  expect(await runningPrograms({ platform: 'win32', env, run })).toEqual([
    'System',
    'iikoFront.Net.exe',
  ]);
  expect(asked).toEqual([[join('C:/Windows', 'System32', 'tasklist.exe'), ['/FO', 'CSV', '/NH']]]);
  const broken = { platform: 'win32' as const, env, run: () => Promise.reject(new Error('no')) };
  expect(await runningPrograms(broken)).toEqual([]);
  expect(await runningPrograms({ platform: 'linux', env, run })).toEqual([]);
});

test('sleep ends in time or by its signal', async () => {
  await sleep(1, new AbortController().signal);
  const reason = new Error('stopped');
  await expect(sleep(60_000, AbortSignal.abort(reason))).rejects.toBe(reason);
  const later = new AbortController();
  const sleeping = sleep(60_000, later.signal);
  later.abort(reason);
  await expect(sleeping).rejects.toBe(reason);
});

describe('transfers', () => {
  async function leave(handle: string, name = 'a.csv'): Promise<void> {
    await mkdir(join(folder, 'transfers', handle), { recursive: true });
    await writeFile(join(folder, 'transfers', handle, name), 'text');
  }

  test('of two who ask at once one gets it', async () => {
    await leave('handle-1');
    const taken = await Promise.all([1, 2, 3].map(() => takeTransfer(folder, 'handle-1')));
    expect(taken.filter((one) => one !== null)).toHaveLength(1);
  });

  test.each(['../handle-1', '..', 'handle-1/', 'handle-1\0', ''])(
    'no other folder: %j',
    async (handle) => {
      await leave('handle-1');
      expect(await takeTransfer(folder, handle)).toBeNull();
      expect(existsSync(join(folder, 'transfers', 'handle-1'))).toBe(true);
    },
  );

  test('a folder of two files is no transfer', async () => {
    await leave('handle-1');
    await leave('handle-1', 'b.csv');
    expect(await takeTransfer(folder, 'handle-1')).toBeNull();
  });

  test('what nobody fetched is removed', async () => {
    await leave('handle-1');
    await clearTransfers(folder);
    expect(await readdir(join(folder, 'transfers'))).toEqual([]);
  });
});

test('the page is read from its folder only', async () => {
  await mkdir(join(folder, 'page'));
  await writeFile(join(folder, 'page', 'index.html'), 'page');
  await writeFile(join(folder, 'other.js'), 'other');
  await symlink(folder, join(folder, 'page', 'out'));
  expect((await readRendererFile(join(folder, 'page'), '/'))?.body.toString()).toBe('page');
  for (const path of ['/out/other.js', '/../other.js', '/.env', '/index.html/', '/none.js']) {
    expect(await readRendererFile(join(folder, 'page'), path)).toBeNull();
  }
});

test('the folder of the program is that of package.json', () => {
  expect(existsSync(join(programFolder(), 'electron-builder.yml'))).toBe(true);
  expect(() => programFolder(tmpdir())).toThrow('package.json');
});

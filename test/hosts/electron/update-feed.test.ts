import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import electronUpdater from 'electron-updater';
import { ElectronHttpExecutor } from 'electron-updater/out/electronHttpExecutor.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { followUpdates, type Updater } from '../../../main/hosts/electron/follow-updates.ts';

const SETUP = Buffer.from('MZ a newer program');
const sha512 = (bytes: Buffer): string => createHash('sha512').update(bytes).digest('base64');
const latest = (version: string, name: string, hash: string): string =>
  `version: ${version}\npath: ${name}\nsha512: ${hash}\nfiles:\n  - url: ${name}\n    sha512: ${hash}\n    size: ${SETUP.length}\nreleaseDate: '2026-11-22T00:00:00.000Z'\n`;

let folder = '';
let server: Server;
let feed: Readonly<Record<string, string | Buffer>> = {};
const asked: string[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'обновление '));
  asked.length = 0;
  server = createServer((question, answer) => {
    const path = new URL(question.url ?? '', 'http://feed').pathname;
    asked.push(path);
    const found = feed[path];
    answer.statusCode = found === undefined ? 404 : 200;
    answer.end(found ?? '');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});

afterEach(async () => {
  await new Promise((closed) => server.close(closed));
  rmSync(folder, { recursive: true, force: true });
});

/** The updater's own wire, over Node's HTTP instead of Electron's. */
class NodeExecutor extends ElectronHttpExecutor {
  override createRequest(options: never, callback: (response: unknown) => void): never {
    return request(options, callback) as never;
  }
}

/** The real updater of an installed 0.1.0, and what it would start as the program ends. */
function installed() {
  writeFileSync(join(folder, 'app-update.yml'), 'updaterCacheDirName: desk-updater\n');
  const ends: ((code: number) => void)[] = [];
  const app = {
    version: '0.1.0',
    name: 'Delivery Desk',
    isPackaged: true,
    appUpdateConfigPath: join(folder, 'app-update.yml'),
    userDataPath: folder,
    baseCachePath: folder,
    whenReady: () => Promise.resolve(),
    relaunch: () => undefined,
    quit: () => undefined,
    onQuit: (end: (code: number) => void) => void ends.push(end),
  };
  const { NsisUpdater } = electronUpdater;
  const updater = new NsisUpdater(null, app as never);
  Object.assign(updater, {
    httpExecutor: new NodeExecutor(),
    logger: null,
    _testOnlyOptions: { platform: 'win32' },
  });
  const started: unknown[] = [];
  Object.assign(updater, { doInstall: (options: unknown) => started.push(options) > 0 });
  return { updater: updater as unknown as Updater, ends, started };
}

/** Follows the feed until the updater has made up its mind, then ends the program. */
async function lifeWith(address: string): Promise<{ codes: string[]; started: unknown[] }> {
  const { updater, ends, started } = installed();
  const codes: string[] = [];
  const settled = new Promise<void>((done) => {
    const { on } = updater as unknown as { on(name: string, listener: () => void): void };
    for (const name of ['update-not-available', 'update-downloaded', 'error']) {
      on.call(updater, name, done);
    }
  });
  const stop = followUpdates(
    updater,
    address,
    ({ code }) => void codes.push(code),
    () => undefined,
  );
  await settled;
  // What is told is logged, and no rejection is left behind that would end the program.
  await new Promise((later) => setImmediate(later));
  stop();
  for (const end of ends) end(0);
  return { codes, started };
}

const here = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}/desk/`;
const programs = (): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.exe'),
  );

describe('a feed', () => {
  test('that is sound brings the newer program, which is installed at the end of work', async () => {
    feed = {
      '/desk/latest.yml': latest('0.2.0', 'setup.exe', sha512(SETUP)),
      '/desk/setup.exe': SETUP,
    };
    const { codes, started } = await lifeWith(here());
    expect(codes).toEqual(['updates.ready']);
    expect(started).toHaveLength(1);
  });

  test.each<[string, Readonly<Record<string, string | Buffer>>]>([
    [
      'with another file than it says',
      {
        '/desk/latest.yml': latest('0.2.0', 'setup.exe', sha512(Buffer.from('the real one'))),
        '/desk/setup.exe': SETUP,
      },
    ],
    ['that is a page of a hotel', { '/desk/latest.yml': '<html>Sign in</html>' }],
    ['without its file', { '/desk/latest.yml': latest('0.2.0', 'setup.exe', sha512(SETUP)) }],
    ['without anything', {}],
  ])('%s changes nothing, at the end of work neither', async (_what, forged) => {
    feed = forged;
    const { codes, started } = await lifeWith(here());
    expect(new Set(codes)).toEqual(new Set(['updates.failed']));
    expect([started, programs()]).toEqual([[], []]);
  });

  test('of an older version, and one that cannot be reached, change nothing', async () => {
    feed = {
      '/desk/latest.yml': latest('0.0.9', 'setup.exe', sha512(SETUP)),
      '/desk/setup.exe': SETUP,
    };
    expect(await lifeWith(here())).toEqual({ codes: [], started: [] });
    expect(asked).not.toContain('/desk/setup.exe');
    const gone = await lifeWith('http://127.0.0.1:9/desk/');
    expect([new Set(gone.codes), gone.started]).toEqual([new Set(['updates.failed']), []]);
  });

  test('that names a place outside the folder of updates writes nothing there', async () => {
    const name = '../../../запуск.exe';
    feed = {
      '/desk/latest.yml': latest('0.2.0', name, sha512(SETUP)),
      [encodeURI('/запуск.exe')]: SETUP,
    };
    await lifeWith(here());
    for (const path of programs()) expect(path).toMatch(/^desk-updater[\\/]pending[\\/]/);
  });
});

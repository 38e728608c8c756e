import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { canShowWindow, findElectron } from '../../main/hosts/start/electron-runtime.ts';
import { fetchElectron } from '../../main/hosts/start/fetch-electron.ts';
import { browserOpener } from '../../main/hosts/start/open-browser.ts';
import { readStartOptions } from '../../main/hosts/start/start-options.ts';
import { sharedClock } from '../../main/hosts/thread/shared-clock.ts';
import { startDemo, TOUR } from '../../main/hosts/thread/start-demo.ts';

const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'desk-start-'));

test('options of npm start', () => {
  expect(readStartOptions(['--web', '--demo', '--data', '/d', '--port', '0'])).toEqual({
    web: true,
    demo: true,
    dev: false,
    openBrowser: true,
    dataFolder: '/d',
    port: 0,
  });
  expect(readStartOptions(['--no-browser'])).toMatchObject({
    web: false,
    openBrowser: false,
    port: null,
  });
});

test.each([
  [['--port', 'x'], '--port x'],
  [['--port', '70000'], '--port 70000'],
  [['--port'], '--port'],
  [['--nothing'], '--nothing'],
  [['word'], 'word'],
])('names what does not fit: %j', (args, option) => {
  expect(() => readStartOptions(args)).toThrow(
    expect.objectContaining({ kind: 'invalid', code: 'start.option', params: { option } }),
  );
});

test('opens the browser without a shell, where there is a screen', () => {
  const address = 'http://127.0.0.1:1/start?token=a&b';
  const opener = (platform: NodeJS.Platform, env = {}): readonly string[] | null =>
    browserOpener(address, { platform, env });
  expect(opener('win32')).toEqual(['rundll32', 'url.dll,FileProtocolHandler', address]);
  expect(opener('darwin')).toEqual(['open', address]);
  expect(opener('linux', { DISPLAY: ':0' })).toEqual(['xdg-open', address]);
  expect(opener('linux')).toBeNull();
});

test('a window needs a screen and, on Linux, a user other than root', () => {
  expect(canShowWindow('win32', {}, undefined)).toBe(true);
  expect(canShowWindow('linux', {}, 1000)).toBe(false);
  expect(canShowWindow('linux', { DISPLAY: ':0' }, 0)).toBe(false);
  expect(canShowWindow('linux', { WAYLAND_DISPLAY: 'w' }, 1000)).toBe(true);
});

async function rootWith(installer: string): Promise<string> {
  const root = await newFolder();
  const folder = join(root, 'node_modules', 'electron');
  await mkdir(join(folder, 'dist'), { recursive: true });
  await writeFile(join(folder, 'install.js'), installer);
  return root;
}

test('the runtime is found after it was fetched', async () => {
  const root = await rootWith(
    "const fs = require('fs'); fs.writeFileSync(__dirname + '/dist/electron', ''); fs.writeFileSync(__dirname + '/path.txt', 'electron');",
  );
  expect(findElectron(root)).toBeNull();
  const program = join(root, 'node_modules', 'electron', 'dist', 'electron');
  expect(await fetchElectron(root)).toBe(program);
  expect(findElectron(root)).toBe(program);
});

test('a slow fetch is waited for as long as anything comes', async () => {
  const root = await rootWith(`
    const fs = require('fs');
    let steps = 0;
    setInterval(() => {
      fs.appendFileSync(__dirname + '/dist/part', 'more');
      if ((steps += 1) < 12) return;
      fs.writeFileSync(__dirname + '/dist/electron', '');
      fs.writeFileSync(__dirname + '/path.txt', 'electron');
      process.exit(0);
    }, 250);`);
  const told: string[] = [];
  const program = await fetchElectron(root, () => told.push('begins'), 1500);
  expect(program).toBe(join(root, 'node_modules', 'electron', 'dist', 'electron'));
  expect(told).toEqual(['begins']);
});

test('one that falls silent is ended, leaves nothing, and is tried again at the next start', async () => {
  const left = join(tmpdir(), `electron-download-${process.pid}-silent`);
  const root = await rootWith(`
    const fs = require('fs');
    fs.mkdirSync(${JSON.stringify(left)});
    fs.writeFileSync(${JSON.stringify(join(left, 'part.zip'))}, 'half');
    setInterval(() => {}, 1000);`);
  expect(await fetchElectron(root, undefined, 1500)).toBeNull();
  expect(existsSync(left)).toBe(false);
  await writeFile(join(root, 'node_modules', 'electron', 'install.js'), 'process.exit(1)');
  const told: string[] = [];
  expect(await fetchElectron(root, () => told.push('begins'))).toBeNull();
  expect(told).toEqual(['begins']);
});

test('a fetch that failed is not tried again the same day', async () => {
  const root = await rootWith('process.exit(1)');
  expect(await fetchElectron(root)).toBeNull();
  await writeFile(
    join(root, 'node_modules', 'electron', 'install.js'),
    "require('fs').writeFileSync(__dirname + '/tried', '')",
  );
  expect(await fetchElectron(root)).toBeNull();
});

test('the demo chain answers from its own thread, on the clock it was given', async () => {
  const clock = sharedClock();
  clock.set(Date.UTC(2026, 0, 15));
  const chain = await startDemo({ ...TOUR, port: 0, clock: clock.shift });
  const response = await fetch(`${chain.access.address}/api/1/access_token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ apiLogin: chain.access.apiLogin }),
  });
  expect(response.status).toBe(200);
  expect(response.headers.get('date')).toMatch(/^Thu, 15 Jan 2026 00:/);
  await chain.close();
});

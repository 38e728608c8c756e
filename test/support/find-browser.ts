import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright';

const PLAYWRIGHT = resolve(import.meta.dirname, '../../node_modules/playwright/cli.js');
const DEBIAN = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
];
const WINDOWS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Chromium\\Application\\chrome.exe',
];
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

/** Path of a Chromium, Chrome or Edge on this machine, or `undefined` where there is none. */
export function findBrowser(): string | undefined {
  return candidates().find((path) => path !== '' && existsSync(path));
}

function candidates(): string[] {
  const chosen = process.env['CHROMIUM_PATH'] ?? '';
  return [chosen, chromium.executablePath(), ...systemBrowsers(), ...cachedBrowsers()];
}

function systemBrowsers(): string[] {
  if (process.platform === 'darwin') return MAC;
  if (process.platform !== 'win32') return DEBIAN;
  const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];
  return roots.flatMap((name) => {
    const root = process.env[name];
    return root === undefined ? [] : WINDOWS.map((path) => join(root, path));
  });
}

/** A Chromium of another Playwright version in the usual cache is good enough for these tests. */
function cachedBrowsers(): string[] {
  const cache = process.env['PLAYWRIGHT_BROWSERS_PATH'] ?? defaultCache();
  if (!existsSync(cache)) return [];
  const found = readdirSync(cache).filter((name) => /^chromium-\d+$/.test(name));
  const inside = ['chrome-linux/chrome', 'chrome-linux64/chrome', 'chrome-win/chrome.exe'];
  return found.flatMap((name) => inside.map((path) => join(cache, name, path)));
}

function defaultCache(): string {
  if (process.platform === 'win32') return join(process.env['LOCALAPPDATA'] ?? '', 'ms-playwright');
  const folder = process.platform === 'darwin' ? 'Library/Caches' : '.cache';
  return join(homedir(), folder, 'ms-playwright');
}

/**
 * The browser for the tests; installs one where there is none and says so in one sentence.
 * Throws when neither Playwright's own nor Debian's package can be had.
 */
export function requireBrowser(): string {
  const there = findBrowser();
  if (there !== undefined) return there;
  console.log(
    'No Chromium, Chrome or Edge was found, so Playwright’s Chromium is being installed.',
  );
  run(process.execPath, [PLAYWRIGHT, 'install', 'chromium']);
  const own = findBrowser();
  if (own !== undefined && starts(own)) return own;
  if (isDebianRoot()) installDebianPackage();
  const last = DEBIAN.find((path) => existsSync(path)) ?? own;
  if (last !== undefined) return last;
  throw new Error('No browser could be installed; set CHROMIUM_PATH to a Chromium, Chrome or Edge');
}

function installDebianPackage(): void {
  console.log('It cannot be used here, so Debian’s package `chromium` is being installed.');
  run('apt-get', ['update']);
  run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
}

/** Playwright's download lacks the system libraries on a bare Debian: then it does not start. */
function starts(path: string): boolean {
  const arguments_ = ['--headless', '--no-sandbox', '--disable-gpu', '--dump-dom', 'about:blank'];
  return spawnSync(path, arguments_, { stdio: 'ignore', timeout: 30_000 }).status === 0;
}

function isDebianRoot(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version');
}

function run(program: string, list: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync(program, list, { stdio: ['ignore', 'inherit', 'inherit'], env });
}

import { type Browser, chromium } from 'playwright';
import { requireBrowser } from './find-browser.ts';

/** Starts the machine's Chromium without a window, the same way for tests, benches and screenshots. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: requireBrowser(),
    // Where the machine has no language set, a saved file would lose its Russian name.
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
}

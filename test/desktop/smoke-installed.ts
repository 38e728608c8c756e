import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import assert from 'node:assert/strict';
import { chromium, type Browser } from 'playwright';

/*
 * node test/desktop/smoke-installed.ts PROGRAM DATA fresh|kept
 *
 * Starts the installed program and looks at it over the debugging port of its pages: the fuses leave
 * no other way in. `fresh`: the prepared file is applied and gone. `kept`: an upgrade lost nothing.
 */
const PORT = 9333;
const START_LIMIT_MS = 60_000;
const [program, dataFolder, state] = process.argv.slice(2);
assert.ok(
  program && dataFolder && (state === 'fresh' || state === 'kept'),
  'PROGRAM DATA fresh|kept',
);

async function connect(): Promise<Browser> {
  const until = Date.now() + START_LIMIT_MS;
  for (;;) {
    try {
      return await chromium.connectOverCDP(`http://127.0.0.1:${PORT}`);
    } catch (error) {
      if (Date.now() > until) throw error;
      await sleep(500);
    }
  }
}

const child = spawn(program, [`--remote-debugging-port=${PORT}`], { stdio: 'ignore' });
try {
  const browser = await connect();
  const page = browser.contexts()[0]?.pages()[0];
  assert.ok(page, 'the program shows no window');
  assert.equal(page.url().startsWith('desk://app/'), true);
  const ask = (topic: string): Promise<unknown> =>
    page.evaluate((asked) => window.deliveryDesk!.call(asked, {}), topic);
  const about = (await ask('settings.about')) as { ok: boolean; value: { dataFolder: string } };
  assert.equal(about.ok, true);
  assert.equal(about.value.dataFolder, dataFolder);
  const topology = (await ask('configFiles.topology')) as { value: { venues: string } | null };
  assert.equal(topology.value?.venues, 'chain', `${state}: what was prepared is there`);
  await page.getByRole('navigation').first().waitFor();
  await browser.close();
  console.log(`${state}: the installed program starts and has what it should.`);
} finally {
  child.kill();
}

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import assert from 'node:assert/strict';
import { chromium, type Browser, type Page } from 'playwright';
import type { BackupState } from '../../main/contract/backups.ts';
import type { Outcome } from '../../main/contract/outcome.ts';
import type { ProvisioningState } from '../../main/contract/provisioning.ts';
import type { AboutProgram } from '../../main/contract/settings.ts';

/*
 * node test/desktop/smoke-installed.ts PROGRAM DATA fresh|kept VERSION
 *
 * Starts the installed program and looks at it over the debugging port of its pages: the fuses leave
 * no other way in. `fresh`: the prepared file is applied and gone. `kept`: an upgrade lost nothing, and
 * the store was looked through, since the run before was cut off.
 */
const PORT = 9333;
const LIMIT_MS = 60_000;
const [program, dataFolder, state, version] = process.argv.slice(2);
assert.ok(
  program && dataFolder && version && (state === 'fresh' || state === 'kept'),
  'PROGRAM DATA fresh|kept VERSION',
);

/** The first answer that is not null; fails with the last error when the time is over. */
async function until<Value>(what: string, look: () => Promise<Value | null>): Promise<Value> {
  const end = Date.now() + LIMIT_MS;
  let last: unknown;
  while (Date.now() < end) {
    const found = await look().catch((error: unknown) => {
      last = error;
      return null;
    });
    if (found !== null) return found;
    await sleep(500);
  }
  throw new Error(`Not within ${LIMIT_MS / 1000} s: ${what}`, { cause: last });
}

const start = (words: readonly string[]): ChildProcess =>
  spawn(program, words, { stdio: 'ignore' });

/** Electron knows no download folders of browsers: `noDefaults` leaves them alone. */
const connect = (): Promise<Browser> =>
  until('a debugging port', () =>
    chromium.connectOverCDP(`http://127.0.0.1:${PORT}`, { noDefaults: true }),
  );

async function ask<Value>(page: Page, topic: string): Promise<Value> {
  const outcome = (await page.evaluate(
    (asked) => window.deliveryDesk!.call(asked, {}),
    topic,
  )) as Outcome<Value>;
  assert.ok(outcome.ok, `${topic}: ${JSON.stringify(outcome)}`);
  return outcome.value;
}

/** What was prepared has been done; the person's own first steps are not what is tried here. */
async function lookAtFresh(page: Page): Promise<void> {
  await until('the prepared file is done', async () => {
    const prepared = await ask<ProvisioningState>(page, 'provisioning.state');
    assert.notEqual(prepared.state, 'refused', JSON.stringify(prepared.problems));
    return prepared.state === 'done' ? true : null;
  });
  await ask(page, 'settings.finishFirstRun');
  await page.reload();
}

async function lookAtKept(page: Page): Promise<void> {
  const check = await until('the store is looked through', async () => {
    return (await ask<BackupState>(page, 'backups.state')).check;
  });
  assert.equal(check.fault, null);
}

async function look(page: Page): Promise<void> {
  await page.waitForFunction(() => window.deliveryDesk !== undefined);
  const about = await ask<AboutProgram>(page, 'settings.about');
  assert.deepEqual(
    [about.dataFolder, about.version, about.host],
    [dataFolder, version, 'electron'],
  );
  await (state === 'fresh' ? lookAtFresh(page) : lookAtKept(page));
  const topology = await ask<{ venues: string } | null>(page, 'configFiles.topology');
  assert.equal(topology?.venues, 'chain', `${state}: what was prepared is there`);
  await page.getByRole('navigation').first().waitFor();
}

/** A second start with the same data folder shows the first one's window and ends by itself. */
async function startAgain(): Promise<void> {
  const second = start([]);
  const [code] = (await Promise.race([
    once(second, 'exit'),
    sleep(LIMIT_MS).then(() => ['still running']),
  ])) as unknown[];
  second.kill();
  assert.equal(code, 0, 'a second program with the same data folder ends');
}

const child = start([`--remote-debugging-port=${PORT}`]);
try {
  const browser = await connect();
  const page = await until('our page', async () => {
    const pages = browser.contexts().flatMap((context) => context.pages());
    return pages.find((one) => one.url().startsWith('desk://app/')) ?? null;
  });
  await look(page);
  await startAgain();
  await browser.close();
  console.log(`${state}: the installed program starts and has what it should.`);
} finally {
  // Cut off, not ended: what the next start must be able to bear.
  const gone = once(child, 'exit');
  if (child.exitCode === null && child.kill()) await gone;
}

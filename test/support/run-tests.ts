import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { requireBrowser } from './find-browser.ts';

/*
 * node test/support/run-tests.ts <suite>... [--long] [--count N] [vitest options and filters]
 *
 * With UNIT_TESTS_PASSED=1 the unit suite is not run again but counted from the run before it:
 * `.ci/run` checks and then tests, and the same tests need not run twice on two cores.
 */
const SUITES = ['unit', 'browser', 'desktop', 'faults', 'fuzz', 'long'];
const WITH_BROWSER = ['browser', 'faults', 'long'];
const ROOT = resolve(import.meta.dirname, '../..');
const OUTPUT = join(ROOT, '.test-output');
const UNIT_COUNTS = join(OUTPUT, 'unit-counts.json');

const given = process.argv.slice(2);
const asked = given.filter((word) => SUITES.includes(word));
const unitIsDone = process.env['UNIT_TESTS_PASSED'] === '1' && existsSync(UNIT_COUNTS);
const suites = unitIsDone ? asked.filter((name) => name !== 'unit') : asked;
const isUnitAlone = asked.length === 1 && asked[0] === 'unit';

function valueAfter(flag: string): string | undefined {
  const at = given.indexOf(flag);
  return at === -1 ? undefined : given[at + 1];
}

function passedOn(): string[] {
  const count = valueAfter('--count');
  const ours = new Set([...SUITES, '--long', '--count', ...(count === undefined ? [] : [count])]);
  return given.filter((word) => !ours.has(word));
}

function environment(): NodeJS.ProcessEnv {
  const env = { ...process.env };
  const count = valueAfter('--count');
  if (given.includes('--long')) env['TEST_LENGTH'] = 'long';
  if (count !== undefined) env['TEST_COUNT'] = count;
  if (suites.some((name) => WITH_BROWSER.includes(name))) env['CHROMIUM_PATH'] = requireBrowser();
  if (isUnitAlone && passedOn().length === 0) env['WRITE_TEST_COUNTS'] = UNIT_COUNTS;
  if (unitIsDone && asked.includes('unit')) {
    console.log('The unit tests passed in the check before this and are counted from there.');
    env['ADD_TEST_COUNTS'] = readFileSync(UNIT_COUNTS, 'utf8');
  }
  return env;
}

/** What tests lay down for a moment lies in here, also what a killed one could not take away. */
const temporary = mkdtempSync(join(tmpdir(), 'desk-tests-'));
const inTemporary = { TMPDIR: temporary, TEMP: temporary, TMP: temporary };

function removeTemporary(): void {
  try {
    rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
  } catch (error) {
    console.log(`The tests' temporary folder ${temporary} could not be removed: ${String(error)}`);
  }
}

mkdirSync(OUTPUT, { recursive: true });
const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
const projects = suites.flatMap((name) => ['--project', name]);
const command = [vitest, 'run', ...projects, ...passedOn()];
const ended = spawnSync(process.execPath, command, {
  cwd: ROOT,
  env: { ...environment(), ...inTemporary },
  stdio: ['ignore', 'inherit', 'inherit'],
});
removeTemporary();
process.exitCode = ended.status ?? 1;

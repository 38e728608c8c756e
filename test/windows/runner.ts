import * as runner from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { inspect } from 'node:util';
import { restoreAll, spy, spyOn } from './spy.ts';

export { expect } from './expectation.ts';
export { after as afterAll, afterEach, before as beforeAll, beforeEach } from 'node:test';

type Work = (...given: unknown[]) => unknown;

/** `%s` and `$name` in a title, filled in from a case. */
function titleOf(title: string, given: readonly unknown[], index: number): string {
  const rest = [...given];
  return title
    .replaceAll('%#', String(index))
    .replaceAll(/%[sdijo]/g, () => shown(rest.shift()))
    .replaceAll(/\$([\w.]+)/g, (_, name: string) =>
      shown((given[0] as Readonly<Record<string, unknown>> | null)?.[name]),
    );
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : inspect(value));

type Declare = (title: string, work: () => unknown) => unknown;

/** The test runner's `it` over Node's own. */
function withTables(declare: Declare) {
  const one = (title: string, first: unknown, second?: unknown): unknown =>
    declare(title, (typeof first === 'function' ? first : second) as () => unknown);
  const each = (cases: readonly unknown[]) => (title: string, work: Work) =>
    cases.forEach((entry, index) => {
      const given = Array.isArray(entry) ? (entry as unknown[]) : [entry];
      declare(titleOf(title, given, index), () => work(...given));
    });
  const skipped: Declare = () => undefined;
  const skipIf = (skip: boolean) => (skip ? skipped : one);
  return Object.assign(one, { each, skipIf, runIf: (run: boolean) => skipIf(!run), skip: skipped });
}

const declareCase: Declare = (title, work) =>
  runner.it(title, async () => {
    await work();
  });

export const it = withTables(declareCase);
export const test = withTables(declareCase);
export const describe = withTables((title, work) => runner.describe(title, () => void work()));

const WAIT_MS = 20;

/** Does the work again until it throws no more. */
async function waitFor<Value>(work: () => Value | Promise<Value>, limit = 5000): Promise<Value> {
  const until = Date.now() + limit;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (Date.now() > until) throw error;
      await sleep(WAIT_MS);
    }
  }
}

/** Spies and patience of the test runner. */
export const vi = { waitFor, fn: spy, spyOn, restoreAllMocks: restoreAll };

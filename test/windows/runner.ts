import * as runner from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { inspect } from 'node:util';

export { expect } from './expectation.ts';
export { after as afterAll, afterEach, before as beforeAll, beforeEach } from 'node:test';

type Work = (...given: unknown[]) => unknown;

/** What Node's own runner makes of a method. */
type Spied = Readonly<{
  mock: Readonly<{ mockImplementation(work: Work): void; restore(): void }>;
}>;

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

/** Spies of the test runner over Node's own. */
export const vi = {
  waitFor,
  spyOn: <T extends object>(object: T, name: keyof T & string) => {
    const method = runner.mock.method(object, name as never) as unknown as Spied;
    const spied = Object.assign(method, {
      mockImplementation(work: Work) {
        method.mock.mockImplementation(work);
        return spied;
      },
      mockRestore: () => method.mock.restore(),
    });
    return spied;
  },
  restoreAllMocks: (): void => runner.mock.restoreAll(),
};

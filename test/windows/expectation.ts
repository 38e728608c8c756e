import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Spy } from './spy.ts';

const POLL_MS = 20;
const POLL_LIMIT_MS = 10_000;

/** A value that accepts others by a rule of its own. */
class Pattern {
  readonly accepts: (value: unknown) => boolean;
  constructor(accepts: (value: unknown) => boolean) {
    this.accepts = accepts;
  }
}

type Fields = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** Whether `value` has everything that `wanted` names; `whole` also forbids anything else. */
function fits(value: unknown, wanted: unknown, whole: boolean): boolean {
  if (wanted instanceof Pattern) return wanted.accepts(value);
  if (!isObject(wanted) || !isObject(value) || ArrayBuffer.isView(wanted)) {
    return isSame(value, wanted);
  }
  if (wanted instanceof Map || wanted instanceof Set || wanted instanceof Date) {
    return isSame(value, wanted);
  }
  if (Array.isArray(wanted)) {
    return (
      Array.isArray(value) &&
      value.length === wanted.length &&
      wanted.every((item, index) => fits(value[index], item, whole))
    );
  }
  const names = whole ? new Set([...namesOf(wanted), ...namesOf(value)]) : namesOf(wanted);
  return [...names].every((name) => fits(value[name], wanted[name], whole));
}

const namesOf = (value: Fields): string[] =>
  Object.keys(value).filter((name) => value[name] !== undefined);

function isSame(value: unknown, wanted: unknown): boolean {
  try {
    assert.deepEqual(value, wanted);
    return true;
  } catch {
    return false;
  }
}

function throws(work: unknown, wanted: unknown): boolean {
  try {
    (work as () => unknown)();
  } catch (error) {
    return wanted === undefined || isError(error, wanted);
  }
  return false;
}

function isError(error: unknown, wanted: unknown): boolean {
  const message = error instanceof Error ? error.message : String(error);
  if (wanted instanceof RegExp) return wanted.test(message);
  if (typeof wanted === 'string') return message.includes(wanted);
  return typeof wanted === 'function' ? error instanceof wanted : fits(error, wanted, false);
}

const includes = (value: unknown, item: unknown): boolean =>
  typeof value === 'string'
    ? value.includes(String(item))
    : [...(value as Iterable<unknown>)].includes(item);

const USUAL_DIGITS = 2;

const isClose = (value: unknown, wanted: number, digits: number = USUAL_DIGITS): boolean =>
  typeof value === 'number' && Math.abs(value - wanted) < 10 ** -digits / 2;

/** The part that `spans[0].from` names. */
const partAt = (value: unknown, path: string): unknown =>
  path
    .split(/[.[\]]+/)
    .filter((step) => step !== '')
    .reduce<unknown>((part, step) => (isObject(part) ? part[step] : undefined), value);

const callsOf = (spy: unknown): unknown[][] => (spy as Spy).mock.calls;

const wasGiven = (given: unknown[], wanted: readonly unknown[]): boolean =>
  fits(given, wanted, true);

/** Every judgement the tests of this suite use; the names are the test runner's. */
type Judgement = (value: unknown, ...wanted: unknown[]) => boolean;

const JUDGEMENTS: Readonly<Record<string, Judgement>> = {
  toBe: Object.is,
  toEqual: (value, wanted) => fits(value, wanted, true),
  toStrictEqual: (value, wanted) => fits(value, wanted, true),
  toMatchObject: (value, wanted) => fits(value, wanted, false),
  toHaveLength: (value, length) => (value as { length: number }).length === length,
  toContain: includes,
  toContainEqual: (value, item) =>
    [...(value as Iterable<unknown>)].some((each) => fits(each, item, true)),
  toMatch: (value, wanted) =>
    wanted instanceof RegExp ? wanted.test(String(value)) : String(value).includes(String(wanted)),
  toBeGreaterThan: (value, than) => (value as number) > (than as number),
  toBeGreaterThanOrEqual: (value, than) => (value as number) >= (than as number),
  toBeLessThan: (value, than) => (value as number) < (than as number),
  toBeLessThanOrEqual: (value, than) => (value as number) <= (than as number),
  toBeInstanceOf: (value, kind) => value instanceof (kind as new () => object),
  toBeNull: (value) => value === null,
  toBeUndefined: (value) => value === undefined,
  toBeDefined: (value) => value !== undefined,
  toBeTruthy: Boolean,
  toBeFalsy: (value) => !value,
  toHaveProperty: (value, path, wanted) => {
    const found = partAt(value, path as string);
    return found !== undefined && (wanted === undefined || fits(found, wanted, true));
  },
  toBeCloseTo: (value, wanted, digits) => isClose(value, wanted as number, digits as number),
  toHaveBeenCalled: (spy) => callsOf(spy).length > 0,
  toHaveBeenCalledOnce: (spy) => callsOf(spy).length === 1,
  toHaveBeenCalledTimes: (spy, count) => callsOf(spy).length === count,
  toHaveBeenCalledWith: (spy, ...wanted) => callsOf(spy).some((given) => wasGiven(given, wanted)),
  toHaveBeenCalledExactlyOnceWith: (spy, ...wanted) =>
    callsOf(spy).length === 1 && wasGiven(callsOf(spy)[0]!, wanted),
  toThrow: throws,
};

type Judge = (...wanted: unknown[]) => unknown;
type Judges = Readonly<Record<string, Judge>>;

function judge(name: string, value: unknown, given: readonly unknown[], negated: boolean): void {
  if (JUDGEMENTS[name]!(value, ...given) !== negated) return;
  const [wanted] = given;
  const what = `${negated ? 'not.' : ''}${name}`;
  assert.fail(`${what}: ${JSON.stringify(value)} against ${JSON.stringify(wanted)}`);
}

const judgesOf = (make: (name: string) => Judge): Judges =>
  Object.fromEntries(Object.keys(JUDGEMENTS).map((name) => [name, make(name)]));

const now = (value: unknown, negated: boolean): Judges =>
  judgesOf(
    (name) =>
      (...given) =>
        judge(name, value, given, negated),
  );

/** What a promise was rejected with, or what it gave. */
const rejection = (promise: unknown): Promise<unknown> =>
  (promise as Promise<unknown>).then(
    () => assert.fail('It was not rejected'),
    (error: unknown) => error,
  );

const later = (value: () => Promise<unknown>): Judges =>
  judgesOf((name) => async (wanted) => {
    const settled = await value();
    if (name !== 'toThrow') return judge(name, settled, [wanted], false);
    return assert.ok(wanted === undefined || isError(settled, wanted));
  });

async function pollFor(read: () => unknown, name: string, wanted: unknown): Promise<void> {
  const until = Date.now() + POLL_LIMIT_MS;
  while (Date.now() < until && !JUDGEMENTS[name]!(await read(), wanted)) await sleep(POLL_MS);
  judge(name, await read(), [wanted], false);
}

/** `expect` of the test runner, as far as these tests use it. */
export const expect = Object.assign(
  (value: unknown) => ({
    ...now(value, false),
    not: now(value, true),
    resolves: later(() => value as Promise<unknown>),
    rejects: later(() => rejection(typeof value === 'function' ? value() : value)),
  }),
  {
    unreachable: (): never => assert.fail('This was not to be reached'),
    poll: (read: () => unknown) => judgesOf((name) => (wanted) => pollFor(read, name, wanted)),
    closeTo: (wanted: number, digits?: number) =>
      new Pattern((value) => isClose(value, wanted, digits)),
    any: (kind: new () => object) =>
      new Pattern(
        (value) => Object(value) instanceof kind || typeof value === kind.name.toLowerCase(),
      ),
    anything: () => new Pattern((value) => value !== null && value !== undefined),
    stringContaining: (part: string) => new Pattern((value) => String(value).includes(part)),
    stringMatching: (part: RegExp) => new Pattern((value) => part.test(String(value))),
    objectContaining: (wanted: Fields) => new Pattern((value) => fits(value, wanted, false)),
    arrayContaining: (wanted: readonly unknown[]) =>
      new Pattern((value) =>
        wanted.every((item) => (value as unknown[]).some((each) => fits(each, item, true))),
      ),
  },
);

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '../../main/contract/index.ts';
import type { Section } from '../../main/contract/define.ts';
import type { Outcome } from '../../main/contract/outcome.ts';
import { findAsk } from '../../main/answering.ts';
import { TRANSPORTS, type TestTransport } from '../hosts/support/transports.ts';
import { testCount } from '../support/test-count.ts';

const sections: Readonly<Record<string, Section>> = contract;
const TOPICS = Object.entries(sections).flatMap(([section, entries]) =>
  Object.entries(entries).flatMap(([name, { type }]) =>
    type === 'ask' ? [`${section}.${name}`] : [],
  ),
);

const KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'filter',
  'name',
  'secret',
  'ids',
];
const key = fc.oneof(fc.constantFrom(...KEYS), fc.string({ maxLength: 12 }));
const huge = fc.constantFrom('x'.repeat(1_200_000), '\u0000'.repeat(300), '🏴‍☠️'.repeat(200_000));
const odd = fc.constantFrom(
  NaN,
  Infinity,
  -0,
  2 ** 53,
  1e308,
  -1,
  '',
  '\uD800',
  "'; DROP TABLE orders;--",
);

/** JSON-like values with keys that hurt, wrong types and huge texts. */
const anything = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.double(),
    fc.integer(),
    fc.string(),
    odd,
    { weight: 1, arbitrary: huge },
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(key, tie('value'), { maxKeys: 5, noNullPrototype: true }),
  ),
})).value;

/** Own `__proto__` keys too, as JSON.parse makes them. */
const parsed = anything.map((value) => JSON.parse(JSON.stringify(value) ?? 'null') as unknown);

const oddTopic = fc.oneof(
  fc.string(),
  fc.constantFrom(
    '__proto__',
    'constructor.constructor',
    'orders.__proto__',
    'orders.',
    '.',
    'orders.changed',
  ),
  fc
    .tuple(fc.constantFrom(...TOPICS), fc.string({ minLength: 1 }))
    .map(([topic, more]) => topic + more),
);

const isRefusal = (outcome: Outcome): boolean =>
  !outcome.ok && ['invalid', 'refused'].includes(outcome.failure.kind);

const seed = 20_261_121;

describe.each([
  ['in process', 30],
  ['electron', 6],
  ['web', 6],
])('over %s', (name, share) => {
  let transport: TestTransport;
  beforeAll(async () => {
    transport = await TRANSPORTS[name]!();
  });
  afterAll(() => transport.close());

  test.each(TOPICS)('%s takes nothing that its schema does not', async (topic) => {
    const schema = findAsk(topic)!.input;
    const wrong = fc.asyncProperty(parsed, async (input) => {
      fc.pre(!schema.safeParse(input).success);
      expect(isRefusal(await transport.call(topic, input))).toBe(true);
    });
    await fc.assert(wrong, {
      seed,
      numRuns: testCount(share, share * 200),
      interruptAfterTimeLimit: 60_000,
    });
  });

  test('unknown topics are refused', async () => {
    const unknown = fc.asyncProperty(oddTopic, parsed, async (topic, input) => {
      fc.pre(!findAsk(topic));
      expect(isRefusal(await transport.call(topic, input))).toBe(true);
    });
    await fc.assert(unknown, { seed, numRuns: testCount(share * 5, share * 1000) });
  });

  test.each([[null], [5], [{}], [['settings.about']], [undefined]])(
    'a topic that is no text is refused: %j',
    async (topic) => {
      expect(isRefusal(await transport.call(topic, {}))).toBe(true);
    },
  );

  test('and the core lives', async () => {
    expect(await transport.call('settings.about', {})).toMatchObject({ ok: true });
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(await transport.call('profiles.list', {})).toMatchObject({
      ok: true,
      value: [{ id: 1 }],
    });
  });
});

import { describe, expect, it } from 'vitest';
import { testCount } from '../support/test-count.ts';
import { simulate } from './simulator.ts';

/** `SEEDS=300` or `SEEDS=1000000`; `SEED=17` plays one life again and tells its story. */
const count = Number(process.env['SEEDS'] ?? testCount(30, 3_000));
const only = process.env['SEED'];
const first = Number(process.env['FIRST_SEED'] ?? 1);

describe('the sync simulator', () => {
  it(
    'never calls a day complete that is not, and ends with the truth',
    { timeout: 1e9 },
    async () => {
      const seeds = only ? [Number(only)] : Array.from({ length: count }, (_, i) => first + i);
      let complete = 0;
      for (const seed of seeds) {
        const { story, falseComplete, wrongAtEnd, bugs, ...counts } = await simulate(seed);
        complete += counts.complete;
        if (only) console.log([...story, JSON.stringify(counts)].join('\n'));
        const replay = `replay with SEED=${seed}`;
        expect({ replay, falseComplete, wrongAtEnd, bugs }).toEqual({
          replay,
          falseComplete: [],
          wrongAtEnd: [],
          bugs: [],
        });
      }
      // A proof that never comes would never be false either.
      if (seeds.length >= 10) expect(complete / seeds.length).toBeGreaterThan(3);
    },
  );
});

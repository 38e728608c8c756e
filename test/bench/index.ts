import { benchIngest } from './ingest.ts';
import type { Figure } from './measure.ts';

type Bench = () => Promise<Figure[]>;

const BENCHES: Readonly<Record<string, Bench>> = {
  ingest: benchIngest,
};

const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const names = wanted.length > 0 ? wanted : Object.keys(BENCHES);
let missed = 0;
for (const name of names) {
  const bench = BENCHES[name];
  if (!bench)
    throw new Error(`There is no bench ${name}; there are ${Object.keys(BENCHES).join(', ')}`);
  for (const { what, ours, rival, goal, reached } of await bench()) {
    if (!reached) missed += 1;
    console.log(
      `${reached ? '✓' : '✗'} ${what}\n    ours  ${ours}\n    rival ${rival}\n    goal  ${goal}`,
    );
  }
}
console.log(missed === 0 ? 'every goal reached' : `${missed} goals missed`);

import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { contentHash } from '../../../main/documents/content-hash.ts';
import { writeAtomically } from '../../../main/documents/write-atomically.ts';
import { elementAt } from '../../../main/documents/xml/element-path.ts';
import { openXml } from '../../../main/documents/xml/open-xml.ts';
import { setElement } from '../../../main/documents/xml/set-element.ts';
import { Failure } from '../../../main/domain/failure.ts';

/* node counting-program.ts PATH ROUNDS: adds one to `count` so often, together with others. */
const [path, rounds] = process.argv.slice(2) as [string, string];
let conflicts = 0;

for (let done = 0; done < Number(rounds);) {
  const bytes = readFileSync(path);
  const document = openXml(bytes, { root: 'config' });
  const next = Number(elementAt(document, 'count')!.text) + 1;
  try {
    const terms = { expected: contentHash(bytes), sleep: (ms: number) => wait(ms) };
    await writeAtomically(path, setElement(document, 'count', String(next)), terms);
    done += 1;
  } catch (error) {
    if (!(error instanceof Failure) || error.kind !== 'conflict') throw error;
    conflicts += 1;
  }
}
console.log(conflicts);

import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { Dice } from '../../main/demo/seeded.ts';
import { openProperties } from '../../main/documents/properties/open-properties.ts';
import { openXml } from '../../main/documents/xml/open-xml.ts';
import { setElement } from '../../main/documents/xml/set-element.ts';
import { testCount } from '../support/test-count.ts';
import { randomText } from './random-text.ts';

const FILES = testCount(6, 200);
const MEGABYTE = 1024 * 1024;
const GOAL_MS = 50;

const fastest = (work: () => unknown): number =>
  Math.min(
    ...Array.from({ length: 5 }, () => {
      const start = performance.now();
      work();
      return performance.now() - start;
    }),
  );

function largeFile(dice: Dice): Uint8Array {
  const lines = ['<config>'];
  const longest = dice.pick([4, 40, 400]);
  for (let length = 0; length < MEGABYTE;) {
    const name = `element${dice.below(50)}`;
    const text = randomText(dice, longest).replace(/[&<>]/g, '&amp;');
    const line = `  <${name} code="${dice.below(100)}">${text}</${name}><!-- ${length} -->`;
    lines.push(line);
    length += Buffer.byteLength(line);
  }
  return Buffer.from([...lines, '</config>'].join(dice.pick(['\n', '\r\n', '\r'])));
}

/** The limit is the goal on a quiet machine; on a busy one, what another parser needs there. */
test(`${FILES} files of 1 MB are opened and changed in proportion to their length`, () => {
  let slowest = { open: 0, change: 0 };
  for (let number = 0; number < FILES; number += 1) {
    const bytes = largeFile(new Dice(number));
    const open = fastest(() => openXml(bytes, { root: 'config' }));
    const document = openXml(bytes, { root: 'config' });
    const path = document.root.children[0]!.name;
    const change = fastest(() => setElement(document, path, `changed ${number}`));
    const saxes = fastest(() => new SaxesParser().write(Buffer.from(bytes).toString()).close());
    const limit = Math.max(GOAL_MS, saxes);
    expect(open, `file ${number}`).toBeLessThan(limit);
    expect(change, `file ${number}`).toBeLessThan(limit);
    slowest = { open: Math.max(slowest.open, open), change: Math.max(slowest.change, change) };
  }
  console.log(`slowest of ${FILES} XML files: ${JSON.stringify(slowest)} ms (goal ${GOAL_MS} ms)`);
});

test('a properties file of 1 MB likewise', () => {
  const line = 'some.key.of.a.server = value \\u0416 \\\r\n   continued\r\n# comment\r\n';
  const bytes = Buffer.from(line.repeat(MEGABYTE / line.length));
  const open = fastest(() => openProperties(bytes));
  console.log(`properties of 1 MB: ${open.toFixed(1)} ms (goal ${GOAL_MS} ms)`);
  const lines = fastest(() =>
    bytes
      .toString('latin1')
      .split(/(\r\n)/)
      .map((part) => part.split('')),
  );
  expect(open).toBeLessThan(Math.max(GOAL_MS, lines * 2));
});

import { expect, test } from 'vitest';
import { diffTable } from '../../../main/domain/config-files/diff-table.ts';
import { diffLines, linesOf } from '../../../main/domain/config-files/line-diff.ts';
import { mergeTexts } from '../../../main/domain/config-files/text-merge.ts';
import { chanceOf } from '../../support/chance.ts';

/** Whole numbers below the one asked, the same for the same seed. */
function seeded(seed: number): (below: number) => number {
  const chance = chanceOf(seed);
  return (below) => Math.floor(chance() * below);
}

const randomLines = (random: (below: number) => number): string[] =>
  Array.from({ length: random(9) }, () => `${'abcd'[random(4)]}\n`);

test.each([
  ['', []],
  ['a', ['a']],
  ['a\r\nb\rc\n\n', ['a\r\n', 'b\r', 'c\n', '\n']],
])('%j has the lines %j', (text, lines) => {
  expect(linesOf(text)).toEqual(lines);
});

test('the changes turn one text into the other, whatever both are', () => {
  const random = seeded(11);
  for (let round = 0; round < 2000; round += 1) {
    const [left, right] = [randomLines(random), randomLines(random)];
    const result: string[] = [];
    let done = 0;
    for (const { from, to, at, until } of diffLines(left, right)) {
      result.push(...left.slice(done, from), ...right.slice(at, until));
      done = to;
    }
    expect([...result, ...left.slice(done)]).toEqual(right);
  }
});

test('the changes are as few as can be', () => {
  const changes = diffLines(linesOf('a\nb\nc\nd\n'), linesOf('a\nx\nc\nd\ny\n'));
  expect(changes).toEqual([
    { from: 1, to: 2, at: 1, until: 2 },
    { from: 4, to: 4, at: 4, until: 5 },
  ]);
});

test.each([
  ['different lines', 'a\nb\nc\n', 'A\nb\nc\n', 'a\nb\nC\n', 'A\nb\nC\n'],
  ['neighbouring lines', 'a\nb\n', 'A\nb\n', 'a\nB\n', 'A\nB\n'],
  ['the same change', 'a\nb\n', 'A\nb\n', 'A\nb\n', 'A\nb\n'],
  ['one line, differently', 'a\nb\n', 'A\nb\n', 'x\nb\n', null],
  ['both insert at one place', 'a\nb\n', 'a\n1\nb\n', 'a\n2\nb\n', null],
  ['one removes what the other changes', 'a\nb\nc\n', 'a\nc\n', 'a\nB\nc\n', null],
  ['only theirs', 'a\n', 'a\n', 'a\nb\n', 'a\nb\n'],
  ['only mine', 'a\n', 'a\nb\n', 'a\n', 'a\nb\n'],
  ['mine inserts far from theirs', 'a\nb\nc\n', 'a\nb\nc\nd\n', '0\na\nb\nc\n', '0\na\nb\nc\nd\n'],
  ['line ends are kept', 'a\r\nb\r\nc', 'A\r\nb\r\nc', 'a\r\nb\r\nC', 'A\r\nb\r\nC'],
])('%s', (_, base, mine, theirs, merged) => {
  expect(mergeTexts(base, mine, theirs).text).toBe(merged);
});

test('the sides of a merge can be read from its stretches, whatever they are', () => {
  const random = seeded(5);
  for (let round = 0; round < 2000; round += 1) {
    const base = randomLines(random).join('');
    const mine = randomLines(random).join('');
    const theirs = randomLines(random).join('');
    const { stretches, text } = mergeTexts(base, mine, theirs);
    const side = (name: 'base' | 'mine' | 'theirs'): string =>
      stretches.flatMap((stretch) => stretch[name]).join('');
    expect([side('base'), side('mine'), side('theirs')]).toEqual([base, mine, theirs]);
    expect(text === null).toBe(stretches.some(({ type }) => type === 'conflict'));
  }
});

test('a merge with an unchanged side is the other side', () => {
  const random = seeded(7);
  for (let round = 0; round < 500; round += 1) {
    const base = randomLines(random).join('');
    const other = randomLines(random).join('');
    expect(mergeTexts(base, other, base).text).toBe(other);
    expect(mergeTexts(base, base, other).text).toBe(other);
  }
});

test('two texts side by side show what differs and three lines around', () => {
  const left = Array.from({ length: 20 }, (_, at) => `line ${at}\r\n`).join('');
  const right = left.replace('line 10\r\n', 'other\r\nmore\r\n');
  const rows = diffTable(left, right);
  expect(rows.map(({ type }) => type)).toEqual([
    ...Array(3).fill('same'),
    'changed',
    'added',
    ...Array(3).fill('same'),
  ]);
  expect(rows[3]).toEqual({
    type: 'changed',
    left: 'line 10',
    right: 'other',
    leftLine: 11,
    rightLine: 11,
  });
  expect(diffTable(left, left)).toEqual([]);
});

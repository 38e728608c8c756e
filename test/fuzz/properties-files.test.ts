import { expect, test } from 'vitest';
import { Dice } from '../../main/demo/seeded.ts';
import { Failure } from '../../main/domain/failure.ts';
import {
  propertyOf,
  removeProperty,
  setProperty,
} from '../../main/documents/properties/edit-properties.ts';
import { openProperties } from '../../main/documents/properties/open-properties.ts';
import type { PropertiesDocument } from '../../main/documents/properties/properties-document.ts';
import { testCount } from '../support/test-count.ts';
import { damaged, randomText } from './random-text.ts';
import { readAsJava } from './java-properties.ts';

const CASES = testCount(2_000, 2_500_000);
const SEED = Number(process.env['SEED'] ?? 20_261_122);
const LIMIT_MS = 60_000 + CASES * 20;
const PIECES = [
  'key',
  'ключ',
  'enable-create-delivery-without-customer',
  '=',
  ' = ',
  ':',
  ' ',
  '\t',
  '\f',
  '#',
  '!',
  'value',
  '\\\\',
  '\\=',
  '\\u0416',
  '\\n',
  '\\q',
];
const NEWLINES = ['\n', '\r\n', '\r', '\n\n', '\\\n', '\\\r\n  ', '\\\r\t'];

function randomProperties(dice: Dice): Uint8Array {
  const newlines = dice.chance(0.5) ? [dice.pick(NEWLINES)] : NEWLINES;
  const lines = Array.from({ length: dice.below(12) }, () => {
    const pieces = Array.from({ length: dice.below(7) }, () => dice.pick(PIECES));
    return pieces.join('') + dice.pick(newlines);
  });
  const text = lines.join('') + (dice.chance(0.5) ? 'last' : '');
  return Buffer.from(text, dice.chance(0.5) ? 'utf8' : 'latin1');
}

function opened(bytes: Uint8Array): PropertiesDocument | null {
  try {
    return openProperties(bytes);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return null;
  }
}

const pairs = ({ entries }: PropertiesDocument): [string, string][] =>
  entries.map(({ key, value }) => [key, value]);

/** Java reads an entry without key and value there, which no appended line can keep. */
function endsInLoneBackslash({ entries, text }: PropertiesDocument): boolean {
  const span = entries.at(-1)?.span;
  return span !== undefined && span.keyStart === text.length - 1 && text.endsWith('\\');
}

function change(dice: Dice, document: PropertiesDocument): void {
  const keys = document.entries.map(({ key }) => key);
  const key = keys.length > 0 && dice.chance(0.7) ? dice.pick(keys) : randomText(dice, 6);
  const value = randomText(dice, 8);
  const before = propertyOf(document, key);
  if (before === null && endsInLoneBackslash(document)) {
    expect(() => setProperty(document, key, value)).toThrow('document.would-change-others');
    return;
  }
  const after = openProperties(setProperty(document, key, value));
  expect(propertyOf(after, key)).toBe(value);
  const others = (all: PropertiesDocument) => pairs(all).filter(([own]) => own !== key);
  expect(others(after)).toEqual(others(document));
  expectOneSplice(document, after.bytes, key, before === null);
  const removed = openProperties(removeProperty(after, key));
  expect(pairs(removed)).toEqual(others(document));
  if (before !== null) {
    const undone = openProperties(setProperty(after, key, before));
    expect(pairs(undone)).toEqual(pairs(document));
  }
}

/** Outside the value, or the appended line, every byte is as it was. */
function expectOneSplice(
  { bytes, entries }: PropertiesDocument,
  after: Uint8Array,
  key: string,
  isNew: boolean,
): void {
  const span = entries.findLast((entry) => entry.key === key)?.span;
  const start = isNew ? bytes.length : span!.keyEnd;
  const end = isNew ? bytes.length : span!.end;
  expect(Buffer.compare(bytes.subarray(0, start), after.subarray(0, start))).toBe(0);
  const rest = after.subarray(after.length - (bytes.length - end));
  expect(Buffer.compare(bytes.subarray(end), rest)).toBe(0);
}

test(
  `${CASES} properties files are read as Java reads them, and changed in one place (seed ${SEED})`,
  () => {
    let changed = 0;
    for (let number = 0; number < CASES; number += 1) {
      const dice = new Dice(SEED + number);
      const made = randomProperties(dice);
      const bytes = dice.chance(0.3) ? damaged(dice, made) : made;
      try {
        const document = opened(bytes);
        const byJava = bytes.includes(0) ? null : readAsJava(Buffer.from(bytes).toString('latin1'));
        expect(document === null ? null : pairs(document)).toEqual(byJava);
        if (!document) continue;
        change(dice, document);
        changed += 1;
      } catch (error) {
        console.error(
          `case ${number} of SEED=${SEED}: ${JSON.stringify(Buffer.from(bytes).toString('latin1'))}`,
        );
        throw error;
      }
    }
    console.log(
      `${CASES} properties files, ${changed} changed: crashes 0, bytes changed outside 0`,
    );
    expect(changed).toBeGreaterThan(CASES / 2);
  },
  LIMIT_MS,
);

import { expect, test } from 'vitest';
import { Dice } from '../../main/demo/seeded.ts';
import { Failure } from '../../main/domain/failure.ts';
import { byteOffset } from '../../main/documents/text-encoding/byte-offset.ts';
import { eachElement, elementAt } from '../../main/documents/xml/element-path.ts';
import { insertElement } from '../../main/documents/xml/insert-element.ts';
import { openXml } from '../../main/documents/xml/open-xml.ts';
import { removeElement } from '../../main/documents/xml/remove-element.ts';
import { setElement } from '../../main/documents/xml/set-element.ts';
import { setNil } from '../../main/documents/xml/set-nil.ts';
import type { XmlDocument } from '../../main/documents/xml/xml-document.ts';
import { testCount } from '../support/test-count.ts';
import { damaged, randomText } from './random-text.ts';
import { randomXml } from './random-xml.ts';
import { plain, readBySaxes } from './saxes-oracle.ts';

const CASES = testCount(2_000, 2_500_000);
const SEED = Number(process.env['SEED'] ?? 20_261_121);
const CONFIG = { root: 'config' };
const LIMIT_MS = 60_000 + CASES * 20;

const counts: Record<string, number> = { opened: 0, refused: 0, edited: 0, emptied: 0, undone: 0 };

/** Opens or refuses; anything else thrown is a crash and fails the test. */
function opened(bytes: Uint8Array): XmlDocument | null {
  try {
    return openXml(bytes, CONFIG);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    expect(error.kind).toBe('invalid');
    return null;
  }
}

/** The elements and their values but for the one at a path and what is inside it. */
const othersThan = (document: XmlDocument, path: string): string[] =>
  [...eachElement(document)]
    .filter(([own]) => own !== path && !own.startsWith(`${path}/`))
    .filter(([own]) => !path.startsWith(`${own}/`))
    .map(([own, { text, nil }]) => `${own} ${nil} ${text}`);

/** Both files are the same outside these bytes of the first. */
function expectSameOutside(before: Uint8Array, after: Uint8Array, from: number, to: number): void {
  const tail = before.length - to;
  expect(Buffer.compare(before.subarray(0, from), after.subarray(0, from))).toBe(0);
  const rest = after.subarray(Math.max(0, after.length - tail));
  expect(Buffer.compare(before.subarray(to), rest)).toBe(0);
}

function edit(dice: Dice, document: XmlDocument): void {
  const all = [...eachElement(document)];
  const [path, element] = all.length > 0 ? dice.pick(all) : ['', document.root];
  const value = randomText(dice, 12);
  const bytes = { ...element.span };
  const from = byteOffset(document, bytes.start);
  const to = byteOffset(document, bytes.end);
  switch (dice.below(4)) {
    case 0: {
      const after = insertElement(document, path, 'новый', value);
      const added = openXml(after, CONFIG);
      const parent = elementAt(added, path)!;
      expect(parent.children.at(-1)).toMatchObject({ name: 'новый', text: value });
      expectSameOutside(document.bytes, after, from, to);
      return;
    }
    case 1: {
      if (path === '') return;
      const after = openXml(removeElement(document, path), CONFIG);
      expect([...eachElement(after)].length).toBeLessThan(all.length);
      return;
    }
    case 2:
      return emptyAndFill(document, path, value, from, to);
    default:
      return setAndUndo(document, path, value, from, to);
  }
}

function emptyAndFill(
  document: XmlDocument,
  path: string,
  value: string,
  from: number,
  to: number,
) {
  const bytes = setNil(document, path);
  expectSameOutside(document.bytes, bytes, from, to);
  const emptied = openXml(bytes, CONFIG);
  // One that is nil stays as it was written, whatever else it holds.
  const old = elementAt(document, path)!;
  expect(elementAt(emptied, path)).toMatchObject({ text: old.nil ? old.text : '', nil: true });
  expect(othersThan(emptied, path)).toEqual(othersThan(document, path));
  const filled = openXml(setElement(emptied, path, value), CONFIG);
  expect(elementAt(filled, path)).toMatchObject({ text: value, nil: false });
  expect(setNil(emptied, path)).toBe(emptied.bytes);
  counts.emptied! += 1;
}

function setAndUndo(document: XmlDocument, path: string, value: string, from: number, to: number) {
  const old = elementAt(document, path)!;
  const bytes = setElement(document, path, value);
  expectSameOutside(document.bytes, bytes, from, to);
  const after = openXml(bytes, CONFIG);
  expect(elementAt(after, path)).toMatchObject({ text: value, nil: false });
  expect(othersThan(after, path)).toEqual(othersThan(document, path));
  const undone = openXml(setElement(after, path, old.text), CONFIG);
  expect(elementAt(undone, path)!.text).toBe(old.text);
  const { openEnd, closeStart, selfClosed } = old.span;
  const isPlain = !/[<>&\r\n]/.test(document.text.slice(openEnd, closeStart));
  if (isPlain && !selfClosed && !old.nil) {
    expect(Buffer.compare(undone.bytes, document.bytes)).toBe(0);
    counts.undone! += 1;
  }
  expect(setElement(after, path, value)).toBe(after.bytes);
}

test(
  `${CASES} XML files, every other damaged, are read exactly or refused (seed ${SEED})`,
  () => {
    for (let number = 0; number < CASES; number += 1) {
      const dice = new Dice(SEED + number);
      const made = randomXml(dice);
      const isDamaged = dice.chance(0.5);
      const bytes = isDamaged ? damaged(dice, made.bytes) : made.bytes;
      try {
        examine(dice, bytes, !isDamaged);
      } catch (error) {
        console.error(`case ${number} of SEED=${SEED}: ${Buffer.from(bytes).toString('base64')}`);
        throw error;
      }
    }
    console.log(
      `${CASES} XML files: ${JSON.stringify(counts)}; crashes 0, bytes changed outside 0`,
    );
    expect(counts.edited).toBeGreaterThan(CASES / 10);
    expect(counts.refused).toBeGreaterThan(CASES / 10);
  },
  LIMIT_MS,
);

function examine(dice: Dice, bytes: Uint8Array, isSound: boolean): void {
  const document = opened(bytes);
  if (isSound) expect(document).not.toBeNull();
  counts[document ? 'opened' : 'refused']! += 1;
  if (!document) return;
  expect(document.bytes).toBe(bytes);
  expect(plain(document.root)).toEqual(readBySaxes(document.text));
  try {
    edit(dice, document);
    counts.edited! += 1;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    expect(LAWFUL_REFUSALS).toContain(error.code);
    counts[error.code] = (counts[error.code] ?? 0) + 1;
  }
}

/** Why a change of a sound file may be refused. */
const LAWFUL_REFUSALS = [
  'document.group',
  'document.root',
  'document.not-a-group',
  'document.encoding-would-change',
  'document.element-name',
];

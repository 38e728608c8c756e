import type { Dice } from '../../main/demo/seeded.ts';
import type { TextEncoding } from '../../main/documents/text-encoding/text-encoding.ts';
import { bytesOf, randomText } from './random-text.ts';

const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
const NAMES = ['serverUrl', 'a', 'allowedParsers', 'Имя', 'ns:b', 'x-1.2_', 'config', 'é𐐀'];
const ATTRIBUTES = ['code', 'xsi:type', 'ns:код', 'xml:space', 'b.c'];
const NEWLINES = ['\r\n', '\n', '\r'];

type Habits = Readonly<{ newline(): string; dice: Dice; indented: boolean; windows: boolean }>;

/** A well-formed file of random shape, and what a reader is told of it. */
export type RandomXml = Readonly<{ bytes: Uint8Array; encoding: TextEncoding; bom: boolean }>;

/** Draws a file: every encoding, newline style and construct that is well-formed XML 1.0. */
export function randomXml(dice: Dice): RandomXml {
  const encoding = dice.pick(['utf-8', 'utf-8', 'windows-1251', 'utf-16le', 'utf-16be'] as const);
  const bom = encoding.startsWith('utf-16') ? dice.chance(0.9) : dice.chance(0.3);
  const style = dice.pick([...NEWLINES, null]);
  const newline = (): string => style ?? dice.pick(NEWLINES);
  const windows = encoding === 'windows-1251';
  const habits = { newline, dice, indented: dice.chance(0.7), windows };
  const body = declaration(habits, encoding) + outside(habits) + root(habits) + outside(habits);
  return { bytes: bytesOf(body, encoding, bom && !windows), encoding, bom: bom && !windows };
}

function declaration({ dice, newline }: Habits, encoding: TextEncoding): string {
  const isNeeded = encoding === 'windows-1251';
  if (!isNeeded && dice.chance(0.2)) return '';
  const quote = dice.pick(['"', "'"]);
  const shown = encoding.startsWith('utf-16')
    ? dice.pick(['utf-16', 'UTF-16', encoding])
    : encoding;
  const declared = isNeeded || dice.chance(0.6) ? ` encoding=${quote}${shown}${quote}` : '';
  const alone = dice.chance(0.2) ? ' standalone = "yes"' : '';
  return `<?xml version=${quote}1.0${quote}${declared}${alone} ?>${newline()}`;
}

const outside = (habits: Habits): string =>
  habits.dice.chance(0.3) ? aside(habits) + habits.newline() : '';

function aside({ dice, newline }: Habits): string {
  const text = randomText(dice, 12).replace(/-+|\?>|>/g, ' ');
  return dice.chance(0.6)
    ? `<!--${text}${newline()} -->`
    : `<?pi${text === '' ? '' : ` ${text}`}?>`;
}

const root = (habits: Habits): string =>
  element(habits, 'config', ` ${XSI} xmlns:ns='urn:x'${habits.newline()}`, 1);

function element(habits: Habits, name: string, declared: string, depth: number): string {
  const { dice } = habits;
  const open = `<${name}${declared}${attributes(habits)}${dice.chance(0.2) ? ' ' : ''}`;
  if (dice.chance(0.15)) return `${open}/>`;
  const isGroup = depth === 1 || (depth < 5 && dice.chance(0.25));
  const content = isGroup ? group(habits, depth) : value(habits);
  return `${open}>${content}</${name}${dice.chance(0.1) ? habits.newline() : ''}>`;
}

function attributes(habits: Habits): string {
  const { dice, newline } = habits;
  const own = ATTRIBUTES.filter(() => dice.chance(0.1)).map((name) => {
    const quote = dice.pick(['"', "'"]);
    const text = written(habits, randomText(dice, 8)).replaceAll(quote, '&quot;');
    return `${dice.chance(0.2) ? newline() : ' '}${name}${dice.pick(['=', ' = '])}${quote}${text}${quote}`;
  });
  if (dice.chance(0.1)) own.splice(dice.below(own.length + 1), 0, ' xsi:nil="true"');
  return own.join('');
}

function group(habits: Habits, depth: number): string {
  const { dice, newline, indented } = habits;
  const names = habits.windows ? NAMES.filter((name) => !name.startsWith('é')) : NAMES;
  const lead = (deep: number): string => (indented ? newline() + '  '.repeat(deep) : '');
  const children = Array.from({ length: dice.below(7) }, () => {
    const before = dice.chance(0.1) ? lead(depth) + aside(habits) : '';
    return before + lead(depth) + element(habits, dice.pick(names), '', depth + 1);
  });
  const mixed = dice.chance(0.05) ? written(habits, randomText(dice, 5)) : '';
  return children.join('') + mixed + lead(depth - 1);
}

function value(habits: Habits): string {
  const { dice } = habits;
  return Array.from({ length: dice.pick([0, 1, 1, 1, 2, 3]) }, () => {
    const text = randomText(dice, 14);
    if (dice.chance(0.15)) return `<![CDATA[${text.replaceAll(']]>', ']] >')}]]>`;
    return dice.chance(0.1) ? aside(habits) : written(habits, text);
  }).join('');
}

/** Characters as a writer may put them: escaped, sometimes as numbers, line ends as they are. */
function written({ dice, newline }: Habits, text: string): string {
  return text.replace(/[^]/gu, (character) => {
    if (character === '\n') return dice.chance(0.8) ? newline() : '&#10;';
    if (character === '&') return dice.pick(['&amp;', '&#38;', '&#x26;']);
    if (character === '<') return dice.pick(['&lt;', '&#60;']);
    if (character === '>') return '&gt;';
    return dice.chance(0.05) ? `&#x${character.codePointAt(0)!.toString(16)};` : character;
  });
}

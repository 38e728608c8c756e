import type { Dice } from '../../main/demo/seeded.ts';
import { canEncode, encodeText } from '../../main/documents/text-encoding/codec.ts';
import type { TextEncoding } from '../../main/documents/text-encoding/text-encoding.ts';

const ALPHABETS = [
  'abcXYZ019 -_.:/',
  'Кафе «Ёлка» №5 — пицца',
  '\t \n  ',
  '日本🍕𝔘é½ẞ',
  '\u0085\u2028\u00A0\u200D\uFFFD\uFEFF',
  '&<>"\']=#;!?-',
] as const;

/** Text of mixed alphabets, at most so many characters. */
export function randomText(dice: Dice, longest: number): string {
  const alphabets = [dice.pick(ALPHABETS), dice.pick(ALPHABETS)].map((letters) => [...letters]);
  const length = dice.below(longest + 1);
  return Array.from({ length }, () => dice.pick(dice.pick(alphabets))).join('');
}

const MARKS: Partial<Record<TextEncoding, readonly number[]>> = {
  'utf-8': [0xef, 0xbb, 0xbf],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
};

/** The text's bytes, behind a byte order mark when asked for; what is not in the encoding becomes `?`. */
export function bytesOf(text: string, encoding: TextEncoding, bom: boolean): Uint8Array {
  const known = [...text].map((one) => (canEncode(one, encoding) ? one : '?')).join('');
  const mark = bom ? (MARKS[encoding] ?? []) : [];
  return Uint8Array.from([...mark, ...encodeText(known, encoding)]);
}

/** Damage as disks, scripts and people do it: bytes changed, lost, doubled, zeroed, cut. */
export function damaged(dice: Dice, bytes: Uint8Array): Uint8Array {
  const from = dice.below(bytes.length + 1);
  const to = Math.min(bytes.length, from + 1 + dice.below(8));
  const [head, part, tail] = [bytes.slice(0, from), bytes.slice(from, to), bytes.slice(to)];
  const join = (...parts: Uint8Array[]): Uint8Array => Uint8Array.from(Buffer.concat(parts));
  switch (dice.below(6)) {
    case 0:
      return join(
        head,
        part.map(() => dice.below(256)),
        tail,
      );
    case 1:
      return join(head, tail);
    case 2:
      return join(head, part, part, tail);
    case 3:
      return join(
        head,
        part.map(() => 0),
        tail,
      );
    case 4:
      return head;
    default:
      return join(head, Buffer.from(dice.pick(HOSTILE)), part, tail);
  }
}

const HOSTILE = [
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '&b;',
  '&#0;',
  '&#xD800;',
  '&#x110000;',
  ']]>',
  '--',
  '<![CDATA[',
  '<!--',
  '<?xml version="1.0"?>',
  '</config>',
  '<a:b/>',
  ' a="1" a="2"',
  '\\',
  '\\u12',
  '\r',
  '\0',
];

import { describe, expect, test } from 'vitest';
import {
  highlightProperties,
  highlightXml,
  numberLines,
  type Token,
} from '../../../renderer/features/config-files/highlight.ts';

const XML = [
  '<?xml version="1.0"?>',
  '<config a="1" b=\'<2>\'>',
  '  <!-- два',
  '  <serverUrl> -->',
  '  <![CDATA[a < b]]><x/>text',
  '  <broken attr="',
  '</config',
  '',
].join('\n');

const PROPERTIES = ['# note', 'key = value', 'long=one\\', '  two', 'lonely', ''].join('\n');

const joined = (lines: readonly (readonly Token[])[]): string =>
  lines.map((line) => line.map(({ text }) => text).join('')).join('\n');

const kinds = (line: readonly Token[] | undefined): string[] =>
  (line ?? []).filter(({ text }) => text.trim() !== '').map(({ type }) => type);

describe('colours', () => {
  test('never change a character, however broken the text', () => {
    expect(joined(highlightXml(XML))).toBe(XML);
    expect(joined(highlightProperties(PROPERTIES))).toBe(PROPERTIES);
    for (let length = 0; length < XML.length; length += 1) {
      const cut = XML.slice(length);
      expect(joined(highlightXml(cut))).toBe(cut);
    }
  });

  test('tell tags, attributes, strings and comments over several lines', () => {
    const lines = highlightXml(XML);
    expect(kinds(lines[0])).toEqual(['declaration']);
    expect(kinds(lines[2])).toEqual(['comment']);
    expect(kinds(lines[3])).toEqual(['comment']);
    expect(kinds(lines[4])).toEqual(['string', 'tag', 'plain']);
    expect(lines[1]?.some(({ type, text }) => type === 'attribute' && text.includes('a'))).toBe(
      true,
    );
  });

  test('tell keys, values, continued values and comments of properties', () => {
    const lines = highlightProperties(PROPERTIES);
    expect(lines.map(kinds)).toEqual([
      ['comment'],
      ['key', 'plain', 'string'],
      ['key', 'plain', 'string'],
      ['string'],
      ['key'],
      [],
    ]);
  });

  test('number lines from one and place every piece', () => {
    const [first, second] = numberLines(highlightProperties('a=b\nc=d'));
    expect(first?.number).toBe(1);
    expect(second?.tokens.map(({ at }) => at)).toEqual([0, 1, 2]);
  });
});

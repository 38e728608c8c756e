import fs from 'node:fs';
import net from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { eachElement, elementAt } from '../../../main/documents/xml/element-path.ts';
import { openXml } from '../../../main/documents/xml/open-xml.ts';
import type { XmlDocument } from '../../../main/documents/xml/xml-document.ts';
import type { Failure } from '../../../main/domain/failure.ts';
import { bytesOf } from '../../fuzz/random-text.ts';

const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
const open = (text: string): XmlDocument => openXml(Buffer.from(text), { root: 'config' });
const value = (text: string, path: string): string | undefined => elementAt(open(text), path)?.text;

function failureOf(bytes: Uint8Array): Failure | null {
  try {
    openXml(bytes, { root: 'config' });
  } catch (error) {
    return error as Failure;
  }
  return null;
}

function refusal(bytes: Uint8Array): string {
  const failure = failureOf(bytes);
  return failure
    ? `${failure.code} ${failure.params['line']}:${failure.params['column']}`
    : 'opened';
}

describe('values', () => {
  it('are found by name, number and group', () => {
    const text = '<config><p>a</p><q><p>b</p></q><p>c</p></config>';
    expect(['p', 'p[1]', 'p[2]', 'q/p', 'p[3]', 'P'].map((path) => value(text, path))).toEqual([
      'a',
      'a',
      'c',
      'b',
      undefined,
      undefined,
    ]);
    expect([...eachElement(open(text))].map(([path]) => path)).toEqual(['p', 'q', 'q/p', 'p[2]']);
  });

  it.each(['a/', '/a', 'a[0]', 'a[x]', 'a[1', '[1]'])('%s is no path', (path) => {
    expect(() => elementAt(open('<config/>'), path)).toThrow('document.path');
  });

  it.each([
    ['a &lt; b &amp; &#x41;&#66;', 'a < b & AB'],
    ['<![CDATA[a < b]]> &amp; c', 'a < b & c'],
    ['one<!-- & < -->two<?pi ?>', 'onetwo'],
    ['a\r\nb\rc\nd&#13;', 'a\nb\nc\nd\r'],
    ['  true\t', '  true\t'],
    ['&amp;lt;', '&lt;'],
  ])('%j is read as %j', (written, meant) => {
    expect(value(`<config><a>${written}</a></config>`, 'a')).toBe(meant);
  });

  it('know nil, whatever its prefix, from empty', () => {
    const text = `<config ${XSI}><a xsi:nil="true"/><b/><c xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:nil=" 1 "></c><d nil="true"/><e xsi:nil="false"/></config>`;
    const nil = open(text).root.children.map((child) => `${child.name} ${child.nil}`);
    expect(nil).toEqual(['a true', 'b false', 'c true', 'd false', 'e false']);
  });

  it('know their place', () => {
    const { root } = open('<?xml version="1.0"?>\r\n<config>\r\n  <a/>\r  <b/>\n\t<c/></config>');
    expect(root.children.map(({ position }) => position)).toEqual([
      { line: 3, column: 3 },
      { line: 4, column: 3 },
      { line: 5, column: 2 },
    ]);
  });
});

describe('encodings', () => {
  const text = (declared: string): string =>
    `<?xml version="1.0"${declared}?>\r\n<config><a>Кафе</a></config>`;
  it.each([
    ['utf-8', true, '', []],
    ['utf-8', false, ' encoding="UTF-8"', []],
    ['windows-1251', false, " encoding='Windows-1251'", []],
    ['utf-16le', true, ' encoding="utf-16"', []],
    ['utf-16be', true, '', []],
    ['utf-16le', false, ' encoding="utf-16"', ['unmarked-utf-16']],
    ['utf-8', false, ' encoding="utf-16"', ['declared-otherwise']],
    ['utf-8', true, ' encoding="windows-1251"', ['declared-otherwise']],
    ['windows-1251', false, ' encoding="utf-8"', ['declared-otherwise']],
    ['windows-1251', false, '', ['undeclared-windows-1251']],
  ] as const)('%s, marked %s, declared «%s»', (encoding, bom, declared, warnings) => {
    const bytes = bytesOf(text(declared), encoding, bom);
    const document = openXml(bytes, { root: 'config' });
    expect(document).toMatchObject({ encoding, bom, newline: 'crlf' });
    expect(document.bytes).toBe(bytes);
    expect(elementAt(document, 'a')?.text).toBe('Кафе');
    expect(document.warnings.map(({ code }) => code)).toEqual(warnings);
  });

  it('UTF-8 under a windows-1251 declaration is pointed out', () => {
    const bytes = Buffer.from(text(' encoding="windows-1251"'));
    const { warnings, encoding } = openXml(bytes, { root: 'config' });
    expect([encoding, warnings[0]?.code]).toEqual(['windows-1251', 'looks-utf-8']);
  });

  it.each([
    ['<config/>', 'none'],
    ['<config>\n</config>', 'lf'],
    ['<config>\r</config>', 'cr'],
    ['<config>\r\n\n</config>', 'mixed'],
  ])('line ends of %j are %s', (written, newline) => {
    expect(open(written).newline).toBe(newline);
  });
});

describe('refused with the reason and the place', () => {
  it.each([
    ['', 'document.empty 1:1'],
    [' \n', 'document.empty 1:1'],
    ['\0\0\0\0', 'document.nulled 1:1'],
    ['<config>\n<a>\0</a></config>', 'document.nulled 2:4'],
    ['<config>\n  <a>1</a>\n', 'document.xml.truncated 3:1'],
    ['<config><a', 'document.xml.truncated 1:11'],
    ['<config><a b="c', 'document.xml.truncated 1:16'],
    ['<config><!-- a', 'document.xml.truncated 1:15'],
    ['<config><![CDA', 'document.xml.truncated 1:15'],
    ['<config/>\n<config/>', 'document.xml.two-roots 2:1'],
    ['<html/>', 'document.xml.wrong-root 1:1'],
    ['<Config/>', 'document.xml.wrong-root 1:1'],
    ['<!DOCTYPE config><config/>', 'document.xml.doctype 1:1'],
    ['<!-- a -->\n <!DOCTYPE config><config/>', 'document.xml.doctype 2:2'],
    ['<config><!DOCTYPE a></config>', 'document.xml.doctype 1:9'],
    ['<config>\n&lol;</config>', 'document.xml.entity 2:1'],
    ['<config>a & b</config>', 'document.xml.ampersand 1:11'],
    ['<config a="&b"/>', 'document.xml.ampersand 1:12'],
    ['<config>&#0;</config>', 'document.xml.character-number 1:9'],
    ['<config>&#xD800;</config>', 'document.xml.character-number 1:9'],
    ['<config>&#x110000;</config>', 'document.xml.character-number 1:9'],
    ['<config>\u0001</config>', 'document.xml.character 1:9'],
    ['<config><a></b></config>', 'document.xml.tag-mismatch 1:12'],
    ['</config>', 'document.xml.nothing-open 1:1'],
    ['<config a="1" a="2"/>', 'document.xml.duplicate-attribute 1:15'],
    ['<config a=1/>', 'document.xml.unexpected 1:11'],
    ['<config a="<"/>', 'document.xml.unexpected 1:12'],
    ['<config a="1"b="2"/>', 'document.xml.unexpected 1:14'],
    ['<config>]]></config>', 'document.xml.cdata-end 1:9'],
    ['<config><!-- a -- b --></config>', 'document.xml.comment 1:18'],
    ['<config/>text', 'document.xml.text-outside 1:10'],
    ['<config><?xml version="1.0"?></config>', 'document.xml.instruction 1:9'],
    ['<config><a:b/></config>', 'document.xml.prefix 1:10'],
    ['<config xmlns:a=""/>', 'document.xml.namespace 1:9'],
    ['<config><a:b:c/></config>', 'document.xml.name 1:10'],
    ['<?xml version="1.1"?><config/>', 'document.xml.declaration 1:1'],
    ['<?xml version="1.0" encoding="koi8-r"?><config/>', 'document.unknown-encoding 1:1'],
    ['<?xml version="1.0" encoding="constructor"?><config/>', 'document.unknown-encoding 1:1'],
    ['<config>' + '<a>'.repeat(300), 'document.xml.too-deep 1:606'],
    ['<config>' + '<a/>'.repeat(200_001), 'document.xml.too-many-elements 1:800005'],
  ])('%#: %.40j', (text, reason) => {
    expect(refusal(Buffer.from(text))).toBe(reason);
  });

  it('damaged UTF-8 behind a mark, and half a character of UTF-16', () => {
    const marked = Buffer.concat([Buffer.from('\uFEFF<config>'), Buffer.from([0xff])]);
    expect(refusal(marked)).toContain('document.damaged-characters');
    const half = bytesOf('<config/>', 'utf-16le', true).slice(0, -1);
    expect(refusal(half)).toContain('document.damaged-characters');
  });

  it('over 16 MB', () => {
    const bytes = Buffer.alloc(16 * 1024 * 1024 + 1, ' ');
    bytes.write('<config>\r\n\r\n\n');
    // The last byte is one too many: its line does not count.
    bytes.write('\n', 16 * 1024 * 1024);
    expect(failureOf(bytes)).toMatchObject({
      code: 'document.too-large',
      params: { byte: 16_777_216, line: 4, bytes: 16_777_217 },
    });
  });

  it.each(['utf-16le', 'utf-16be'] as const)('over 16 MB of %s', (encoding) => {
    const bytes = Buffer.from(
      bytesOf(`${'\u0A0A\r\n'.repeat(3)}\r${' '.repeat(9)}`, encoding, true),
    );
    const large = Buffer.concat([bytes, Buffer.alloc(16 * 1024 * 1024)]);
    expect(failureOf(large)).toMatchObject({ params: { line: 5 } });
  });
});

describe('attacks', () => {
  const names = Array.from({ length: 9 }, (_, level) => `l${level}`);
  const laughs = names.map(
    (name, level) => `<!ENTITY ${name} "${level === 0 ? 'lol' : `&l${level - 1};`.repeat(10)}">`,
  );
  const attacks: Readonly<Record<string, string>> = {
    'billion laughs': `<?xml version="1.0"?><!DOCTYPE config [${laughs.join('')}]><config>&l8;</config>`,
    'quadratic blow-up': `<!DOCTYPE config [<!ENTITY a "${'a'.repeat(50_000)}">]><config>${'&a;'.repeat(50_000)}</config>`,
    'outside file':
      '<!DOCTYPE config [<!ENTITY x SYSTEM "file:///etc/passwd">]><config>&x;</config>',
    'outside address': '<!DOCTYPE config SYSTEM "http://127.0.0.1:9/x.dtd"><config/>',
    'parameter entity':
      '<!DOCTYPE config [<!ENTITY % x SYSTEM "http://127.0.0.1:9/"> %x;]><config/>',
    'flood of numbers': `<config>${'&#65;'.repeat(200_000)}</config>`,
    'doctype before megabytes': `<!DOCTYPE config>${'x'.repeat(15_000_000)}`,
  };

  afterEach(() => vi.restoreAllMocks());

  it.each(Object.keys(attacks))('%s is refused at once and touches nothing', (name) => {
    const bytes = Buffer.from(attacks[name]!);
    const touched = [
      vi.spyOn(fs, 'openSync'),
      vi.spyOn(fs, 'readFileSync'),
      vi.spyOn(net.Socket.prototype, 'connect'),
    ];
    const times = Array.from({ length: 9 }, () => {
      const start = performance.now();
      expect(refusal(bytes)).toMatch(/^document\.xml\.(doctype|too-many-references)/);
      return performance.now() - start;
    });
    for (const spy of touched) expect(spy).not.toHaveBeenCalled();
    expect(Math.min(...times)).toBeLessThan(10);
  });
});

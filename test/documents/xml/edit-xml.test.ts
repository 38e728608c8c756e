import { describe, expect, it } from 'vitest';
import { elementAt } from '../../../main/documents/xml/element-path.ts';
import { insertElement } from '../../../main/documents/xml/insert-element.ts';
import { openXml } from '../../../main/documents/xml/open-xml.ts';
import { removeElement } from '../../../main/documents/xml/remove-element.ts';
import { setElement } from '../../../main/documents/xml/set-element.ts';
import { setNil } from '../../../main/documents/xml/set-nil.ts';
import type { XmlDocument } from '../../../main/documents/xml/xml-document.ts';
import { bytesOf } from '../../fuzz/random-text.ts';

const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
const open = (text: string): XmlDocument => openXml(Buffer.from(text), { root: 'config' });
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString();
const inRoot = (inside: string): string => `<config ${XSI}>${inside}</config>`;

describe('setting a value', () => {
  it.each([
    ['<a>1</a>', '2', '<a>2</a>'],
    ['<a>1</a >', '2', '<a>2</a >'],
    ['<a b=\'c\'  d="e">1</a>', '2', '<a b=\'c\'  d="e">2</a>'],
    ['<a/>', '2', '<a>2</a>'],
    ['<a b="c" />', '2', '<a b="c">2</a>'],
    ['<a></a>', '2', '<a>2</a>'],
    ['<a>1</a>', '', '<a></a>'],
    ['<a />', '', '<a />'],
    ['<a xsi:nil="true" />', '5', '<a>5</a>'],
    ['<a b="1" xsi:nil="true" c="2"></a>', '5', '<a b="1" c="2">5</a>'],
    ['<a xsi:nil="true"/>', '', '<a/>'],
    ['<a><![CDATA[x < y]]></a>', 'a < b', '<a><![CDATA[a < b]]></a>'],
    ['<a><![CDATA[x]]></a>', 'a ]]> b', '<a>a ]]&gt; b</a>'],
    ['<a>1<!-- note --></a>', '2', '<a>2<!-- note --></a>'],
    ['<a><!-- 1 -->1</a>', '2', '<a><!-- 1 -->2</a>'],
    ['<a>\n <!-- n --> 1 </a>', '2', '<a><!-- n -->2</a>'],
    ['<a><?pi?></a>', '2', '<a><?pi?>2</a>'],
    ['<a>1</a>', 'x < y & "z" > \'w\'', '<a>x &lt; y &amp; "z" &gt; \'w\'</a>'],
    ['<a>1</a>', ' 1 ', '<a> 1 </a>'],
    ['<a>1</a>', 'a\rb', '<a>a&#13;b</a>'],
    ['<a>𝔘1</a>', '𝔘2', '<a>𝔘2</a>'],
    ['<a>𝔘</a>', '𝔙', '<a>𝔙</a>'],
  ])('%s := %j is %s', (before, value, after) => {
    const document = open(inRoot(before));
    const bytes = setElement(document, 'a', value);
    expect(text(bytes)).toBe(inRoot(after));
    expect(elementAt(openXml(bytes, { root: 'config' }), 'a')).toMatchObject({ text: value });
  });

  it('to what it is gives the very same bytes', () => {
    const document = open(inRoot('<a>&#49;<![CDATA[2]]></a>'));
    expect(setElement(document, 'a', '12')).toBe(document.bytes);
  });

  it('leaves commented-out text and namesakes alone', () => {
    const document = open('<config><!-- <a>0</a> --><g><a>1</a></g><a>2</a><a>3</a></config>');
    expect(text(setElement(document, 'a[2]', 'x'))).toBe(
      '<config><!-- <a>0</a> --><g><a>1</a></g><a>2</a><a>x</a></config>',
    );
  });

  it('writes line ends as the file does', () => {
    expect(text(setElement(open('<config>\r\n<a/></config>'), 'a', 'x\ny'))).toBe(
      '<config>\r\n<a>x\r\ny</a></config>',
    );
  });

  it('writes what the encoding lacks as a number, and never re-encodes', () => {
    const head = '<?xml version="1.0" encoding="windows-1251"?>';
    const bytes = bytesOf(`${head}<config><a>Ж</a><b>Ё</b></config>`, 'windows-1251', false);
    const after = setElement(openXml(bytes, { root: 'config' }), 'a', 'Щ ₽ 🍕');
    const expected = `${head}<config><a>Щ &#8381; &#127829;</a><b>Ё</b></config>`;
    expect(Buffer.from(after)).toEqual(Buffer.from(bytesOf(expected, 'windows-1251', false)));
    expect(elementAt(openXml(after, { root: 'config' }), 'a')?.text).toBe('Щ ₽ 🍕');
  });

  it.each(['\0', '\u0008', '\uFFFF', '\uD800'])('refuses the character %j', (character) => {
    expect(() => setElement(open('<config><a/></config>'), 'a', `x${character}`)).toThrow(
      'document.value-character',
    );
  });

  it('refuses a group, and an element that is not there', () => {
    const document = open('<config><g><a/></g></config>');
    expect(() => setElement(document, 'g', '1')).toThrow('document.group');
    expect(() => setElement(document, 'x', '1')).toThrow('document.no-element');
  });

  it('refuses a change after which the file would read otherwise', () => {
    const bytes = Buffer.from([
      ...Buffer.from('<config><a>'),
      0xd0,
      ...Buffer.from('</a></config>'),
    ]);
    const document = openXml(bytes, { root: 'config' });
    expect(document.encoding).toBe('windows-1251');
    expect(() => setElement(document, 'a', 'Р°')).toThrow('document.encoding-would-change');
  });
});

describe('leaving an element without a value', () => {
  it.each([
    ['<a>1</a>', '<a xsi:nil="true" />'],
    ["<a b='c' >1</a >", '<a b=\'c\' xsi:nil="true" />'],
    ['<a/>', '<a xsi:nil="true"/>'],
    ['<a b="c" />', '<a b="c" xsi:nil="true" />'],
    ['<a></a>', '<a xsi:nil="true" />'],
    ['<a xsi:nil="false">1</a>', '<a xsi:nil="true" />'],
    ['<a b="1" xsi:nil=\'0\' c="2"/>', '<a b="1" xsi:nil="true" c="2"/>'],
    ['<a><!-- c -->1<?p?></a>', '<a xsi:nil="true"><!-- c --><?p?></a>'],
    ['<a><![CDATA[1]]></a>', '<a xsi:nil="true" />'],
    ['<a><![CDATA[<? <!-- ]]>1<!-- c -->?></a>', '<a xsi:nil="true"><!-- c --></a>'],
    ['<a nil="true">1</a>', '<a nil="true" xsi:nil="true" />'],
  ])('%s becomes %s', (before, after) => {
    const bytes = setNil(open(inRoot(before)), 'a');
    expect(text(bytes)).toBe(inRoot(after));
    const read = elementAt(openXml(bytes, { root: 'config' }), 'a');
    expect(read).toMatchObject({ nil: true, text: '' });
  });

  it.each([
    [
      'declares the prefix where the file has none',
      '<config><a>1</a></config>',
      `<config><a ${XSI} xsi:nil="true" /></config>`,
    ],
    [
      "takes the file's own prefix",
      '<config xmlns:i="http://www.w3.org/2001/XMLSchema-instance"><a>1</a></config>',
      '<config xmlns:i="http://www.w3.org/2001/XMLSchema-instance"><a i:nil="true" /></config>',
    ],
    [
      'leaves a prefix of the same name and another meaning alone',
      '<config xmlns:xsi="urn:other"><a xsi:nil="1">1</a></config>',
      `<config xmlns:xsi="urn:other"><a xsi:nil="1" ${XSI.replace('xsi', 'xsi2')} xsi2:nil="true" /></config>`,
    ],
  ])('%s', (_, before, after) => {
    const bytes = setNil(open(before), 'a');
    expect(text(bytes)).toBe(after);
    expect(elementAt(openXml(bytes, { root: 'config' }), 'a')?.nil).toBe(true);
  });

  it('twice gives the very same bytes, and a value afterwards drops the mark', () => {
    const document = open(inRoot('<a xsi:nil="1"></a>'));
    expect(setNil(document, 'a')).toBe(document.bytes);
    const emptied = openXml(setNil(open(inRoot('<a>1</a>')), 'a'), { root: 'config' });
    expect(text(setElement(emptied, 'a', '1'))).toBe(inRoot('<a>1</a>'));
  });

  it('refuses a group, the root and an element that is not there', () => {
    const document = open(inRoot('<g><a/></g>'));
    expect(() => setNil(document, 'g')).toThrow('document.group');
    expect(() => setNil(document, '')).toThrow('document.root');
    expect(() => setNil(document, 'x')).toThrow('document.no-element');
  });
});

describe('inserting an element', () => {
  it.each([
    [
      '<config>\r\n  <a/>\r\n</config>\r\n',
      '',
      '<config>\r\n  <a/>\r\n  <n>1</n>\r\n</config>\r\n',
    ],
    ['<config>\n\t<a/>\n</config>', '', '<config>\n\t<a/>\n\t<n>1</n>\n</config>'],
    ['<config><a/></config>', '', '<config><a/><n>1</n></config>'],
    ['<config/>', '', '<config><n>1</n></config>'],
    [
      '<?xml version="1.0"?>\r\n<config />',
      '',
      '<?xml version="1.0"?>\r\n<config>\r\n  <n>1</n>\r\n</config>',
    ],
    ['<config>\n</config>', '', '<config>\n  <n>1</n>\n</config>'],
    ['<config>\n  <!-- c -->\n</config>', '', '<config>\n  <!-- c -->\n  <n>1</n>\n</config>'],
    [
      '<config>\n    <g/>\n</config>',
      'g',
      '<config>\n    <g>\n        <n>1</n>\n    </g>\n</config>',
    ],
    [
      '<config>\n  <g>\n    <a/>\n  </g>\n</config>',
      'g',
      '<config>\n  <g>\n    <a/>\n    <n>1</n>\n  </g>\n</config>',
    ],
    [
      '<config>\n  <a/> <!-- c -->\n</config>',
      '',
      '<config>\n  <a/> <!-- c -->\n  <n>1</n>\n</config>',
    ],
    ['<config>\r  <a/>\r</config>', '', '<config>\r  <a/>\r  <n>1</n>\r</config>'],
    [
      '<config>\r\n  <a/>\n  <b/>\n</config>',
      '',
      '<config>\r\n  <a/>\n  <b/>\n  <n>1</n>\n</config>',
    ],
  ])('%# %j in «%s»', (before, parent, after) => {
    expect(text(insertElement(open(before), parent, 'n', '1'))).toBe(after);
  });

  it('drops the nil of its group', () => {
    const document = open(inRoot('<g xsi:nil="true" />'));
    expect(text(insertElement(document, 'g', 'n', '1'))).toBe(inRoot('<g><n>1</n></g>'));
  });

  it.each(['1a', 'a b', '', 'a<', '-x'])('refuses the name %j', (name) => {
    expect(() => insertElement(open('<config/>'), '', name, '')).toThrow('document.element-name');
  });

  it('refuses an unknown prefix, and a value as its parent', () => {
    expect(() => insertElement(open('<config/>'), '', 'p:a', '')).toThrow('document.xml.prefix');
    const document = open('<config><a>1</a></config>');
    expect(() => insertElement(document, 'a', 'b', '')).toThrow('document.not-a-group');
  });
});

describe('removing an element', () => {
  it.each([
    ['<config>\r\n  <a/>\r\n  <b/>\r\n</config>', 'b', '<config>\r\n  <a/>\r\n</config>'],
    ['<config>\n  <a/>\n</config>', 'a', '<config>\n</config>'],
    ['<config><a/><b/></config>', 'a', '<config><b/></config>'],
    ['<config>\n  <a/> <!-- c -->\n</config>', 'a', '<config>\n   <!-- c -->\n</config>'],
    ['<config>\n  <a/>\n\n  <a>2</a>\n</config>', 'a[2]', '<config>\n  <a/>\n\n</config>'],
  ])('%j without %s', (before, path, after) => {
    expect(text(removeElement(open(before), path))).toBe(after);
  });

  it('refuses the root', () => {
    expect(() => removeElement(open('<config/>'), '')).toThrow('document.root');
  });
});

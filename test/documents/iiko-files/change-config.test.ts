import { describe, expect, test } from 'vitest';
import {
  changeConfig,
  rewriteConfig,
  type ConfigEdit,
} from '../../../main/documents/iiko-files/change-config.ts';
import { keepLineEnds } from '../../../main/documents/iiko-files/keep-line-ends.ts';
import { openConfig } from '../../../main/documents/iiko-files/open-config.ts';
import type { ConfigFileKind } from '../../../main/domain/config-files/config-file.ts';
import { NIL } from '../../../main/domain/config-files/config-value.ts';
import type { Failure } from '../../../main/domain/failure.ts';

const FRONT = [
  '<?xml version="1.0"?>',
  '<config xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
  '\t<serverUrl>https://a.example.org/resto</serverUrl>',
  '\t<fastMenuConfig>',
  '\t\t<width xsi:nil="true" />',
  '\t</fastMenuConfig>',
  '\t<allowedParsers>auth</allowedParsers> <!-- карты -->',
  '\t<allowedParsers>barcode</allowedParsers>',
  '\t<allowedParsers>discount</allowedParsers>',
  '</config>',
  '',
].join('\r\n');

type Edits = readonly ConfigEdit[];

const change = (text: string, edits: Edits, kind: ConfigFileKind = 'front'): string =>
  Buffer.from(changeConfig(openConfig(kind, Buffer.from(text)), edits)).toString();

const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'nothing';
  } catch (error) {
    return (error as Failure).code;
  }
};

describe('settings', () => {
  test('entries carry their address, their number and their line', () => {
    const { entries, root } = openConfig('front', Buffer.from(FRONT));
    expect(root).toBe('config');
    expect(
      entries.map(({ address, count, line, nil, group }) => [address, count, line, nil, group]),
    ).toEqual([
      ['serverUrl', 1, 3, false, false],
      ['fastMenuConfig', 1, 4, false, true],
      ['fastMenuConfig/width', 1, 5, true, false],
      ['allowedParsers', 3, 7, false, false],
      ['allowedParsers[2]', 3, 8, false, false],
      ['allowedParsers[3]', 3, 9, false, false],
    ]);
  });

  test.each<[string, Edits, string, string]>([
    ['a value', [{ element: 'allowedParsers[2]', value: 'x' }], 'barcode', 'x'],
    [
      'a value where there was none on purpose',
      [{ element: 'fastMenuConfig/width', value: '300' }],
      '<width xsi:nil="true" />',
      '<width>300</width>',
    ],
    [
      'a new element',
      [{ element: 'showDeliveryListOnLogin', value: 'true' }],
      '\r\n</config>',
      '\r\n\t<showDeliveryListOnLogin>true</showDeliveryListOnLogin>\r\n</config>',
    ],
    [
      'a new element of a group',
      [{ element: 'fastMenuConfig/enabled', value: 'true' }],
      '\r\n\t</fastMenuConfig>',
      '\r\n\t\t<enabled>true</enabled>\r\n\t</fastMenuConfig>',
    ],
    [
      'one more of a list',
      [{ element: 'allowedParsers[4]', value: 'own' }],
      '\r\n</config>',
      '\r\n\t<allowedParsers>own</allowedParsers>\r\n</config>',
    ],
    [
      'several removed, by the numbers of the file as it was',
      [
        { element: 'allowedParsers[2]', value: null },
        { element: 'allowedParsers[3]', value: null },
      ],
      '\r\n\t<allowedParsers>barcode</allowedParsers>\r\n\t<allowedParsers>discount</allowedParsers>',
      '',
    ],
  ])('%s changes and nothing else', (_, edits, from, to) => {
    expect(change(FRONT, edits)).toBe(FRONT.replace(from, to));
  });

  test('a new group is made for its element', () => {
    expect(
      change('<config></config>', [{ element: 'fastMenuConfig/enabled', value: 'true' }]),
    ).toMatch(/^<config><fastMenuConfig><enabled>true<\/enabled><\/fastMenuConfig><\/config>$/);
  });

  test('a number that may be null is emptied, made so in a new group, and given a value again', () => {
    const width = 'fastMenuConfig/width';
    const given = FRONT.replace('<width xsi:nil="true" />', '<width>300</width>');
    expect(change(given, [{ element: width, value: NIL }])).toBe(FRONT);
    expect(change(FRONT, [{ element: width, value: NIL }])).toBe(FRONT);
    expect(change('<config/>', [{ element: width, value: NIL }])).toMatch(
      /^<config><fastMenuConfig><width xmlns:xsi="[^"]+" xsi:nil="true" \/><\/fastMenuConfig><\/config>$/,
    );
    expect(change('<config><own>1</own></config>', [{ element: 'own', value: NIL }])).toContain(
      'xsi:nil="true"',
    );
  });

  test('an edit and its opposite are nothing', () => {
    const there = change(FRONT, [{ element: 'serverUrl', value: 'x & <y>' }]);
    const back = change(there, [{ element: 'serverUrl', value: 'https://a.example.org/resto' }]);
    expect(back).toBe(FRONT);
  });

  test.each<[Edits[number], string]>([
    [{ element: 'AllowedParsers', value: 'x' }, 'config-files.wrong-name'],
    [{ element: 'allowHandCardRoll', value: 'true' }, 'config-files.wrong-name'],
    [{ element: 'allowedParsers[9]', value: 'x' }, 'document.no-element'],
    [{ element: 'nothing', value: null }, 'document.no-element'],
    [{ element: 'fastMenuConfig', value: 'x' }, 'document.group'],
    [{ element: 'a b', value: 'x' }, 'document.element-name'],
    [{ element: 'serverUrl', value: NIL }, 'config-files.not-nillable'],
    [{ element: 'fastmenuconfig/width', value: NIL }, 'config-files.wrong-name'],
    [{ element: 'fastMenuConfig', value: NIL }, 'config-files.not-nillable'],
  ])('%j is refused: %s', (edit, code) => {
    expect(codeOf(() => change(FRONT, [edit]))).toBe(code);
  });

  test('properties likewise', () => {
    const text = '# комментарий\r\nother=1\r\n';
    const key = 'enable-create-delivery-without-customer';
    const bytes = Buffer.from(text, 'latin1');
    const document = openConfig('resto-properties', bytes);
    const added = changeConfig(document, [{ element: key, value: 'true' }]);
    expect(Buffer.from(added).toString('latin1')).toBe(
      `${bytes.toString('latin1')}${key}=true\r\n`,
    );
    const again = openConfig('resto-properties', added);
    expect(changeConfig(again, [{ element: key, value: 'true' }])).toEqual(added);
    expect(Buffer.from(changeConfig(again, [{ element: key, value: null }]))).toEqual(bytes);
    const nil = [{ element: key, value: NIL }];
    expect(codeOf(() => changeConfig(again, nil))).toBe('config-files.not-nillable');
    const wrong = [{ element: key.toUpperCase(), value: 'true' }];
    expect(codeOf(() => changeConfig(document, wrong))).toBe('config-files.wrong-name');
  });

  test('a log has no settings', () => {
    expect(codeOf(() => openConfig('log', Buffer.from('x')))).toBe('config-files.no-settings');
  });
});

describe('the whole text', () => {
  test('is written in the encoding of the file', () => {
    const head = '<?xml version="1.0" encoding="windows-1251"?>\r\n';
    const text = `${head}<config><serverUrl>http://a/resto</serverUrl><!-- \u0451 --></config>`;
    const bytes = Buffer.from(
      [...text].map((one) => (one === '\u0451' ? 0xb8 : one.charCodeAt(0))),
    );
    const document = openConfig('front', bytes);
    const typed = text.replace('http://a/', 'http://б/');
    const written = rewriteConfig(document, typed);
    expect(written.length).toBe(bytes.length);
    expect([...written].filter((byte, at) => byte !== bytes[at])).toEqual([0xe1]);
    expect(codeOf(() => rewriteConfig(document, text.replace('http', '漢')))).toBe(
      'config-files.foreign-character',
    );
  });

  test('must stay a sound file with the same root', () => {
    const document = openConfig('front', Buffer.from(FRONT));
    for (const typed of ['', '<config>', '<other/>', `${FRONT}<config/>`]) {
      expect(codeOf(() => rewriteConfig(document, typed))).toMatch(/^document\./);
    }
  });
});

test.each([
  ['a\r\nb\r\n', 'a\nB\n', 'a\r\nB\r\n'],
  ['a\r\nb\r\n', 'a\nx\nb\n', 'a\r\nx\r\nb\r\n'],
  ['a\r\nb\nc\r\n', 'a\nb\nc\nd\n', 'a\r\nb\nc\r\nd\r\n'],
  ['a\r\nb', 'a\nb', 'a\r\nb'],
  ['a\r\nb', 'a\nb\n', 'a\r\nb\r\n'],
  ['a\rb\r', 'a\nb\nc', 'a\rb\rc'],
  ['a\nb\n', 'a\nc\n', 'a\nc\n'],
  ['a\r\nb\r\n', 'a\r\nc\n', 'a\r\nc\n'],
  ['', 'a\n', 'a\n'],
])('%j typed as %j becomes %j', (original, typed, kept) => {
  expect(keepLineEnds(original, typed)).toBe(kept);
});

import { zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../../main/documents/archive/open-archive.ts';
import { Dice } from '../../../main/demo/seeded.ts';
import { Failure } from '../../../main/domain/failure.ts';
import { packArchive, type Packed } from './pack-archive.ts';

const all = (): boolean => true;
const open = (...files: Packed[]) => openArchive(packArchive(files), all);
const paths = (...files: Packed[]): string[] => open(...files).map(({ path }) => path);
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString();

describe('a zip of another terminal', () => {
  it('gives its files, packed or stored, and no folders', () => {
    const stored = { name: 'a/config.xml', method: 0, bytes: Buffer.from('<config>1</config>') };
    const files = open({ name: 'a/', bytes: Buffer.alloc(0), method: 0 }, stored, {
      name: 'b.xml',
    });
    expect(files.map(({ path, bytes }) => [path, text(bytes)])).toEqual([
      ['a/config.xml', '<config>1</config>'],
      ['b.xml', '<config/>'],
    ]);
  });

  it('unpacks what another program packed', () => {
    const zip = zipSync({
      'PluginConfigs/x.xml': Buffer.from('<config/>'),
      'e.txt': Buffer.alloc(0),
    });
    const files = openArchive(zip, (path) => path.endsWith('.xml'));
    expect(files.map(({ path }) => path)).toEqual(['PluginConfigs/x.xml']);
  });

  it('reads Cyrillic names in UTF-8 and in cp866', () => {
    const cp866 = iconv.encode('Касса 2/настройки.xml', 'cp866');
    expect(paths({ name: 'Ёлка.xml', isUtf8: true }, { name: cp866 })).toEqual([
      'Ёлка.xml',
      'Касса 2/настройки.xml',
    ]);
  });

  it('takes backslashes between folders, as some programs write them', () => {
    expect(paths({ name: 'a\\b\\config.xml' })).toEqual(['a/b/config.xml']);
  });

  it('is found behind a comment', () => {
    expect(openArchive(packArchive([{ name: 'a.xml' }], 'packed by hand'), all)).toHaveLength(1);
  });
});

describe('names that lead out of a folder', () => {
  it.each([
    '../config.xml',
    'a/../../config.xml',
    '..\\config.xml',
    '/etc/passwd',
    '\\Windows\\win.ini',
    'C:/config.xml',
    'C:config.xml',
    '\\\\server\\share\\x.xml',
    '//server/share/x.xml',
    '\\\\?\\C:\\x.xml',
    'config.xml:hidden',
    'NUL',
    'con.xml',
    'a/COM1.txt',
    'LPT¹',
    'aux .xml',
    'CONIN$',
    'a/config.xml.',
    'a /config.xml',
    'a./config.xml',
    './config.xml',
    'a//config.xml',
    'a\0.xml',
    'a\n.xml',
    'a?.xml',
    'x'.repeat(300),
    '',
  ])('%j is refused with the whole archive', (name) => {
    const files = [{ name: 'good.xml' }, { name, isUtf8: true }];
    expect(() => open(...files)).toThrow('document.archive.name');
  });
});

describe('archives that want to harm', () => {
  const megabytes = (count: number): Uint8Array => Buffer.alloc(count * 1024 * 1024);
  it.each<[string, string, readonly Packed[]]>([
    ['a bomb by its ratio', 'bomb', [{ name: 'a.xml', bytes: megabytes(8) }]],
    ['a file too large', 'bomb', [{ name: 'a.xml', bytes: megabytes(17), method: 0 }]],
    ['a bomb that claims to be small', 'damaged', [{ name: 'a', bytes: megabytes(8), claims: 9 }]],
    ['a file that claims to be larger', 'damaged', [{ name: 'a', claims: 10_000 }]],
    ['an archive inside', 'nested', [{ name: 'a.zip' }]],
    ['a link', 'link', [{ name: 'a', unixMode: 0o120777 }]],
    ['a password', 'encrypted', [{ name: 'a', flags: 1 }]],
    ['an unknown method', 'method', [{ name: 'a', method: 9 }]],
    ['two headers for one file', 'overlap', [{ name: 'a' }, { name: 'a', sharesWith: 0 }]],
    ['another name in its own header', 'damaged', [{ name: 'a', localName: 'b' }]],
    ['one name twice', 'twice', [{ name: 'Config.xml' }, { name: 'config.XML' }]],
    ['names that are no UTF-8', 'name', [{ name: Buffer.from([0xc3, 0x28]), isUtf8: true }]],
  ])('%s', (_, reason, files) => {
    expect(() => open(...files)).toThrow(`document.archive.${reason}`);
  });

  it('many files', () => {
    const files = Array.from({ length: 5_001 }, (_, index) => ({
      name: `${index}.xml`,
      method: 0,
    }));
    expect(() => open(...files)).toThrow('document.archive.too-many');
  });

  it('many files that are large together', () => {
    const bytes = megabytes(15);
    const files = Array.from({ length: 9 }, (_, index) => ({ name: `${index}`, bytes, method: 0 }));
    expect(() => open(...files)).toThrow('document.archive.too-large');
  });

  it.each([0, 1, 21, 22, 100])('%i bytes of anything', (length) => {
    expect(() => openArchive(Buffer.alloc(length, 'P'), all)).toThrow('document.archive.damaged');
  });

  it('damaged at any byte it is read right or refused', () => {
    const sound = packArchive([{ name: 'a.xml' }, { name: 'b/c.xml', isUtf8: true }]);
    const dice = new Dice(7);
    for (let at = 0; at < sound.length * 4; at += 1) {
      const bytes = Uint8Array.from(sound);
      bytes[at % sound.length] = dice.below(256);
      try {
        for (const file of openArchive(bytes, all)) expect(text(file.bytes)).toBe('<config/>');
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
      }
    }
  });
});

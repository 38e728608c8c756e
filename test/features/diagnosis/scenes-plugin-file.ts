import { plugin } from './planted-file.ts';
import type { Scene } from './scene.ts';
import {
  CALL_CENTRE,
  configXml,
  FRONT_FILE,
  OFFICE_FILE,
  PLUGIN_FILE,
  pluginXml,
  TILL_LOG,
} from './till-folder.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const windows1251 = (text: string): Uint8Array =>
  Uint8Array.from(text, (letter) => {
    const code = letter.charCodeAt(0);
    return code < 128 ? code : code - 0x350;
  });

/** Faults of the plugin's file. */
export const FILE_SCENES: readonly Scene[] = [
  {
    name: 'nothing of iiko on this PC',
    expected: 'file.front-never-started',
    plant: (world) => world.files.clear(),
  },
  {
    name: 'a back office without a till',
    expected: 'file.office-only',
    plant: (world) => {
      world.files.clear();
      world.files.set(OFFICE_FILE, configXml([['Login', 'admin']]));
    },
  },
  {
    name: 'a till whose delivery plugin never ran',
    expected: 'file.plugin-never-started',
    plant: (world) => void world.files.delete(PLUGIN_FILE),
  },
  { name: 'an empty file', expected: 'file.empty', plant: plugin('') },
  { name: 'only white space', expected: 'file.empty', plant: plugin('\r\n  \r\n') },
  {
    name: 'filled with NUL after a power cut',
    expected: 'file.nul-filled',
    plant: plugin(new Uint8Array(512)),
  },
  {
    name: 'cut off in the middle of the address',
    expected: 'file.not-well-formed',
    plant: plugin(pluginXml().slice(0, 220)),
  },
  {
    name: 'a tag closed by another name',
    expected: 'file.not-well-formed',
    plant: plugin(pluginXml().replace('</serverUrl>', '</serverURL>')),
  },
  {
    name: 'an ampersand that a hand typed',
    expected: 'file.not-well-formed',
    plant: plugin(pluginXml({ serverUrl: 'http://callcentre.example.org:8080/resto?a=1&b=2' })),
  },
  {
    name: 'an entity bomb',
    expected: 'file.forbidden-markup',
    plant: plugin(
      '<?xml version="1.0"?><!DOCTYPE config [<!ENTITY a "1">]><config><serverUrl>&a;</serverUrl></config>',
    ),
  },
  {
    name: 'another program’s file',
    expected: 'file.wrong-root',
    plant: plugin('<?xml version="1.0"?><settings><serverUrl>x</serverUrl></settings>'),
  },
  {
    name: 'two files pasted together',
    expected: 'file.two-roots',
    plant: plugin(`${pluginXml()}\r\n<config></config>`),
  },
  {
    name: 'an encoding nobody here knows',
    expected: 'file.unknown-encoding',
    plant: plugin(pluginXml().replace('"1.0"?', '"1.0" encoding="koi8-r"?')),
  },
  {
    name: 'saved as ANSI by a script that left the declaration',
    expected: 'file.wrong-encoding',
    plant: plugin(windows1251(pluginXml().replace('</config>', '<!-- касса --></config>'))),
  },
  {
    name: 'larger than any settings',
    expected: 'file.too-large',
    plant: plugin(`${pluginXml()}${' '.repeat(17 * 1024 * 1024)}`),
  },
  {
    name: 'no address of the call centre',
    expected: 'file.server-url-missing',
    plant: plugin(pluginXml({ serverUrl: null })),
  },
  {
    name: 'an empty address',
    expected: 'file.server-url-missing',
    plant: plugin(pluginXml({ serverUrl: ' ' })),
  },
  {
    name: 'an address only in a comment',
    expected: 'file.server-url-missing',
    plant: plugin(
      pluginXml({ serverUrl: null }).replace(
        '</config>',
        `<!-- <serverUrl>${CALL_CENTRE}</serverUrl> --></config>`,
      ),
    ),
  },
  {
    name: 'two different addresses',
    expected: 'file.server-url-twice',
    plant: plugin(
      pluginXml().replace(
        '<serverUrl>',
        '<serverUrl>http://10.0.0.5:8080/resto</serverUrl><serverUrl>',
      ),
    ),
  },
  {
    name: 'the same address twice is no fault',
    expected: 'arriving',
    plant: plugin(
      pluginXml().replace('<serverUrl>', `<serverUrl>${CALL_CENTRE}</serverUrl><serverUrl>`),
    ),
  },
  {
    name: 'a name in the wrong case',
    expected: 'file.server-url-wrong-case',
    plant: plugin(pluginXml().replaceAll('serverUrl', 'ServerUrl')),
  },
  {
    name: 'an address without a scheme',
    expected: 'file.server-url-not-address',
    plant: plugin(pluginXml({ serverUrl: 'callcentre.example.org/resto' })),
  },
  {
    name: 'words instead of an address',
    expected: 'file.server-url-not-address',
    plant: plugin(pluginXml({ serverUrl: 'адрес колл-центра' })),
  },
  {
    name: 'a timeout with its unit',
    expected: 'file.timeout-not-number',
    plant: plugin(pluginXml({ timeout: '30 с' })),
  },
  {
    name: 'a timeout of nothing',
    expected: 'file.timeout-not-number',
    plant: plugin(pluginXml({ timeout: '0' })),
  },
  {
    name: 'windows-1251 with a Russian comment is no fault',
    expected: 'arriving',
    plant: plugin(
      windows1251(
        pluginXml()
          .replace('"1.0"?', '"1.0" encoding="windows-1251"?')
          .replace('</config>', '<!-- касса --></config>'),
      ),
    ),
  },
  {
    name: 'a byte order mark is no fault',
    expected: 'arriving',
    plant: plugin(Uint8Array.from([0xef, 0xbb, 0xbf, ...encode(pluginXml())])),
  },
  {
    name: 'damaged settings of the till beside a good plugin file are no proof',
    expected: 'arriving',
    plant: (world) => {
      world.files.set(FRONT_FILE, 'x');
      world.files.delete(TILL_LOG);
    },
  },
];

import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApplication, type Application } from '../../main/application.ts';
import { Failure } from '../../main/domain/failure.ts';
import { COMMANDS } from '../../main/hosts/cli/commands.ts';
import { readCommand } from '../../main/hosts/cli/read-command.ts';
import { runCommand } from '../../main/hosts/cli/run-command.ts';
import { openTexts } from '../../main/hosts/texts.ts';
import { quietOutside } from '../support/application-with-orders.ts';

const TEXT = [
  '<?xml version="1.0"?>',
  '<config>',
  '  <serviceMethodTimeoutMilliseconds>10000</serviceMethodTimeoutMilliseconds>',
  '  <serverUrl>https://callcenter.example.org/resto</serverUrl>',
  '  <terminalId>7b3f5d0e-4c1a-4f5e-9a61-2f0c7f6b1d11</terminalId>',
  '</config>',
  '',
].join('\r\n');
const TIMEOUT = 'serviceMethodTimeoutMilliseconds';

let folder = '';
let file = '';
let application: Application;

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'desk-config-')));
  file = join(folder, 'till', 'plugin.xml');
  mkdirSync(join(folder, 'till'));
  writeFileSync(file, TEXT);
  application = createApplication(quietOutside(join(folder, 'data'), Date.now));
});
afterAll(async () => {
  await application.close();
  rmSync(folder, { recursive: true, force: true });
});

type Ran = Readonly<{ code: number; document: Record<string, unknown>; err: string }>;

/** The command as `desk` runs it, all of them upon one core: starting it again costs a second. */
async function desk(...args: string[]): Promise<Ran> {
  const said: string[] = [];
  const texts = openTexts('ru');
  try {
    const { command, words, options } = readCommand(['config', ...args], COMMANDS);
    const result = await command!.run({
      words,
      options,
      dataFolder: folder,
      core: async () => application,
      explain: (failure) => texts.failure(failure),
      text: texts.text,
      say: (line) => void said.push(line),
      print: () => undefined,
    });
    const document = JSON.parse(JSON.stringify(result?.document)) as Ran['document'];
    return { code: result?.reached ? 0 : 1, err: said.join('\n'), document };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const document = { ok: false, failure: error.toData() };
    return { code: 1, err: texts.failure(error), document };
  }
}

const onDisk = (): string => readFileSync(file, 'utf8');

test('check says how the file is written and what is wrong with it, in words', async () => {
  const { code, document } = await desk('check', file);
  expect([code, document]).toEqual([
    0,
    {
      file,
      encoding: 'utf-8',
      bom: false,
      newline: 'crlf',
      root: 'config',
      findings: [
        {
          level: 'warning',
          code: 'timeout-short-for-internet',
          element: TIMEOUT,
          message: expect.stringMatching(/10000 мс \(10 с\) .*30000/),
        },
      ],
    },
  ]);
});

test('a refused file ends with 1 and the failure, as `desk` prints it', async () => {
  const broken = join(folder, 'till', 'broken.xml');
  writeFileSync(broken, TEXT.slice(0, 60));
  let out = '';
  let err = '';
  const streams = {
    out: (text: string) => void (out += text),
    err: (text: string) => void (err += text),
  };
  const words = ['config', 'check', broken, '--data', join(folder, 'data of its own')];
  const code = await runCommand(words, streams);
  expect([code, JSON.parse(out)]).toMatchObject([
    1,
    {
      ok: false,
      failure: { kind: 'invalid', code: 'document.xml.truncated', params: { line: 3 } },
    },
  ]);
  expect(err).toMatch(/обрывается/);
});

test('a file over 16 MB is refused with the place up to which it would be taken', async () => {
  const large = join(folder, 'till', 'large.xml');
  writeFileSync(large, Buffer.alloc(16 * 1024 * 1024 + 1, '<config>\r\n'));
  const { code, document, err } = await desk('check', large);
  const params = { byte: 16_777_216, line: 1_677_722 };
  expect([code, document]).toMatchObject([1, { failure: { kind: 'invalid', params } }]);
  expect(err).toMatch(/16 МБ.* 16.?777.?216.* 1.?677.?722/u);
});

test('get, set, history, undo, restore and diff of one file', async () => {
  expect((await desk('get', file, TIMEOUT)).document).toMatchObject({
    value: '10000',
    recommended: '30000',
    known: { rule: 'F3' },
  });
  const set = await desk('set', file, TIMEOUT, '30000', '--why', 'слабый интернет');
  expect([set.code, set.document, onDisk()]).toMatchObject([
    0,
    { version: 2, changed: true, before: '10000', after: '30000' },
    TEXT.replace('10000', '30000'),
  ]);
  expect(set.err).toMatch(/iikoFront/);
  expect((await desk('history', file)).document).toMatchObject({
    versions: [
      { number: 2, origin: 'edited', why: 'слабый интернет', current: true },
      { number: 1, origin: 'seen', current: false },
    ],
  });
  const diff = await desk('diff', `${file}@1`, file);
  expect(diff.document).toMatchObject({ same: false });
  expect((await desk('undo', file)).document).toMatchObject({ version: 3, changed: true });
  expect(onDisk()).toBe(TEXT);
  expect(await desk('restore', file)).toMatchObject({
    code: 1,
    document: { failure: { kind: 'invalid', code: 'cli.words' } },
  });
  await desk('restore', file, '--version', '2');
  expect(onDisk()).toBe(TEXT.replace('10000', '30000'));
  await desk('undo', file);
  expect(onDisk()).toBe(TEXT);
});

test('what needs a word of consent is refused until it is given', async () => {
  const refused = await desk('set', file, 'terminalId', '--remove');
  expect([refused.code, refused.document, onDisk()]).toMatchObject([
    1,
    { failure: { kind: 'refused', code: 'config-files.doubted' } },
    TEXT,
  ]);
  expect(refused.err).toMatch(/идентификатор терминала/);
  expect((await desk('set', file, 'terminalId', '--remove', '--force')).code).toBe(0);
  expect(onDisk()).not.toContain('terminalId');
  expect((await desk('undo', file)).code).toBe(0);
  expect(onDisk()).toBe(TEXT);
});

test('a number that may be null is left without a value, and nothing else is', async () => {
  const front = join(folder, 'till', 'config.xml');
  const text =
    '<config>\r\n  <fastMenuConfig>\r\n    <width>300</width>\r\n  </fastMenuConfig>\r\n</config>';
  writeFileSync(front, text);
  const width = 'fastMenuConfig/width';
  expect((await desk('set', front, width, '--nil', '--kind', 'front')).document).toMatchObject({
    before: '300',
    after: null,
    nil: true,
  });
  expect(readFileSync(front, 'utf8')).toMatch(/<width xmlns:xsi="\S+" xsi:nil="true" \/>/);
  expect((await desk('get', front, width)).document).toMatchObject({ nil: true });
  expect((await desk('undo', front)).code).toBe(0);
  expect(readFileSync(front, 'utf8')).toBe(text);
  expect((await desk('set', file, TIMEOUT, '--nil')).document).toMatchObject({
    failure: { kind: 'invalid', code: 'config-files.not-nillable' },
  });
  expect((await desk('set', file, TIMEOUT, '--nil', '--remove')).document).toMatchObject({
    failure: { code: 'cli.words' },
  });
});

test('find names the files under a folder', async () => {
  const till = join(folder, 'roaming', 'iiko', 'CashServer');
  mkdirSync(till, { recursive: true });
  writeFileSync(join(till, 'config.xml'), '<config/>');
  const { document } = await desk('find', '--root', join(folder, 'roaming'));
  expect(document).toMatchObject({
    files: [{ kind: 'front', brand: 'iiko', place: till }],
    absent: [{ kind: 'delivery-plugin', message: expect.stringMatching(/[а-я]{3}/) }],
    searched: [join(folder, 'roaming')],
  });
});

test('the topology decides which address is right', async () => {
  expect((await desk('topology')).document).toEqual({ topology: null });
  await desk('topology', '--venues', 'chain', '--call-centre', 'https://other.example.org/resto');
  const { document } = await desk('check', file);
  expect(document).toMatchObject({
    findings: [
      { level: 'error', code: 'call-centre-differs', element: 'serverUrl' },
      { code: 'timeout-short-for-internet' },
    ],
  });
  const refused = await desk('topology', '--venues', 'many');
  expect(refused.document).toMatchObject({ failure: { code: 'cli.option' } });
});

test.each([
  [['get', 'nothing'], 'cli.words'],
  [['check'], 'cli.words'],
  [['check', '/none/x.xml'], 'config-files.gone'],
  [['restore', '/none/x.xml'], 'config-files.gone'],
])('%j is refused: %s', async (args, code) => {
  expect(await desk(...args)).toMatchObject({ code: 1, document: { failure: { code } } });
});

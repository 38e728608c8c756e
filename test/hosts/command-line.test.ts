import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { COMMANDS } from '../../main/hosts/cli/commands.ts';
import { helpText } from '../../main/hosts/cli/help-text.ts';
import { readCommand } from '../../main/hosts/cli/read-command.ts';
import { runCommand } from '../../main/hosts/cli/run-command.ts';
import { listTopics } from '../../main/hosts/cli/topics-command.ts';
import { openTexts } from '../../main/hosts/texts.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'desk-cli-'));

type Ran = Readonly<{ code: number; document: Record<string, unknown>; out: string; err: string }>;

async function run(...args: string[]): Promise<Ran> {
  let out = '';
  let err = '';
  const streams = {
    out: (text: string) => void (out += text),
    err: (text: string) => void (err += text),
  };
  const code = await runCommand(args, streams);
  const isDocument = out.startsWith('{');
  return { code, out, err, document: isDocument ? (JSON.parse(out) as Ran['document']) : {} };
}

test('every topic of the contract with the schema of its input', () => {
  const topics = listTopics();
  expect(topics.length).toBeGreaterThan(30);
  expect(topics.find(({ topic }) => topic === 'profiles.remove')).toMatchObject({
    lane: 'core',
    input: { type: 'object', required: ['profileId'], additionalProperties: false },
  });
});

test('help shows every command with a sample, in both languages', async () => {
  for (const language of ['ru', 'en'] as const) {
    const help = helpText(COMMANDS, openTexts(language));
    expect(help).not.toMatch(/cli\.help/);
    for (const { usage } of COMMANDS) expect(help).toContain(usage);
  }
  const { code, out, err } = await run('--help');
  expect([code, err, out.includes('desk')]).toEqual([0, '', true]);
  expect((await run('sync', '--help')).out).toContain('sync [--connection ID]');
});

test.each([
  [['bogus'], 'cli.unknown-command'],
  [['sync', '--port', '5'], 'cli.option'],
  [['sync', '--connection', 'x'], 'cli.option'],
  [['sync', '--nothing'], 'cli.option'],
  [['call'], 'cli.words'],
  [['sync', '3'], 'cli.words'],
  [['import', 'orders'], 'cli.words'],
  [['report', 'sales'], 'cli.report-name'],
  [['report', 'channels', '--from', '2026-11-01', '--to', 'x'], 'cli.option'],
  [
    ['connect', 'iiko-cloud', '--api-login', 'x'.repeat(20), '--zone', 'Mars/Base'],
    'connections.unknown-zone',
  ],
  [['demo', '--orders', '10', '--days', '0'], 'cli.option'],
  [['call', 'settings.about', '{'], 'cli.not-json'],
  [['connect', 'iiko-cloud'], 'cli.login-missing'],
  [['connect', 'iiko-cloud', '--api-key', 'x'], 'cli.login-missing'],
  [['connect', 'iiko-biz', '--user-id', 'x'], 'cli.user-missing'],
  [
    ['connect', 'iiko-biz', '--user-id', 'demoDelivery', '--secret', 'short1'],
    'iiko-biz.user-secret-short',
  ],
  [['demo'], 'cli.demo-words'],
  [['demo', 'serve', '--faults', 'zzz'], 'demo.fault-unreadable'],
  [['demo', 'serve', '--clock', 'yesterday'], 'cli.option'],
])('%j ends as a failure, as a document and as a Russian sentence', async (args, code) => {
  const ran = await run(...args, '--data', await newFolder());
  expect([ran.code, ran.document]).toMatchObject([
    1,
    { ok: false, failure: { kind: 'invalid', code } },
  ]);
  expect(ran.err).toMatch(/[а-я]{3}/);
});

test('no command at all shows the help as a message', async () => {
  const { code, out, err } = await run();
  expect([code, out, err.includes('desk')]).toEqual([1, '', true]);
});

test('demo serve is another command than demo', () => {
  const name = (...args: string[]): unknown => readCommand(args, COMMANDS).command?.name;
  expect(name('demo', 'serve')).toEqual(['demo', 'serve']);
  expect(name('demo', '--orders', '5')).toEqual(['demo']);
});

test('call prints the outcome, good or bad', async () => {
  const data = await newFolder();
  const good = await run('call', 'settings.about', '{}', '--data', data);
  expect([good.code, good.document]).toMatchObject([
    0,
    { ok: true, value: { host: 'command-line', dataFolder: data } },
  ]);
  const bad = await run('call', 'settings.about', '{"x":1}', '--data', data);
  expect([bad.code, bad.document]).toMatchObject([1, { ok: false, failure: { kind: 'invalid' } }]);
  expect(bad.err).not.toBe('');
});

/** Runs the `bin` as its own process under the Node given. */
function runBin(
  node: string,
  args: readonly string[],
): Promise<Readonly<{ code: number | null; out: string }>> {
  const child = spawn(node, [join(ROOT, 'main/hosts/cli/bin.js'), ...args]);
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  return new Promise((settle) => child.once('close', (code) => settle({ code, out })));
}

test('the bin answers', async () => {
  const { code, out } = await runBin(process.execPath, ['topics']);
  expect([code, Object.keys(JSON.parse(out) as object)]).toEqual([0, ['topics']]);
});

const MACHINE_NODE = '/usr/bin/node';
test.skipIf(!existsSync(MACHINE_NODE))('under the machine’s own Node it runs on ours', async () => {
  const data = await newFolder();
  const { code, out } = await runBin(MACHINE_NODE, [
    'call',
    'settings.about',
    '{}',
    '--data',
    data,
  ]);
  expect([code, JSON.parse(out)]).toMatchObject([0, { ok: true }]);
  expect((await runBin(MACHINE_NODE, ['bogus'])).code).toBe(1);
});

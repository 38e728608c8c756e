import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { Failure } from '../../main/domain/failure.ts';
import { runCommand } from '../../main/hosts/cli/run-command.ts';
import { writeNewFile } from '../../main/hosts/cli/write-new-file.ts';
import { readStartOptions } from '../../main/hosts/start/start-options.ts';
import { openTexts } from '../../main/hosts/texts.ts';

const BIN = resolve(import.meta.dirname, '../../main/hosts/cli/bin.js');
const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'desk-fails-'));

/** The code of the failure in which a command ends, and what a person reads. */
async function failing(...args: string[]): Promise<Readonly<{ code: string; said: string }>> {
  let [out, said] = ['', ''];
  const streams = {
    out: (text: string) => void (out += text),
    err: (text: string) => void (said += text),
  };
  expect(await runCommand(args, streams)).toBe(1);
  const { failure } = JSON.parse(out) as { failure: { code: string } };
  return { code: failure.code, said };
}

test('a data folder without a name, and one that nobody can make, end at once', async () => {
  expect((await failing('status', '--data', '')).code).toBe('cli.empty-folder');
  if (!existsSync('/proc/self')) return;
  const { said } = await failing('status', '--data', '/proc/no/such');
  expect(said).toContain('/proc/no/such');
});

test('the data folder is its owner’s alone', async () => {
  const data = join(await newFolder(), 'глубоко', 'data');
  const quiet = { out: () => undefined, err: () => undefined };
  expect(await runCommand(['status', '--data', data], quiet)).toBe(0);
  if (process.platform !== 'win32') expect(statSync(data).mode & 0o777).toBe(0o700);
});

test('a folder in place of a file is no file', async () => {
  const data = await newFolder();
  for (const what of ['orders', 'visits']) {
    expect((await failing('import', what, data, '--data', data)).code).toBe('cli.no-file');
  }
});

test('history that nobody gives is told as that', async () => {
  expect((await failing('backfill', '--data', await newFolder())).code).toBe(
    'cli.no-history-source',
  );
});

test('a taken port is named', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const { code, said } = await failing('demo', 'serve', '--port', String(port));
  server.close();
  expect([code, said.includes(String(port))]).toEqual(['hosts.port-taken', true]);
});

test('what is there is never written over, and nothing half-written stays', async () => {
  const folder = await newFolder();
  const path = join(folder, 'report.csv');
  await writeNewFile(path, 'первый');
  await expect(writeNewFile(path, 'второй')).rejects.toMatchObject({ code: 'cli.file-exists' });
  expect(readFileSync(path, 'utf8')).toBe('первый');
  writeFileSync(join(folder, 'file'), '');
  const below = join(folder, 'file', 'report.csv');
  await expect(writeNewFile(below, 'x')).rejects.toMatchObject({ code: 'cli.not-written' });
  expect(readdirSync(folder).toSorted()).toEqual(['file', 'report.csv']);
});

test('a sentence whose values are empty keeps no empty brackets', () => {
  const refused = new Failure('refused', 'iiko-cloud.request-refused', {
    path: '/api/1/x',
    status: 400,
    error: '',
  });
  const silent = new Failure('unreachable', 'iiko-cloud.unreachable', { path: '', network: '' });
  const texts = openTexts('ru');
  expect(texts.failure(refused)).toContain('(ответ 400)');
  expect(texts.failure(silent)).not.toContain('(');
});

test('npm start takes the language too', () => {
  expect(() => readStartOptions(['--english'])).not.toThrow();
});

test('who reads no further ends the command quietly', async () => {
  const child = spawn(process.execPath, [BIN, 'topics'], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stdout.once('data', () => child.stdout.destroy());
  await new Promise((settle) => child.once('close', settle));
  expect(said).toBe('');
});

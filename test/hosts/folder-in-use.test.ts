import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runCommand } from '../../main/hosts/cli/run-command.ts';
import { closeDb } from '../../main/store/database.ts';
import { openStore, type OpenedStore } from '../../main/store/open-store.ts';

/** Each command starts the core's three threads. */
const SLOW = { timeout: 60_000 };

let folder: string;
let opened: OpenedStore | null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'открыто '));
  opened = null;
});
afterEach(() => {
  opened?.hold.release();
  if (opened) closeDb(opened.db);
  rmSync(folder, { recursive: true, force: true });
});

async function desk(...words: string[]) {
  const said = { out: '', err: '' };
  const code = await runCommand([...words, '--data', folder], {
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
  });
  return { code, document: JSON.parse(said.out) as unknown, err: said.err };
}

test(
  'while a program has the folder open, commands read, and others say who has it',
  SLOW,
  async () => {
    opened = openStore(folder, 'electron', () => 42);
    const status = await desk('status');
    expect(status).toMatchObject({
      code: 0,
      document: { inUse: { program: 'electron', pid: process.pid, since: 42 }, connections: [] },
    });
    const made = await desk('backup', 'make');
    expect(made).toMatchObject({ code: 1, document: { failure: { code: 'store.in-use' } } });
    expect(made.err).toContain('уже работает другой экземпляр');
  },
);

test(
  'a wrong provisioning file is told mistake by mistake, a right one is done and its secrets spoken of',
  SLOW,
  async () => {
    const file = join(folder, 'prepared.json');
    writeFileSync(file, '{\n  "version": 1,\n  "zon": "UTC",\n  "zone": 7\n}\n');
    const { code, err, document } = await desk('provision', file);
    expect(code).toBe(1);
    expect(document).toMatchObject({ applied: false, steps: [] });
    expect(err).toContain(`${file}:3:10: Поля «zon» в файле подготовки не бывает.`);
    expect(err).toContain(`${file}:4:11: Значение «zone»`);
    const profiles = [{ name: 'Оля', preset: 'operator', pin: '48151623' }];
    writeFileSync(file, JSON.stringify({ version: 1, profiles }));
    const right = await desk('provision', file);
    expect(right.document).toMatchObject({ applied: true, problems: [] });
    expect(right.err).toContain('секреты записаны открыто');
    expect(right.err + JSON.stringify(right.document)).not.toContain('48151623');
  },
);

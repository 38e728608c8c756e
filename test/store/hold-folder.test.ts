import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { holdFolder } from '../../main/store/hold-folder.ts';

const MODULE = import.meta.resolve('../../main/store/hold-folder.ts');

test('another program is kept out and named; its crash lets go of the folder', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'занято '));
  const words = JSON.stringify([folder, 'web', 42]).slice(1, -1);
  const script = `const { holdFolder } = await import('${MODULE}');
    holdFolder(${words}); console.log('held'); setInterval(() => {}, 1000);`;
  const other = spawn(process.execPath, ['--input-type=module', '-e', script]);
  await once(other.stdout, 'data');
  const said = new RegExp(`store.in-use .*"program":"web","pid":${other.pid},"since":42`);
  expect(() => holdFolder(folder, 'electron', 1)).toThrow(said);
  other.kill('SIGKILL');
  await once(other, 'exit');
  const hold = holdFolder(folder, 'electron', 1);
  expect(hold.afterCrash).toBe(true);
  hold.release();
  const next = holdFolder(folder, 'electron', 2);
  expect(next.afterCrash).toBe(false);
  next.release();
  rmSync(folder, { recursive: true, force: true });
});

import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nodeCoreOptions } from '../../../main/hosts/node/node-core-options.ts';
import { startCore } from '../../../main/hosts/thread/start-core.ts';

const SCRIPT = join(import.meta.dirname, '../../../resources/installer/installer.nsh');

/** The name under which the script takes a file of the data folder away. */
const removedAs = (name: string): string =>
  `"\${FROM}\\${name.replace(/\.sqlite(-wal|-shm|-journal)?$/, '.sqlite*')}"`;

test('the uninstaller removes all that the program makes in its folder, never the folder whole', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'desk-data-'));
  const core = await startCore(nodeCoreOptions('web', folder, false));
  const made = await readdir(folder);
  await core.close();
  expect(made).toContain('delivery-desk.sqlite');
  const script = await readFile(SCRIPT, 'utf8');
  for (const name of made) expect(script).toContain(removedAs(name));
  // What runs after ours must remove the entries and shortcuts of everybody, where they are everybody's.
  expect(script).toMatch(
    /"all"\s+SetShellVarContext all\s+\$\{EndIf\}\s+\$\{EndIf\}\s+!macroend\s*$/,
  );
  expect(script).not.toMatch(/RMDir \/r "\$(R1|\{FROM\})"/);
});

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { createApplication } from '../../main/application.ts';
import { chooseDataFolder } from '../../main/hosts/node/data-folder.ts';
import { moveIfAsked } from '../../main/store/move-store.ts';
import { ask, quietOutside } from '../support/application-with-orders.ts';
import { testCount } from '../support/test-count.ts';

const PROGRAM = fileURLToPath(import.meta.resolve('./support/moving-program.ts'));
const MOST = testCount(6, 100);

let root = '';
afterEach(() => rmSync(root, { recursive: true, force: true, maxRetries: 5 }));

/** Data with one more profile, that somebody wants elsewhere. */
async function wished(): Promise<Readonly<{ from: string; to: string }>> {
  rmSync(root, { recursive: true, force: true });
  root = mkdtempSync(join(tmpdir(), 'переезд '));
  const [from, to] = [join(root, 'здесь'), join(root, 'там')];
  const core = createApplication(quietOutside(from, Date.now));
  await ask(core, 'profiles.add', { name: 'Оля', preset: 'operator', rights: [], pin: null });
  await ask(core, 'backups.move', { folder: to });
  await core.close();
  return { from, to };
}

/** Moves in a process of its own; its signal and what it said. */
const run = (from: string, call: number) =>
  spawnSync(process.execPath, [PROGRAM, from, String(call)], { encoding: 'utf8' });

/** Whether the data is whole where the program looks for it now. */
async function isWhole(from: string): Promise<boolean> {
  // As the next start does, which goes on where the wish is not forgotten yet.
  const folder = moveIfAsked(chooseDataFolder(from), Date.now());
  const core = createApplication(quietOutside(folder, Date.now));
  const profiles = await ask<readonly { name: string }[]>(core, 'profiles.list', {});
  await core.close();
  return profiles.some(({ name }) => name === 'Оля');
}

it('data that was being moved when the power went is whole in one of both places', async () => {
  const first = await wished();
  const changes = Number(run(first.from, 0).stdout);
  expect(changes).toBeGreaterThan(6);
  expect(chooseDataFolder(first.from)).toBe(first.to);
  const step = Math.max(1, Math.floor(changes / MOST));
  const found = { here: 0, there: 0 };
  for (let call = changes; call > 0; call -= step) {
    const { from, to } = await wished();
    expect(run(from, call).signal, `call ${call}`).toBe('SIGKILL');
    expect(await isWhole(from), `call ${call}`).toBe(true);
    found[chooseDataFolder(from) === to ? 'there' : 'here'] += 1;
  }
  console.log(`cut before ${found.here + found.there} of ${changes} changes of the disk`, found);
  expect(found.here).toBeGreaterThan(0);
  expect(found.there).toBeGreaterThan(0);
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { manualClock } from '../../main/demo/chain-clock.ts';
import { serveChain } from '../../main/demo/serve-chain.ts';
import { addDays } from '../../main/domain/local-time.ts';
import { programFolder } from '../../main/hosts/program-folder.ts';
import { testCount } from '../support/test-count.ts';
import { runCommandLine } from './support/victim.ts';

const COMMAND_LINE = join(programFolder(), 'main', 'hosts', 'cli', 'index.ts');

// Windows ends a process at once, whatever the signal: the next start gives the slot back there.
it.skipIf(process.platform === 'win32' || testCount(0, 1) === 0)(
  'gives the licence slot back when the command line is interrupted',
  { timeout: 120_000 },
  async () => {
    const chain = await serveChain({
      clock: manualClock(Date.now()),
      seed: 3,
      ordersPerDay: 60,
      historyDays: 60,
    });
    const folder = mkdtempSync(join(tmpdir(), 'desk-history-stop-'));
    const { login, password } = chain.serverLogin;
    const access = ['--host', chain.address, '--login', login, '--password', password];
    expect(await runCommandLine(['connect', 'iiko-server', ...access, '--data', folder])).toBe(0);
    const { logins } = chain.serverSlots();
    const today = new Date().toISOString().slice(0, 10);
    const days = ['--from', addDays(today, -50), '--to', addDays(today, -12)];
    const fill = spawn(process.execPath, [COMMAND_LINE, 'backfill', ...days, '--data', folder], {
      stdio: 'ignore',
    });
    const gone = once(fill, 'exit');
    const isRead = () => chain.serverSlots().logins === logins + 1;
    await expect.poll(isRead, { timeout: 60_000 }).toBe(true);
    fill.kill('SIGINT');
    expect(await gone).toEqual([1, null]);
    expect(chain.serverSlots().taken).toBe(0);
    await chain.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },
);

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { serveChain, type Chain } from '../../main/demo/serve-chain.ts';
import { manualClock } from '../../main/demo/chain-clock.ts';
import { Dice } from '../../main/demo/seeded.ts';
import { addDays } from '../../main/domain/local-time.ts';
import { askCore } from '../../main/hosts/connect-demo.ts';
import { programFolder } from '../../main/hosts/program-folder.ts';
import { iikoServer } from '../../main/sources/iiko-server/iiko-server.ts';
import { closeDb, openReadable, storePath } from '../../main/store/database.ts';
import { readAll, readFirst, sql } from '../../main/store/sql.ts';
import { fromVendorKey } from '../../main/store/vendor-key.ts';
import { readDay } from '../sources/iiko-server/open-server.ts';
import { testCount } from '../support/test-count.ts';
import { openDesk } from './support/chain-desk.ts';
import { inspectStore } from './support/inspect-store.ts';
import { runCommandLine } from './support/victim.ts';

const KILLS = testCount(2, 200);
const SEED = Number(process.env['SEED'] ?? 17);
const COMMAND_LINE = join(programFolder(), 'main', 'hosts', 'cli', 'index.ts');
const LIMIT_MS = 120_000 + KILLS * 30_000;
/** More than can be read between the kills: each strikes a fill that has work left. */
const DAYS = 4 * Math.max(KILLS, 2);
const MOST_WAIT_MS = 600;
const IDLE_MS = 61 * 60_000;

it(
  `${KILLS} kills of a back-fill lose nothing, double nothing and leak no slot (seed ${SEED})`,
  { timeout: LIMIT_MS },
  async () => {
    const clock = manualClock(Date.now());
    const chain = await serveChain({ clock, seed: 3, ordersPerDay: 150, historyDays: DAYS + 32 });
    const folder = mkdtempSync(join(tmpdir(), 'desk-history-kill-'));
    const to = addDays(new Date().toISOString().slice(0, 10), -12);
    const period = ['--from', addDays(to, 1 - DAYS), '--to', to];
    await connect(folder, chain);
    const dice = new Dice(SEED);
    const fill = ['backfill', ...period, '--data', folder];
    let [stored, struck, unkept] = [0, 0, 0];
    for (let kill = 0; kill < KILLS; kill += 1) {
      struck += Number(await killed(fill, dice.below(MOST_WAIT_MS)));
      const found = inspectStore(folder);
      const replay = `kill ${kill} of SEED=${SEED}`;
      expect({ replay, ...found }).toMatchObject({ replay, integrity: 'ok', orphans: 0 });
      expect(found, replay).toMatchObject({ rollupDifferences: 0, journalDifferences: 0 });
      expect(found.orders, replay).toBeGreaterThanOrEqual(stored);
      stored = found.orders;
      expect(chain.serverSlots().taken, replay).toBeLessThanOrEqual(1);
      if (chain.serverSlots().taken > keptSessions(folder)) {
        // Killed while the answer to the login was on its way: only the server's clock frees that.
        unkept += 1;
        clock.advance(IDLE_MS);
      }
    }
    expect(await runCommandLine(fill)).toBe(0);
    expect(chain.serverSlots().taken).toBe(0);
    expect(keptSessions(folder)).toBe(0);
    const found = inspectStore(folder);
    expect(storedOrders(folder)).toEqual(await toldOrders(chain, period[1]!));
    console.log(
      `${KILLS} kills, ${struck} in the midst of it, ${found.orders} orders: lost 0, doubled 0; ` +
        `slots given back ${KILLS - unkept}, left to the server's hour ${unkept}`,
    );
    expect(struck, 'no kill struck the fill').toBeGreaterThan(0);
    await chain.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },
);

/** Starts the command, and kills it after it has begun to read; false when it was over before. */
async function killed(words: readonly string[], afterMs: number): Promise<boolean> {
  const child = spawn(process.execPath, [COMMAND_LINE, ...words], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const gone = once(child, 'exit');
  await Promise.race([once(child.stderr, 'data'), gone]);
  await Promise.race([wait(afterMs), gone]);
  const running = child.exitCode === null;
  child.kill('SIGKILL');
  await gone;
  return running;
}

function keptSessions(folder: string): number {
  const db = openReadable(storePath(folder));
  const { count } = readFirst<{ count: number }>(
    db,
    sql`SELECT count(*) AS count FROM source_session`,
  )!;
  closeDb(db);
  return count;
}

async function connect(folder: string, { address, serverLogin }: Chain): Promise<void> {
  const desk = await openDesk(folder);
  await askCore(desk, 'connections.add', {
    vendor: 'iiko-server',
    name: '',
    settings: { host: address, minIntervalMs: 0 },
    secret: serverLogin,
    historyDays: 8,
    zone: 'Europe/Moscow',
  });
  await desk.close();
}

/** What the server tells of the period when nothing goes wrong: each delivery with its sum. */
async function toldOrders({ address, serverLogin }: Chain, from: string): Promise<string[]> {
  const source = iikoServer.open(
    iikoServer.settings.parse({ host: address, minIntervalMs: 0 }),
    serverLogin,
    { fetch, now: Date.now, random: Math.random, sleep: (ms) => wait(ms), logRequest: () => {} },
  );
  const told: string[] = [];
  for (let day = from; day < addDays(from, DAYS); day = addDays(day, 1)) {
    const { orders } = await readDay(source, day);
    told.push(...orders.map(({ order }) => `${order.identities[0].id} ${order.sumMinor}`));
  }
  await source.close?.();
  return told.toSorted();
}

function storedOrders(folder: string): string[] {
  const db = openReadable(storePath(folder));
  const rows = readAll<{ id: Uint8Array; sum: number }>(
    db,
    sql`
SELECT identity.vendor_id AS id, delivery.sum_minor AS sum
  FROM delivery
  JOIN delivery_identity AS identity
    ON identity.delivery_id = delivery.id
   AND identity.vendor = 'iiko-server'`,
  );
  closeDb(db);
  return rows.map(({ id, sum }) => `${fromVendorKey(id)} ${sum}`).toSorted();
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from '../../../main/contract/connections.ts';
import { manualClock, type ManualClock } from '../../../main/demo/chain-clock.ts';
import { serveChain, type Chain } from '../../../main/demo/serve-chain.ts';
import { askCore } from '../../../main/hosts/connect-demo.ts';
import { nodeCoreOptions } from '../../../main/hosts/node/node-core-options.ts';
import { startCore } from '../../../main/hosts/thread/start-core.ts';
import type { Application } from '../../../main/application.ts';

/** A chain on loopback HTTP in this process, on a clock moved by hand. */
export type ServedChain = Readonly<{ chain: Chain; clock: ManualClock; close(): Promise<void> }>;

export const CHAIN_START = Date.UTC(2026, 10, 20, 17);

/** Serves a small chain: enough orders for a run of some seconds. */
export async function servedChain(seed: number, ordersPerDay = 300): Promise<ServedChain> {
  const clock = manualClock(CHAIN_START);
  const chain = await serveChain({ clock, seed, ordersPerDay, historyDays: 7 });
  return { chain, clock, close: () => chain.close() };
}

/** A folder of its own under the system's temporary one. */
export const newFolder = (kind: string): string => mkdtempSync(join(tmpdir(), `desk-${kind}-`));

export const removeFolder = (folder: string): void =>
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });

/** The real threads of the program over a folder; nothing runs by itself unless asked. */
export const openDesk = (folder: string, scheduled = false): Promise<Application> =>
  startCore({ ...nodeCoreOptions('test', folder, scheduled), startDemo: null });

/** Connects to the chain without the pauses that the vendor asks for. */
export function connectTo(desk: Application, chain: Chain, name = 'chain'): Promise<Connection> {
  return askCore<Connection>(desk, 'connections.add', {
    vendor: 'iiko-cloud',
    name,
    settings: { host: chain.address, minIntervalMs: 0 },
    secret: { kind: 'api-login', apiLogin: chain.apiLogin },
    historyDays: 7,
    zone: null,
  });
}

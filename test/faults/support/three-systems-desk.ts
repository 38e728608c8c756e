import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApplication, type Application } from '../../../main/application.ts';
import type { Connection } from '../../../main/contract/connections.ts';
import { manualClock, type ManualClock } from '../../../main/demo/chain-clock.ts';
import { createChain, type ChainCore } from '../../../main/demo/create-chain.ts';
import type { FaultPlan } from '../../../main/demo/faults/fault-plan.ts';
import { closeDb, openWritable, storePath } from '../../../main/store/database.ts';
import { readRollupDifferences } from '../../../main/store/orders/rollups.ts';
import { readAll, sql } from '../../../main/store/sql.ts';
import { ask, quietOutside } from '../../support/application-with-orders.ts';

export type Vendor = 'iiko-cloud' | 'iiko-biz' | 'iiko-server';

/** A desk before one chain that speaks three protocols; its clock goes on where anything waits. */
export type ThreeSystems = Readonly<{
  chain: ChainCore;
  desk: Application;
  clock: ManualClock;
  /** Requests that were refused, or whose answer never came. */
  refused(): number;
  /** Connects the system, the first time, and answers the connection. */
  connected(vendor: Vendor): Promise<Connection>;
  /** Closes the desk and answers what is stored. */
  seen(): Promise<Seen>;
  /** Closes the desk, if it is open, and removes its folder. */
  dispose(): Promise<void>;
}>;

/** An order as a reader sees it, by its own names: not by the ids of this store. */
export type SeenOrder = Readonly<{
  names: string;
  venue: string;
  number: string;
  sum: number;
  stage: string;
  day: number;
  /** Fields that the systems tell differently, as JSON. */
  conflicts: string | null;
}>;

export type Seen = Readonly<{ orders: readonly SeenOrder[]; rollups: readonly unknown[] }>;
type Size = Readonly<{ ordersPerDay: number; historyDays: number }>;

const START = Date.UTC(2026, 10, 20, 15);
const SYNC_DAYS = 5;

/** Opens the desk; nothing is connected yet. */
export function openThreeSystems(faults: FaultPlan, size: Size): ThreeSystems {
  const folder = mkdtempSync(join(tmpdir(), 'desk-three-'));
  const clock = manualClock(START);
  const chain = createChain({ clock, ...size, faults });
  const sleep = (ms: number): Promise<void> => Promise.resolve(clock.advance(ms));
  let refused = 0;
  const fetch: typeof globalThis.fetch = async (...request) => {
    refused += 1;
    const answer = await chain.fetch(...request);
    if (answer.ok) refused -= 1;
    return answer;
  };
  const outside = { ...quietOutside(folder, clock.now), fetch, sleep };
  const desk = createApplication(outside);
  let open = true;
  const close = async (): Promise<void> => {
    if (open) await desk.close();
    open = false;
  };
  return {
    chain,
    desk,
    clock,
    refused: () => refused,
    connected: (vendor) => connected(desk, chain, vendor),
    async seen() {
      await close();
      return readSeen(folder);
    },
    async dispose() {
      await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function connected(desk: Application, chain: ChainCore, vendor: Vendor): Promise<Connection> {
  const known = await ask<Connection[]>(desk, 'connections.list', {});
  const found = known.find((one) => one.vendor === vendor);
  if (found) return found;
  const secret = {
    'iiko-cloud': { kind: 'api-login', apiLogin: chain.apiLogin },
    'iiko-biz': chain.bizLogin,
    'iiko-server': chain.serverLogin,
  }[vendor];
  const settings = { host: 'https://chain.example', minIntervalMs: 0 };
  const wanted = { vendor, name: vendor, settings, secret, historyDays: SYNC_DAYS, zone: null };
  return ask<Connection>(desk, 'connections.add', wanted);
}

function readSeen(folder: string): Seen {
  const db = openWritable(storePath(folder));
  const orders = readAll<SeenOrder>(
    db,
    sql`
SELECT (SELECT group_concat(vendor || ' ' || lower(hex(vendor_id)), ', ' ORDER BY vendor)
          FROM delivery_identity
         WHERE delivery_id = delivery.id) AS names,
       venue.name AS venue, system, number, sum_minor AS sum, stage, source, delivery_zone, courier,
       promised_day AS day,
       (SELECT json_group_array(told.value ->> 'field')
          FROM joined_order, json_each(joined_order.conflicts) AS told
         WHERE joined_order.delivery_id = delivery.id) AS conflicts
  FROM delivery
  LEFT JOIN venue ON venue.id = delivery.venue_id
 ORDER BY 1`,
  );
  const rollups = readRollupDifferences(db);
  closeDb(db);
  return { orders, rollups };
}

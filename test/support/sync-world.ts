import { createSync, readSync, type Sync } from '../../main/features/sync/index.ts';
import type { Completeness, SyncSummary } from '../../main/contract/sync.ts';
import type { ChainCore } from '../../main/demo/create-chain.ts';
import type { ManualClock } from '../../main/demo/chain-clock.ts';
import { Dice } from '../../main/demo/seeded.ts';
import { iikoCloud } from '../../main/sources/iiko-cloud/iiko-cloud.ts';
import type {
  OrderSource,
  RequestLogEntry,
  SourceLimits,
} from '../../main/sources/order-source.ts';
import { saveNewConnection } from '../../main/store/connections.ts';
import { closeDb, openWritable, type WritableDb } from '../../main/store/database.ts';
import { readAll, sql } from '../../main/store/sql.ts';

/** A core that syncs, on a clock moved by hand. */
export type SyncWorld = {
  db: WritableDb;
  sync: Sync;
  connectionId: number;
  /** Hears every announcement as it is made. */
  heard: (topic: string, value: unknown) => void;
  readonly bugs: string[];
  run(): Promise<SyncSummary>;
  statements(from?: string, to?: string): readonly Completeness[];
  /** Closes everything and opens the same file again. */
  restart(): Promise<void>;
  /** Waits until no run is under way. */
  idle(): Promise<void>;
  /** Opens the file after its connection was closed under the program, as a kill does. */
  reopen(): void;
  close(): Promise<void>;
};

/** Told of every finished request. */
type Heard = (entry: RequestLogEntry) => void;

export type WorldOptions = Readonly<{
  path?: string;
  seed?: number;
  vendor?: string;
  /** The PC's clock. */
  now(): number;
  sleep?(ms: number, signal: AbortSignal): Promise<void>;
  open(heard: Heard): Readonly<{ source: OrderSource; limits: SourceLimits }>;
  historyDays?: number;
  scheduled?: boolean;
  pollSeconds?: number;
}>;

/** Opens a store with one connection and its sync. */
export function createSyncWorld(options: WorldOptions): SyncWorld {
  const path = options.path ?? ':memory:';
  const bugs: string[] = [];
  const dice = new Dice(options.seed ?? 1);
  const open = (opened: WritableDb): Sync =>
    createSync({
      db: opened,
      outside: {
        now: options.now,
        sleep: options.sleep ?? (() => Promise.resolve()),
        random: () => dice.next(),
        log: (entry) => void (entry.level === 'error' && bugs.push(entry.stack ?? entry.code)),
        scheduled: options.scheduled ?? false,
      },
      announce: (topic, value) => world.heard(topic, value),
      openSource: (_, heard) => Promise.resolve(options.open(heard)),
    });
  const db = openWritable(path, options.now);
  const connectionId = saveNewConnection(
    db,
    {
      vendor: options.vendor ?? 'iiko-cloud',
      name: 'Тест',
      settings: {},
      loginHash: new Uint8Array([1]),
      secret: new Uint8Array([1]),
      historyDays: options.historyDays ?? 7,
      pollSeconds: options.pollSeconds ?? 60,
      demo: false,
    },
    options.now(),
  );
  const world: SyncWorld = {
    db,
    sync: open(db),
    connectionId,
    heard: () => {},
    bugs,
    async run() {
      const [summary] = await world.sync.handlers.runToEnd({ connectionId });
      return summary!;
    },
    statements: (from = '2000-01-01', to = '2100-01-01') =>
      readSync(world.db).completeness({ from, to }) as readonly Completeness[],
    async restart() {
      await world.sync.close();
      closeDb(world.db);
      world.reopen();
    },
    async idle() {
      for (;;) {
        const states = await world.sync.handlers.status({});
        if (states.every(({ state }) => state.type !== 'running')) return;
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
    reopen() {
      world.db = openWritable(path, options.now);
      world.sync = open(world.db);
      world.sync.start();
    },
    async close() {
      await world.sync.close();
      closeDb(world.db);
    },
  };
  return world;
}

/** Opens the demo chain through the real source; waiting moves the chain's clock on. */
export function chainSource(
  chain: ChainCore,
  clock: ManualClock,
  pcNow: () => number = () => clock.now(),
  heard: Heard = () => {},
): OrderSource {
  const dice = new Dice(7);
  return iikoCloud.open(
    iikoCloud.settings.parse({ host: 'https://chain.test' }),
    iikoCloud.secret.parse({ kind: 'api-login', apiLogin: chain.apiLogin }),
    {
      fetch: chain.fetch,
      now: pcNow,
      sleep: async (ms, signal) => {
        signal.throwIfAborted();
        clock.advance(Math.ceil(ms));
        await Promise.resolve();
      },
      random: () => dice.next(),
      logRequest: heard,
    },
  );
}

export type StoredDelivery = Readonly<{
  id: string;
  version: number;
  day: number;
  sum: number;
  venue: string;
}>;

/** Every stored order with its place. */
export function storedDeliveries(db: WritableDb): readonly StoredDelivery[] {
  return readAll<StoredDelivery>(
    db,
    sql`
SELECT lower(hex(identity.vendor_id)) AS id,
       version,
       promised_day AS day,
       sum_minor AS sum,
       lower(hex(venue.vendor_id)) AS venue
  FROM delivery
  JOIN delivery_identity AS identity
    ON identity.delivery_id = delivery.id
   AND identity.vendor = 'iiko-cloud'
  LEFT JOIN venue ON venue.id = delivery.venue_id`,
  );
}

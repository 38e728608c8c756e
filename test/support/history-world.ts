import { createBackFill, type BackFilling } from '../../main/features/back-fill/index.ts';
import type { BackFill } from '../../main/contract/back-fill.ts';
import { keepFacts } from '../../main/features/reports/keep-facts.ts';
import { iikoServer } from '../../main/sources/iiko-server/iiko-server.ts';
import { ensureFirstProfile } from '../../main/features/profiles/index.ts';
import { saveNewConnection } from '../../main/store/connections.ts';
import { closeDb, openWritable, type WritableDb } from '../../main/store/database.ts';
import { saveStructure } from '../../main/store/structure.ts';
import { openServer, signal, type OpenServer } from '../sources/iiko-server/open-server.ts';

/** A store that reads the history of the demo chain's iikoServer, on the chain's clock. */
export type HistoryWorld = {
  server: OpenServer;
  db: WritableDb;
  filling: BackFilling;
  connectionId: number;
  /** How often a wait was asked for, in milliseconds. */
  readonly waits: number[];
  view(): Promise<BackFill>;
  start(from: string, to: string, night?: { from: number; to: number }): Promise<BackFill>;
  settled(): Promise<BackFill>;
  /** Closes everything and opens the same file again, as the next start does. */
  restart(): Promise<void>;
  close(): Promise<void>;
};

type Options = Parameters<typeof openServer>[0] & { path?: string; scheduled?: boolean };

/** Opens the world; nothing is read yet. */
export async function openHistory(options: Options = {}): Promise<HistoryWorld> {
  const { path = ':memory:', scheduled = false, ...chainOptions } = options;
  const server = openServer(chainOptions);
  const now = (): number => server.clock.now();
  const waits: number[] = [];
  const fillingOf = (db: WritableDb): BackFilling =>
    createBackFill({
      db,
      announce: () => {},
      openSource: async () => ({ source: server.open(), limits: iikoServer.limits }),
      outside: {
        now,
        random: () => 0.5,
        scheduled,
        log: ({ code, stack }) => {
          throw new Error(stack ?? code);
        },
        sleep: async (ms, waiting) => {
          waiting.throwIfAborted();
          waits.push(ms);
          server.clock.advance(Math.ceil(ms));
          await new Promise((resolve) => setImmediate(resolve));
        },
      },
    });
  const db = openWritable(path, now);
  ensureFirstProfile(db, 'тест', now());
  const connectionId = await connect(db, server);
  const world: HistoryWorld = {
    server,
    db,
    filling: fillingOf(db),
    connectionId,
    waits,
    view: async () => (await world.filling.handlers.list({}))[0]!,
    start: async (from, to, night) =>
      world.filling.handlers.start({ connectionId, from, to, night: night ?? null }),
    settled: async () => {
      const view = await world.filling.handlers.toEnd({ connectionId });
      await keepFacts(world.db, () => undefined).settled();
      return view;
    },
    async restart() {
      await world.close();
      world.db = openWritable(path, now);
      world.filling = fillingOf(world.db);
      world.filling.start();
    },
    async close() {
      await world.filling.close();
      closeDb(world.db);
    },
  };
  return world;
}

async function connect(db: WritableDb, server: OpenServer): Promise<number> {
  const now = server.clock.now();
  const draft = { vendor: 'iiko-server', name: 'Сервер', settings: {}, historyDays: 8 };
  const login = { loginHash: new Uint8Array([1]), secret: new Uint8Array([1]) };
  const connectionId = saveNewConnection(
    db,
    { ...draft, ...login, pollSeconds: 60, demo: false },
    now,
  );
  const source = server.open();
  const organizations = await source.fetchOrganizations(signal());
  const venues = await source.fetchVenues(
    organizations.map(({ id }) => id),
    signal(),
  );
  await source.close?.();
  const owner = { connectionId, vendor: 'iiko-server', fallbackZone: 'Europe/Moscow', now };
  saveStructure(db, owner, { organizations, venues });
  return connectionId;
}

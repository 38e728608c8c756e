import { manualClock } from '../../../main/demo/chain-clock.ts';
import { createChain, type ChainCore } from '../../../main/demo/create-chain.ts';
import { iikoCloud } from '../../../main/sources/iiko-cloud/iiko-cloud.ts';
import type { OrderSource } from '../../../main/sources/order-source.ts';
import { saveNewConnection } from '../../../main/store/connections.ts';
import { openWritable, type WritableDb } from '../../../main/store/database.ts';
import { readOrganizations, readVenues } from '../../../main/store/organizations.ts';
import { saveNewProfile } from '../../../main/store/profiles.ts';
import { saveStructure } from '../../../main/store/structure.ts';

/** An answer of the Cloud, changed by a scene: the body, or a refusal. */
export type CloudTwist = (
  path: string,
  body: Record<string, unknown>,
) => Readonly<{ status: number; body: unknown }> | void;

/** A Wednesday evening in Moscow. */
export const EVENING = Date.UTC(2026, 9, 14, 13, 30);

/** The demo chain, a store that knows its structure, and one venue of it. */
export type PlantedCloud = Readonly<{
  db: WritableDb;
  chain: ChainCore;
  connectionId: number;
  venueId: number;
  /** The vendor's ids. */
  venue: string;
  organization: string;
  venueName: string;
  otherVenue: string;
  now(): number;
  open(twist: CloudTwist): OrderSource;
}>;

/** An empty store in which an installer works. */
export function storeOfInstaller(now: () => number): WritableDb {
  const db = openWritable(':memory:', now);
  saveNewProfile(db, { name: 'Я', preset: 'installer', rights: ['edit-settings'] }, now());
  return db;
}

/** Makes the chain in this process; its answers are twisted per scene. */
export async function plantCloud(): Promise<PlantedCloud> {
  const clock = manualClock(EVENING);
  const chain = createChain({ clock, seed: 5, ordersPerDay: 240 });
  const now = (): number => clock.now();
  const open = (twist: CloudTwist): OrderSource =>
    iikoCloud.open(
      { ...SETTINGS, host: 'https://cloud.example.org' },
      { kind: 'api-login', apiLogin: chain.apiLogin },
      {
        fetch: twisted(chain, twist),
        now,
        sleep: () => Promise.resolve(),
        random: () => 0.5,
        logRequest: () => undefined,
      },
    );
  const db = storeOfInstaller(now);
  const connectionId = saveNewConnection(db, CONNECTION, now());
  const source = open(() => undefined);
  const signal = AbortSignal.timeout(20_000);
  const organizations = await source.fetchOrganizations(signal);
  const venues = await source.fetchVenues(
    organizations.map(({ id }) => id),
    signal,
  );
  const owner = { connectionId, vendor: 'iiko-cloud', fallbackZone: 'Europe/Moscow', now: now() };
  saveStructure(db, owner, { organizations, venues });
  const organization = readOrganizations(db, connectionId).find(
    ({ id }) => readVenues(db, id).length > 1,
  )!;
  const [venue, other] = readVenues(db, organization.id).filter(({ sleeping }) => !sleeping);
  return {
    db,
    chain,
    connectionId,
    venueId: venue!.id,
    venue: venue!.vendorId,
    organization: organization.vendorId,
    venueName: venue!.name,
    otherVenue: other!.vendorId,
    now,
    open,
  };
}

const SETTINGS = {
  timeoutSeconds: 15,
  pollSeconds: 45,
  minIntervalMs: 0,
  externalDataKeys: [],
};

const CONNECTION = {
  vendor: 'iiko-cloud',
  name: 'Сеть',
  settings: {},
  loginHash: new Uint8Array([1]),
  secret: new Uint8Array([1]),
  historyDays: 7,
  pollSeconds: 45,
  demo: false,
};

function twisted(chain: ChainCore, twist: CloudTwist): typeof globalThis.fetch {
  return async (input, init) => {
    const answer = await chain.fetch(input, init);
    const path = new URL(new Request(input).url).pathname;
    const body = (await answer.json()) as Record<string, unknown>;
    const changed = twist(path, body);
    const status = changed?.status ?? answer.status;
    const headers = { 'content-type': 'application/json', date: answer.headers.get('date') ?? '' };
    return new Response(JSON.stringify(changed?.body ?? body), { status, headers });
  };
}

import type { Connection } from '../../contract/connections.ts';
import { Failure } from '../../domain/failure.ts';
import { isZone } from '../../domain/local-time.ts';
import type { Structure } from '../../domain/structure.ts';
import { openSource } from '../../sources/catalogue.ts';
import {
  findConnectionByLogin,
  readConnection,
  saveConnection,
  saveContact,
  saveNewConnection,
  saveRestored,
  type ConnectionSettings,
} from '../../store/connections.ts';
import { adoptZones } from '../../store/joining/adopt-zones.ts';
import { findOwners } from '../../store/organizations.ts';
import { saveStructure } from '../../store/structure.ts';
import { viewConnection } from './connection-view.ts';
import { sourceOutside, type ConnectionWork } from './connection-outside.ts';
import { hashLogin } from './login-hash.ts';
import { sealSecret, type Secret } from './secrets.ts';

/** A connection to be made. */
export type NewConnection = Readonly<{
  vendor: string;
  name: string;
  settings: ConnectionSettings;
  secret: Secret;
  historyDays: number;
  zone: string | null;
  demo: boolean;
  pollSeconds?: number;
}>;

/** A connection whose vendor has answered and whose login is sealed. */
type PreparedConnection = Readonly<{
  wanted: NewConnection;
  loginHash: Uint8Array;
  secret: Uint8Array;
  structure: Structure;
}>;

const MOST_MS = 120_000;
const POLL_SECONDS = 45;

/**
 * Adds a connection after its login has shown organizations and venues. The same login again is a
 * `conflict` `connections.already-connected`; one that was removed before comes back with its data.
 */
export async function addConnection(
  work: ConnectionWork,
  wanted: NewConnection,
): Promise<Connection> {
  const loginHash = hashLogin(wanted.vendor, wanted.settings, wanted.secret);
  requireNewLogin(work, wanted.vendor, loginHash);
  const { store } = await prepareConnection(work, wanted);
  // Others may have added the same login while the vendor was being asked.
  requireNewLogin(work, wanted.vendor, loginHash);
  const id = store();
  work.announce('connections.changed', { connectionId: id });
  return viewConnection(work.db, id);
}

/**
 * Asks the vendor for organizations and venues and seals the login. `store` writes a new connection,
 * or changes the one with the same login, and answers its id.
 */
export async function prepareConnection(
  work: ConnectionWork,
  wanted: NewConnection,
): Promise<Readonly<{ structure: Structure; store(): number }>> {
  const { zone } = wanted;
  if (zone !== null && !isZone(zone)) {
    throw new Failure('invalid', 'connections.unknown-zone', { zone });
  }
  const loginHash = hashLogin(wanted.vendor, wanted.settings, wanted.secret);
  const structure = await readStructure(work, wanted);
  const secret = await sealSecret(work.outside, wanted.secret);
  const prepared = { wanted, loginHash, secret, structure };
  return { structure, store: () => storeConnection(work, prepared) };
}

function storeConnection(
  { db, outside }: ConnectionWork,
  { wanted, loginHash, secret, structure }: PreparedConnection,
): number {
  const known = findConnectionByLogin(db, wanted.vendor, loginHash);
  if (!known || known.removed) requireNewOrganizations(db, wanted.vendor, structure);
  const name = wanted.name || known?.name || nameOf(structure);
  const pollSeconds = wanted.pollSeconds ?? POLL_SECONDS;
  const draft = { ...wanted, loginHash, secret, name, pollSeconds };
  if (known) {
    saveRestored(db, known.id, secret);
    saveConnection(db, known.id, draft);
  }
  const id = known?.id ?? saveNewConnection(db, draft, outside.now());
  const fallbackZone = wanted.zone ?? zoneOfThisPc();
  const owner = { connectionId: id, vendor: wanted.vendor, fallbackZone, now: outside.now() };
  saveStructure(db, owner, structure);
  adoptZones(db, id);
  saveContact(db, id, outside.now());
  return id;
}

async function readStructure(work: ConnectionWork, wanted: NewConnection): Promise<Structure> {
  const { vendor, settings, secret } = wanted;
  const source = openSource(vendor, settings, secret, sourceOutside(work));
  const signal = AbortSignal.timeout(MOST_MS);
  try {
    const organizations = await source.fetchOrganizations(signal);
    if (organizations.length === 0) throw new Failure('refused', 'connections.no-organizations');
    const ids = organizations.map(({ id }) => id);
    return { organizations, venues: await source.fetchVenues(ids, signal) };
  } finally {
    await source.close?.();
  }
}

function requireNewLogin({ db }: ConnectionWork, vendor: string, loginHash: Uint8Array): void {
  const known = findConnectionByLogin(db, vendor, loginHash);
  if (known && !known.removed) throw alreadyConnected(known.name);
}

/** Another login that shows nothing but organizations that are connected already adds nothing. */
function requireNewOrganizations(
  db: ConnectionWork['db'],
  vendor: string,
  { organizations }: Structure,
): void {
  const owners = findOwners(
    db,
    vendor,
    organizations.map(({ id }) => id),
  );
  const [owner] = owners.values();
  if (owner === undefined || owners.size < organizations.length) return;
  throw alreadyConnected(readConnection(db, owner)?.name ?? '');
}

const alreadyConnected = (name: string): Failure =>
  new Failure('conflict', 'connections.already-connected', { name });

/** The first organization, and how many there are besides. */
function nameOf({ organizations }: Structure): string {
  const [first] = organizations;
  const more = organizations.length - 1;
  return `${first?.name ?? ''}${more > 0 ? ` +${more}` : ''}`.slice(0, 100);
}

const zoneOfThisPc = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

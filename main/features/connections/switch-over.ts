import type { SwitchOver } from '../../contract/connections.ts';
import { Failure } from '../../domain/failure.ts';
import { textOrder } from '../../domain/orders/text-order.ts';
import { carriedOver } from '../../domain/status-mapping/carry-over.ts';
import { assign } from '../../domain/status-mapping/status-mapping.ts';
import { countIdentities, savePaused } from '../../store/connections.ts';
import type { WritableDb } from '../../store/database.ts';
import { readVenueJoins } from '../../store/joining/venue-joins.ts';
import {
  readOrganizations,
  readVenues,
  type StoredOrganization,
} from '../../store/organizations.ts';
import { readActiveProfile } from '../../store/profiles.ts';
import {
  readStatusMapping,
  saveMappingVersion,
} from '../../store/status-mapping/status-mapping.ts';
import { changeOrganization } from './change-connection.ts';
import type { ConnectionWork } from './connection-outside.ts';
import { findConnection } from './connection-view.ts';

const [FROM, TO] = ['iiko-biz', 'iiko-cloud'] as const;

type Pair = Readonly<{ from: StoredOrganization; to: StoredOrganization }>;

/**
 * Moves from iiko.biz to an iiko Cloud connection of the same restaurants: zone, closing hour and
 * choice of venues follow, statuses count as they did, the former connection is paused. Its orders
 * stay, and those that both tell of are joined by the store itself. Source rules know no system.
 */
export async function switchOver(
  work: ConnectionWork,
  fromId: number,
  toId: number,
): Promise<SwitchOver> {
  const { db, announce } = work;
  requireVendors(db, fromId, toId);
  const all = readOrganizations(db, fromId);
  const pairs = pairsOf(all, readOrganizations(db, toId));
  if (pairs.length === 0) throw new Failure('conflict', 'iiko-biz.switch-nothing');
  for (const pair of pairs) await carryChoice(work, pair);
  const { mappingVersion, statuses } = carryStatuses(work, pairs);
  savePaused(db, fromId, true);
  announce('connections.changed', { connectionId: fromId });
  announce('connections.changed', { connectionId: toId });
  const venues = all.flatMap(({ id }) => readVenues(db, id));
  const joined = new Set(joinedVenues(db).keys());
  const matched = new Set(pairs.map(({ from }) => from.id));
  return {
    organizations: { count: pairs.length, total: all.length },
    venues: { count: venues.filter(({ id }) => joined.has(id)).length, total: venues.length },
    statuses,
    mappingVersion,
    orders: countIdentities(db, FROM),
    unmatched: [
      ...all.filter(({ id }) => !matched.has(id)),
      ...venues.filter(({ id, organizationId }) => matched.has(organizationId) && !joined.has(id)),
    ].map(({ name }) => name),
  };
}

function requireVendors(db: WritableDb, fromId: number, toId: number): void {
  const vendors = [fromId, toId].map((id) => findConnection(db, id).vendor);
  if (vendors[0] !== FROM || vendors[1] !== TO) {
    throw new Failure('invalid', 'iiko-biz.switch-vendors');
  }
}

/** By the id, else by the name where each side has it once. */
function pairsOf(
  olds: readonly StoredOrganization[],
  news: readonly StoredOrganization[],
): readonly Pair[] {
  const named = ({ name }: StoredOrganization): string => textOrder(name);
  const once = (list: readonly StoredOrganization[], one: StoredOrganization): boolean =>
    list.filter((other) => named(other) === named(one)).length === 1;
  return olds.flatMap((from) => {
    const to =
      news.find(({ vendorId }) => vendorId === from.vendorId) ??
      news.find((one) => named(one) === named(from) && once(news, one) && once(olds, from));
    return to ? [{ from, to }] : [];
  });
}

/** Venues that are another system's too, each with that one: the chosen ones stay chosen. */
const joinedVenues = (db: WritableDb): ReadonlyMap<number, number> =>
  new Map(
    readVenueJoins(db).flatMap(({ venueId, joinedTo }) =>
      joinedTo === null ? [] : [[venueId, joinedTo] as const],
    ),
  );

async function carryChoice(work: ConnectionWork, { from, to }: Pair): Promise<void> {
  const joined = joinedVenues(work.db);
  const chosen = readVenues(work.db, from.id).filter((venue) => venue.chosen);
  const asSet = from.zoneOrigin === 'person' && to.zoneOrigin === 'vendor' ? from.zone : to.zone;
  await changeOrganization(work, to.id, {
    zone: asSet,
    closingHour: from.closingHour,
    chosen: from.chosen,
    chosenVenueIds: chosen.flatMap(({ id }) => joined.get(id) ?? []),
  });
}

function carryStatuses({ db, outside, announce }: ConnectionWork, pairs: readonly Pair[]) {
  const before = readStatusMapping(db, null);
  const organizations = pairs.map(({ from, to }) => ({ fromId: from.id, toId: to.id }));
  const changes = carriedOver(before, organizations);
  if (changes.length === 0) return { mappingVersion: null, statuses: 0 };
  const mappingVersion = saveMappingVersion(db, assign(before, changes), {
    cause: 'command',
    sameAs: null,
    author: readActiveProfile(db)?.name ?? '',
    validFrom: outside.now(),
  });
  announce('statusMapping.changed', { version: mappingVersion });
  return { mappingVersion, statuses: changes.length };
}

import type { Connection, ConnectionOrganization } from '../../contract/connections.ts';
import { Failure } from '../../domain/failure.ts';
import {
  countOrders,
  readConnection,
  readConnections,
  type StoredConnection,
} from '../../store/connections.ts';
import type { ReadableDb } from '../../store/database.ts';
import {
  readOrganizations,
  readVenues,
  type StoredOrganization,
} from '../../store/organizations.ts';

/** Every connection as the screen shows it. */
export function viewConnections(db: ReadableDb): readonly Connection[] {
  const orders = countOrders(db);
  return readConnections(db).map((stored) => toView(db, stored, orders.get(stored.id) ?? 0));
}

/** One living connection; fails with `not-found` `connections.absent`. */
export function viewConnection(db: ReadableDb, connectionId: number): Connection {
  const stored = findConnection(db, connectionId);
  return toView(db, stored, countOrders(db).get(connectionId) ?? 0);
}

/** The stored connection; fails with `not-found` `connections.absent` when absent or removed. */
export function findConnection(db: ReadableDb, connectionId: number): StoredConnection {
  const stored = readConnection(db, connectionId);
  if (!stored || stored.removed) throw new Failure('not-found', 'connections.absent');
  return stored;
}

function toView(db: ReadableDb, stored: StoredConnection, orders: number): Connection {
  const { hasSecret, contactAt, removed: _, ...same } = stored;
  return {
    ...same,
    secretKept: hasSecret,
    lastContactAt: contactAt,
    orders,
    organizations: readOrganizations(db, stored.id).map((one) => toOrganization(db, one)),
  };
}

function toOrganization(db: ReadableDb, organization: StoredOrganization): ConnectionOrganization {
  const { id, name, zone, zoneOrigin, closingHour, chosen } = organization;
  const venues = readVenues(db, id).map((venue) => ({
    id: venue.id,
    name: venue.name,
    address: venue.address,
    alive: venue.alive,
    chosen: venue.chosen,
  }));
  return { id, name, zone, zoneOrigin, closingHour, chosen, venues };
}

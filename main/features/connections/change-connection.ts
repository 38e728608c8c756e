import type { Connection } from '../../contract/connections.ts';
import { Failure } from '../../domain/failure.ts';
import { isZone } from '../../domain/local-time.ts';
import { openSource } from '../../sources/catalogue.ts';
import {
  findConnectionByLogin,
  saveConnection,
  saveSealedSecret,
  type ConnectionSettings,
} from '../../store/connections.ts';
import {
  saveOrganizationChoice,
  type OrganizationChoice,
} from '../../store/organization-choice.ts';
import { readOrganization } from '../../store/organizations.ts';
import { findConnection, viewConnection } from './connection-view.ts';
import { sourceOutside, type ConnectionWork } from './connection-outside.ts';
import { hashLogin } from './login-hash.ts';
import { openSecret, sealSecret, type Secret } from './secrets.ts';
import { requireSameHost } from './test-connection.ts';

type Change = Readonly<{
  connectionId: number;
  name: string;
  settings: ConnectionSettings;
  secret: Secret | null;
  historyDays: number;
  pollSeconds: number;
}>;

/** Changes a connection; a new login is checked against the others and sealed. */
export async function changeConnection(work: ConnectionWork, change: Change): Promise<Connection> {
  const { db, outside, announce } = work;
  const { connectionId, settings } = change;
  const { vendor } = findConnection(db, connectionId);
  if (change.secret === null) requireSameHost(work, connectionId, settings);
  const secret = change.secret ?? (await openSecret(db, outside, connectionId));
  openSource(vendor, settings, secret, sourceOutside(work));
  if (change.secret !== null) await replaceSecret(work, connectionId, settings, change.secret);
  saveConnection(db, connectionId, change);
  announce('connections.changed', { connectionId });
  return viewConnection(db, connectionId);
}

async function replaceSecret(
  { db, outside }: ConnectionWork,
  connectionId: number,
  settings: ConnectionSettings,
  secret: Secret,
): Promise<void> {
  const { vendor } = findConnection(db, connectionId);
  const loginHash = hashLogin(vendor, settings, secret);
  const sealed = await sealSecret(outside, secret);
  const same = findConnectionByLogin(db, vendor, loginHash);
  if (same && !same.removed && same.id !== connectionId) {
    throw new Failure('conflict', 'connections.already-connected', { name: same.name });
  }
  saveSealedSecret(db, connectionId, sealed, loginHash);
}

/** Changes zone, closing hour and choice of an organization; orders of other days move with them. */
export async function changeOrganization(
  work: ConnectionWork,
  organizationId: number,
  choice: OrganizationChoice,
): Promise<Connection> {
  const { db, announce } = work;
  const before = readOrganization(db, organizationId);
  if (!before) throw new Failure('not-found', 'connections.organization-absent');
  if (!isZone(choice.zone)) {
    throw new Failure('invalid', 'connections.unknown-zone', { zone: choice.zone });
  }
  const { connectionId } = before;
  findConnection(db, connectionId);
  saveOrganizationChoice(db, organizationId, choice);
  if (before.zone !== choice.zone || before.closingHour !== choice.closingHour) {
    await work.rederiveDays(organizationId);
    announce('orders.changed', { ids: [], created: 0, changed: 0, alarms: [] });
  }
  announce('connections.changed', { connectionId });
  return viewConnection(db, connectionId);
}

import { stackOf } from '../../domain/stack-of.ts';
import type { Connection } from '../../contract/connections.ts';
import { Failure } from '../../domain/failure.ts';
import type { DemoAccess } from '../../outside.ts';
import { readConnections, saveConnection, saveSealedSecret } from '../../store/connections.ts';
import { addConnection } from './add-connection.ts';
import { viewConnection } from './connection-view.ts';
import type { ConnectionWork } from './connection-outside.ts';
import { sealSecret } from './secrets.ts';

const VENDOR = 'iiko-cloud';
/** What the vendor guarantees, and what the demo chain has on the first day. */
const HISTORY_DAYS = 7;

/** Starts the demo chain and connects to it; `refused` `connections.no-demo` where there is none. */
export async function addDemo(work: ConnectionWork): Promise<Connection> {
  const { outside } = work;
  if (!outside.startDemo) throw new Failure('refused', 'connections.no-demo');
  const access = await outside.startDemo();
  const known = await followDemo(work, access);
  if (known !== null) return viewConnection(work.db, known);
  return addConnection(work, {
    vendor: VENDOR,
    name: '',
    settings: settingsOf(access),
    secret: secretOf(access),
    historyDays: HISTORY_DAYS,
    zone: null,
    demo: true,
  });
}

/** Starts the demo chain again for a connection of an earlier start; a failure is logged only. */
export async function resumeDemo(work: ConnectionWork): Promise<void> {
  const { outside, db } = work;
  if (!outside.startDemo || !readConnections(db).some(({ demo }) => demo)) return;
  try {
    await followDemo(work, await outside.startDemo());
  } catch (error) {
    const stack = stackOf(error);
    outside.log({ level: 'error', code: 'connections.demo-failed', stack });
  }
}

/** The chain has a new address after every start: the connection follows it. */
async function followDemo(work: ConnectionWork, access: DemoAccess): Promise<number | null> {
  const { db, outside, announce } = work;
  const known = readConnections(db).find(({ demo }) => demo);
  if (!known) return null;
  if (known.settings['host'] !== access.address || !known.hasSecret) {
    const secret = await sealSecret(outside, secretOf(access));
    saveConnection(db, known.id, { ...known, settings: settingsOf(access) });
    saveSealedSecret(db, known.id, secret);
    announce('connections.changed', { connectionId: known.id });
  }
  return known.id;
}

/** The chain is on this PC and needs no pause between requests. */
const settingsOf = (access: DemoAccess) => ({ host: access.address, minIntervalMs: 0 });

const secretOf = (access: DemoAccess) => ({ kind: 'api-login', apiLogin: access.apiLogin });

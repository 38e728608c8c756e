import { stackOf } from '../../domain/stack-of.ts';
import { setImmediate } from 'node:timers/promises';
import type { Connection } from '../../contract/connections.ts';
import { Failure } from '../../domain/failure.ts';
import {
  readConnection,
  readSealedSecret,
  saveRemoved,
  saveRestored,
} from '../../store/connections.ts';
import { finishPurge, purgeSlice, readPurging } from '../../store/purge-connection.ts';
import { findConnection, viewConnection } from './connection-view.ts';
import type { ConnectionWork } from './connection-outside.ts';

/** Sealed logins of connections removed since the start: for undo only, never on the disk. */
export type ForgottenSecrets = Map<number, Uint8Array>;

/** Removes a connection; with `delete` its orders go too, in small steps that survive a restart. */
export function removeConnection(
  work: ConnectionWork,
  forgotten: ForgottenSecrets,
  connectionId: number,
  data: 'keep' | 'delete',
): void {
  const { db, outside, announce } = work;
  findConnection(db, connectionId);
  const sealed = readSealedSecret(db, connectionId);
  saveRemoved(db, connectionId, outside.now(), data === 'delete');
  if (data === 'keep' && sealed) forgotten.set(connectionId, sealed);
  announce('connections.changed', { connectionId });
  if (data === 'delete') void purge(work, connectionId);
}

/** Takes a removed connection back; its login too, when it was removed since the start. */
export function restoreConnection(
  { db, announce }: ConnectionWork,
  forgotten: ForgottenSecrets,
  connectionId: number,
): Connection {
  const stored = readConnection(db, connectionId);
  if (!stored) throw new Failure('not-found', 'connections.absent');
  if (stored.removed) saveRestored(db, connectionId, forgotten.get(connectionId) ?? null);
  forgotten.delete(connectionId);
  announce('connections.changed', { connectionId });
  return viewConnection(db, connectionId);
}

/** Goes on with deletions that a restart cut short. */
export async function resumePurges(work: ConnectionWork): Promise<void> {
  for (const connectionId of readPurging(work.db)) await purge(work, connectionId);
}

async function purge({ db, outside, announce }: ConnectionWork, connectionId: number) {
  try {
    let lastId: number | null = 0;
    while (lastId !== null) {
      lastId = purgeSlice(db, connectionId, lastId);
      await setImmediate();
      if (!db.raw.open) return;
    }
    finishPurge(db, connectionId);
    announce('orders.changed', { ids: [], created: 0, changed: 0, alarms: [] });
    announce('connections.changed', { connectionId });
  } catch (error) {
    // Goes on at the next start: the mark is still there.
    const stack = stackOf(error);
    outside.log({ level: 'error', code: 'connections.purge-failed', stack });
  }
}

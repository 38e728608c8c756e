import { readConnections } from '../../store/connections.ts';
import { hasSourceSessions } from '../../store/source-sessions.ts';
import type { ConnectionWork } from './connection-outside.ts';
import { openKeptSource } from './open-kept-source.ts';

/**
 * Gives back what an earlier start did not: a crash must not keep a restaurant's licence slot. A
 * server that does not answer now forgets the session by itself.
 */
export async function releaseSessions(work: ConnectionWork): Promise<void> {
  if (!hasSourceSessions(work.db)) return;
  for (const { id, hasSecret } of readConnections(work.db)) {
    if (!hasSecret) continue;
    const opened = await openKeptSource(work, id).catch(() => null);
    await opened?.source.close?.();
  }
}

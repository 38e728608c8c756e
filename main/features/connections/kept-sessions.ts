import type { SessionKeeper } from '../../sources/order-source.ts';
import { readSourceSession, saveSourceSession } from '../../store/source-sessions.ts';
import type { ConnectionWork } from './connection-outside.ts';

/** Keeps sessions sealed in the store; one that the key store can no longer open is as good as none. */
export const keptSessions = ({
  db,
  outside,
}: Pick<ConnectionWork, 'db' | 'outside'>): SessionKeeper => ({
  async keep(key, session) {
    const sealed = session === null ? null : await outside.seal(session);
    saveSourceSession(db, key, sealed, outside.now());
  },
  async kept(key) {
    const sealed = readSourceSession(db, key);
    return sealed && outside.unseal(sealed);
  },
});

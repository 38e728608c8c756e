import type { Announce } from '../../contract/index.ts';
import type { Outside } from '../../outside.ts';
import type { SourceOutside } from '../../sources/order-source.ts';
import type { WritableDb } from '../../store/database.ts';
import { keptSessions } from './kept-sessions.ts';

/** What changing connections needs of the world. */
export type ConnectionOutside = Pick<
  Outside,
  'fetch' | 'tls' | 'now' | 'sleep' | 'random' | 'seal' | 'unseal' | 'startDemo' | 'log'
>;

/** What every act on connections works with. */
export type ConnectionWork = Readonly<{
  db: WritableDb;
  outside: ConnectionOutside;
  announce: Announce;
  /** Computes business days and instants of an organization's orders again after its zone changed. */
  rederiveDays: (organizationId: number) => void | Promise<void>;
}>;

/** The world as a source may see it; its requests go to the program's log without their content. */
export function sourceOutside(work: Pick<ConnectionWork, 'db' | 'outside'>): SourceOutside {
  const { outside } = work;
  return {
    fetch: outside.fetch,
    ...(outside.tls ? { tls: outside.tls } : {}),
    sessions: keptSessions(work),
    now: outside.now,
    sleep: outside.sleep,
    random: outside.random,
    logRequest(entry) {
      if (entry.failure === null) return;
      outside.log({
        level: 'warning',
        code: 'connections.request-failed',
        params: {
          path: entry.path,
          status: entry.status ?? 0,
          failure: entry.failure,
          correlationId: entry.correlationId ?? '',
        },
      });
    },
  };
}

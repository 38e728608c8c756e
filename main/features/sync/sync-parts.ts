import type { Announce } from '../../contract/index.ts';
import type { Outside } from '../../outside.ts';
import type { OrderSource, RequestLogEntry, SourceLimits } from '../../sources/order-source.ts';
import type { WritableDb } from '../../store/database.ts';

/** A connection's source, opened with its settings and secret, and what its vendor guarantees. */
export type OpenedSource = Readonly<{ source: OrderSource; limits: SourceLimits }>;

/** What sync works with; the application puts it together. */
export type SyncParts = Readonly<{
  db: WritableDb;
  outside: Pick<Outside, 'now' | 'sleep' | 'random' | 'log' | 'scheduled'>;
  announce: Announce;
  /**
   * `heard` is told of every finished request. Rejects with a `Failure`: the connection is gone, or its
   * secret can no longer be opened.
   */
  openSource(connectionId: number, heard: (entry: RequestLogEntry) => void): Promise<OpenedSource>;
}>;

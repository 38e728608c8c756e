import type { Announce } from '../../contract/index.ts';
import type { Outside } from '../../outside.ts';
import type { OrderSource, SourceLimits } from '../../sources/order-source.ts';
import type { WritableDb } from '../../store/database.ts';

/** What the back-fill works with; the application puts it together. */
export type BackFillParts = Readonly<{
  db: WritableDb;
  outside: Pick<Outside, 'now' | 'sleep' | 'random' | 'log' | 'scheduled'>;
  announce: Announce;
  /** Rejects with a `Failure`: the connection is gone, or its secret can no longer be opened. */
  openSource(
    connectionId: number,
  ): Promise<Readonly<{ source: OrderSource; limits: SourceLimits }>>;
}>;

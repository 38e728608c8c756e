import type { Announce } from '../../contract/index.ts';
import type { ConfigTopology } from '../../domain/config-topology.ts';
import type { Instant } from '../../domain/order.ts';
import type { Outside } from '../../outside.ts';
import type { OrderSource } from '../../sources/order-source.ts';
import type { WritableDb } from '../../store/database.ts';

/** What the editor of local files remembers, given by the application. */
export type FileMemory = Readonly<{
  topology(): ConfigTopology | null | Promise<ConfigTopology | null>;
  /** Every `terminalId` that the file at this path had, oldest first. */
  terminalIds(path: string): Promise<readonly Readonly<{ value: string; lastSeenAt: Instant }>[]>;
}>;

/** What a diagnosis works with. */
export type DiagnosisParts = Readonly<{
  db: WritableDb;
  outside: Pick<Outside, 'fetch' | 'now' | 'localIikoRoots'>;
  announce: Announce;
  /** Opens a connection's source with its kept login; rejects with a Failure. */
  openSource(connectionId: number): Promise<Readonly<{ source: OrderSource }>>;
  memory: FileMemory;
}>;

/** Remembers nothing: where no editor of local files is there. */
export const NO_MEMORY: FileMemory = { topology: () => null, terminalIds: async () => [] };

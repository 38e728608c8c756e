import type { Announce } from '../../contract/index.ts';
import type { ConfigTopology } from '../../domain/config-files/config-topology.ts';
import type { TerminalIdSighting } from '../../domain/diagnosis/diagnosis-evidence.ts';
import type { Outside } from '../../outside.ts';
import type { OrderSource } from '../../sources/order-source.ts';
import type { WritableDb } from '../../store/database.ts';

/** What the editor of local files remembers, given by the application. */
export type FileMemory = Readonly<{
  topology(): ConfigTopology | null | Promise<ConfigTopology | null>;
  /** Every `terminalId` that the file had, the one seen last at the end; `root` null: this PC's own. */
  terminalIds(path: string, root: string | null): Promise<readonly TerminalIdSighting[]>;
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

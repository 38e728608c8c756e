import type { Application } from '../../main/application.ts';
import type { Chain } from '../../main/demo/serve-chain.ts';
import { askCore } from '../../main/hosts/connect-demo.ts';
import {
  connectTo,
  newFolder,
  openDesk,
  removeFolder,
  servedChain,
} from '../faults/support/chain-desk.ts';

const ORDERS_A_DAY = 80;

/** The program with a week of a served chain's orders; they end where the chain's clock stands. */
export type SyncedChain = Readonly<{
  application: Application;
  dataFolder: string;
  /** The vendor's side, for what happens there meanwhile. */
  vendor: Chain;
  close(): Promise<void>;
}>;

/** Starts the real threads, connects a chain of its own and reads it to the end. */
export async function openSyncedChain(kind: string, seed: number): Promise<SyncedChain> {
  const served = await servedChain(seed, ORDERS_A_DAY);
  const dataFolder = newFolder(kind);
  const application = await openDesk(dataFolder);
  await connectTo(application, served.chain, 'Демо');
  await askCore(application, 'sync.runToEnd', { connectionId: null });
  return {
    application,
    dataFolder,
    vendor: served.chain,
    async close() {
      await application.close();
      await served.close();
      removeFolder(dataFolder);
    },
  };
}

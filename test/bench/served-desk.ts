import type { Application } from '../../main/application.ts';
import { startCore, type CoreOptions } from '../../main/hosts/thread/start-core.ts';
import { startWebHost } from '../../main/hosts/web/start-web-host.ts';
import { openWebSession, type WebSession } from '../support/web-session.ts';
import { quietCoreOptions } from './bench-store.ts';

/** The real threads over a folder in this process, and the web host with one client before them. */
export type ServedDesk = Readonly<{
  options: CoreOptions;
  application: Application;
  session: WebSession;
  close(): Promise<void>;
}>;

/** Starts the threads, serves them on a free port and lets one client in. */
export async function openServedDesk(folder: string): Promise<ServedDesk> {
  const options = quietCoreOptions(folder);
  const application = await startCore(options);
  const host = await startWebHost({
    port: 0,
    application,
    dataFolder: folder,
    sendPage: async () => false,
    explain: (failure) => failure.code,
    log: options.log,
  });
  const session = await openWebSession(host.issueStartAddress());
  return {
    options,
    application,
    session,
    async close() {
      session.close();
      await host.close();
      await application.close();
    },
  };
}

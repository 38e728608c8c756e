import type { Application } from '../../application.ts';
import { Failure } from '../../domain/failure.ts';
import { connectDemo } from '../connect-demo.ts';
import { nodeCoreOptions } from '../node/node-core-options.ts';
import { clearTransfers } from '../take-transfer.ts';
import type { Texts } from '../texts.ts';
import { startCore, type CoreOptions } from '../thread/start-core.ts';
import type { SendPage } from '../web/send-page.ts';
import { startWebHost, type WebHost } from '../web/start-web-host.ts';
import { openBrowser } from './open-browser.ts';
import type { StartOptions } from './start-options.ts';

const USUAL_PORT = 47_800;

/** Serves the application to a browser until the program is told to stop. */
export async function runWeb(
  options: StartOptions,
  texts: Texts,
  sendPage: SendPage,
  say: (line: string) => void,
): Promise<WebHost> {
  const core = nodeCoreOptions('web', options.dataFolder, true);
  const application = await startCore(core);
  await clearTransfers(options.dataFolder);
  if (options.demo) {
    say(texts.text('start.demo'));
    await connectDemo(application);
  }
  const host = await serve(options, application, core, texts, sendPage);
  const address = host.issueStartAddress();
  say(texts.text('start.address', { address }));
  if (options.openBrowser) openBrowser(address);
  closeOnSignal(host, application);
  return host;
}

async function serve(
  options: StartOptions,
  application: Application,
  core: CoreOptions,
  texts: Texts,
  sendPage: SendPage,
): Promise<WebHost> {
  const { dataFolder } = options;
  const { log } = core;
  const explain: (typeof texts)['failure'] = (failure) => texts.failure(failure);
  const start = (port: number): Promise<WebHost> =>
    startWebHost({ application, dataFolder, port, sendPage, explain, log });
  const { port } = options;
  if (port !== null) {
    return start(port).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') throw error;
      throw new Failure('conflict', 'hosts.port-taken', { port });
    });
  }
  return start(USUAL_PORT).catch(() => start(0));
}

function closeOnSignal(host: WebHost, application: Application): void {
  let closing = false;
  const close = async (): Promise<void> => {
    if (closing) return;
    closing = true;
    await host.close();
    await application.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => void close());
  }
}

import type { Application } from '../../application.ts';
import { connectDemo } from '../connect-demo.ts';
import { movedFolder } from '../node/moved-folder.ts';
import { nodeCoreOptions } from '../node/node-core-options.ts';
import { clearTransfers } from '../take-transfer.ts';
import type { Texts } from '../texts.ts';
import { startCore } from '../thread/start-core.ts';
import type { SendPage } from '../web/send-page.ts';
import { startOnPort } from '../web/start-on-port.ts';
import type { WebHost } from '../web/start-web-host.ts';
import { openBrowser } from './open-browser.ts';
import type { StartOptions } from './start-options.ts';

/** Serves the application to a browser until the program is told to stop. */
export async function runWeb(
  options: StartOptions,
  texts: Texts,
  sendPage: SendPage,
  say: (line: string) => void,
): Promise<WebHost> {
  const dataFolder = await movedFolder(options.dataFolder);
  const core = nodeCoreOptions('web', dataFolder, true);
  const application = await startCore(core);
  await clearTransfers(dataFolder);
  if (options.demo) {
    say(texts.text('start.demo'));
    await connectDemo(application);
  }
  const explain: Texts['failure'] = (failure) => texts.failure(failure);
  const serving = { application, dataFolder, sendPage, explain, log: core.log };
  const host = await startOnPort(serving, options.port);
  const address = host.issueStartAddress();
  say(texts.text('start.address', { address }));
  if (options.openBrowser) openBrowser(address);
  closeOnSignal(host, application);
  return host;
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

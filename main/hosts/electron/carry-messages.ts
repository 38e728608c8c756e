import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import type { Application } from '../../application.ts';
import { CHANNELS } from '../../contract/channels.ts';
import type { Outcome } from '../../contract/outcome.ts';
import { Failure } from '../../domain/failure.ts';
import { isOwnPage } from './page-address.ts';

const REFUSED: Outcome = {
  ok: false,
  failure: new Failure('refused', 'hosts.foreign-page').toData(),
};

/** Carries questions of our own page's main frame to the core; anybody else is refused. */
export function carryCalls(ipc: Pick<IpcMain, 'handle'>, application: Application): void {
  ipc.handle(CHANNELS.call, (event, topic: unknown, input: unknown) =>
    isOwnSender(event) && typeof topic === 'string' ? application.call(topic, input) : REFUSED,
  );
}

/** Carries announcements to every window that shows our page; answers how to stop. */
export function carryAnnouncements(
  application: Application,
  windows: () => readonly Readonly<{ webContents: Pick<WebContents, 'send' | 'isDestroyed'> }>[],
): () => void {
  return application.subscribe((topic, value) => {
    for (const { webContents } of windows()) {
      if (!webContents.isDestroyed()) webContents.send(CHANNELS.announcement, topic, value);
    }
  });
}

function isOwnSender({ senderFrame, sender }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && isOwnPage(senderFrame.url);
}

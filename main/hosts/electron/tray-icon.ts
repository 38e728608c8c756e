import type { Menu, Tray } from 'electron';
import type { Texts } from '../texts.ts';

export type TrayActions = Readonly<{ show(): void; syncNow(): void; quit(): void }>;

/** The icon by the clock: shows the window, fetches now, quits. The caller keeps it from being collected. */
export function fillTray(
  tray: Pick<Tray, 'setToolTip' | 'setContextMenu' | 'on'>,
  MenuMaker: Pick<typeof Menu, 'buildFromTemplate'>,
  { text }: Pick<Texts, 'text'>,
  actions: TrayActions,
): void {
  tray.setToolTip(text('desktop.name'));
  tray.on('click', () => actions.show());
  tray.setContextMenu(
    MenuMaker.buildFromTemplate([
      { label: text('desktop.tray.show'), click: () => actions.show() },
      { label: text('desktop.menu.sync-now'), click: () => actions.syncNow() },
      { type: 'separator' },
      { label: text('desktop.menu.quit'), click: () => actions.quit() },
    ]),
  );
}

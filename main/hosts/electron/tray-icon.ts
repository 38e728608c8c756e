import type { Menu, MenuItemConstructorOptions, NativeImage, Tray } from 'electron';
import type { Texts } from '../texts.ts';
import type { Autostart } from './autostart.ts';
import type { DeskState } from './desk-state.ts';
import { stateText } from './state-text.ts';

export type TrayActions = Readonly<{
  show(): void;
  syncNow(): void;
  quit(): void;
  /** Whether Windows starts the program; null where that is not ours to say. */
  startsWithWindows: Autostart | null;
  startWithWindows(wanted: boolean): void;
}>;

/** As nothing asks for anybody, and as something does. */
export type TrayImages = Readonly<{ usual: NativeImage; alert: NativeImage }>;

/** The icon by the clock: what asks for somebody, the window, fetching, start with Windows, the end. */
export function fillTray(
  tray: Pick<Tray, 'setImage' | 'setToolTip' | 'setContextMenu'>,
  images: TrayImages,
  MenuMaker: Pick<typeof Menu, 'buildFromTemplate'>,
  texts: Pick<Texts, 'text'>,
  actions: TrayActions,
  state: DeskState,
): void {
  const { text } = texts;
  const told = stateText(state, texts);
  const name = text('desktop.name');
  tray.setImage(told === '' ? images.usual : images.alert);
  tray.setToolTip(told === '' ? name : `${name}: ${told}`);
  tray.setContextMenu(
    MenuMaker.buildFromTemplate([
      ...(told === '' ? [] : [{ label: told, enabled: false }]),
      { label: text('desktop.tray.show'), click: () => actions.show() },
      { label: text('desktop.menu.sync-now'), click: () => actions.syncNow() },
      ...autostartItem(text, actions),
      { type: 'separator' },
      { label: text('desktop.menu.quit'), click: () => actions.quit() },
    ]),
  );
}

function autostartItem(
  text: Texts['text'],
  { startsWithWindows, startWithWindows }: TrayActions,
): MenuItemConstructorOptions[] {
  if (startsWithWindows === null) return [];
  return [
    {
      // What was set up for everybody only an administrator takes back.
      label: text(
        startsWithWindows === 'for-all' ? 'desktop.tray.autostart-all' : 'desktop.tray.autostart',
      ),
      type: 'checkbox',
      checked: startsWithWindows !== 'off',
      enabled: startsWithWindows !== 'for-all',
      click: ({ checked }) => startWithWindows(checked),
    },
  ];
}

import type { MenuItemConstructorOptions } from 'electron';
import type { Texts } from '../texts.ts';

export type MenuActions = Readonly<{ syncNow(): void; openLogs(): void }>;

/** The menu of the window: what Windows users look for, in the profile's language. */
export function applicationMenu(
  { text }: Pick<Texts, 'text'>,
  actions: MenuActions,
): MenuItemConstructorOptions[] {
  return [
    {
      label: text('desktop.menu.file'),
      submenu: [
        { label: text('desktop.menu.sync-now'), click: () => actions.syncNow() },
        { type: 'separator' },
        { role: 'quit', label: text('desktop.menu.quit') },
      ],
    },
    { label: text('desktop.menu.edit'), submenu: editItems(text) },
    { label: text('desktop.menu.view'), submenu: viewItems(text) },
    {
      label: text('desktop.menu.help'),
      submenu: [{ label: text('desktop.menu.logs'), click: () => actions.openLogs() }],
    },
  ];
}

function editItems(text: Texts['text']): MenuItemConstructorOptions[] {
  return (['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll'] as const).map((role) => ({
    role,
    label: text(`desktop.menu.${role}`),
  }));
}

function viewItems(text: Texts['text']): MenuItemConstructorOptions[] {
  return (['zoomIn', 'zoomOut', 'resetZoom', 'togglefullscreen'] as const).map((role) => ({
    role,
    label: text(`desktop.menu.${role}`),
  }));
}

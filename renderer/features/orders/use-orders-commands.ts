import { useMemo, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { PRESET_VIEWS } from '../../../main/domain/orders/order-filter.ts';
import type { Command } from '../../shared/commands/command.ts';
import { useCommands } from '../../shared/commands/registry.ts';
import type { TableHandle } from '../../shared/data-table/data-table.tsx';
import { notify } from '../../shared/ui/notify.ts';
import type { ViewActions } from './list/view-tabs.tsx';
import type { OrdersSlice } from './orders-slice.ts';

/** Keys that the table handles itself, for the list of shortcuts. */
const TABLE_KEYS: readonly (readonly [name: string, keys: string])[] = [
  ['arrows', 'ArrowDown'],
  ['page', 'PageDown'],
  ['ends', 'End'],
  ['open', 'Enter'],
  ['preview', 'Space'],
  ['close', 'Escape'],
  ['extend', 'Shift+ArrowDown'],
  ['toggle', 'Ctrl+Space'],
  ['select-all', 'Ctrl+KeyA'],
  ['copy', 'Ctrl+KeyC'],
  ['column-menu', 'Shift+F10'],
  ['column-width', 'Alt+ArrowRight'],
  ['column-move', 'Ctrl+Shift+ArrowRight'],
];

type Parts = Readonly<{
  slice: OrdersSlice;
  search: RefObject<HTMLInputElement | null>;
  table: RefObject<TableHandle | null>;
  views: ViewActions;
  exportRows: (() => void) | null;
}>;

/** Offers what this screen can do to the palette and to the list of shortcuts. */
export function useOrdersCommands({ slice, search, table, views, exportRows }: Parts): void {
  const { t } = useTranslation();
  const commands = useMemo<readonly Command[]>(() => {
    const group = t('app.screen.orders');
    const own = (id: string, keys: string | null, run: () => void): Command => ({
      id: `orders.${id}`,
      title: t(`orders.command.${id}`),
      group,
      ...(keys === null ? {} : { keys }),
      run,
    });
    const hints = TABLE_KEYS.map(([name, keys]) => ({
      ...own(name, keys, () => table.current?.focus()),
      hintOnly: true,
    }));
    const refuse = (): void => notify({ tone: 'warning', title: t('orders.export.refused') });
    return [
      own('search', 'Ctrl+KeyF', () => search.current?.select()),
      own('list', 'F6', () => table.current?.focus()),
      own('fresh', 'F4', () => slice.showFresh()),
      own('today', null, () => slice.setPeriod({ type: 'today' })),
      own('everything', null, () => slice.setPeriod({ type: 'all' })),
      own('export', 'Ctrl+KeyE', exportRows ?? refuse),
      ...PRESET_VIEWS.map((view) => ({
        id: `orders.view.${view}`,
        title: t('orders.command.view', { view: t(`orders.view.${view}`) }),
        group,
        run: () => views.choosePreset(view),
      })),
      ...hints,
    ];
  }, [t, slice, search, table, views, exportRows]);
  useCommands(commands);
}

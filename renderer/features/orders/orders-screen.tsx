import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { OrderColumn } from '../../../main/domain/orders/order-filter.ts';
import { useChangePersonal, useMay, usePersonal } from '../../bridge/session-context.tsx';
import type { TableHandle } from '../../shared/data-table/data-table.tsx';
import { Screen } from '../../shared/ui/screen.tsx';
import { useNotifyFailure } from '../../shared/ui/use-notify-failure.ts';
import { OpenedCard } from './card/opened-card.tsx';
import type { CardMore } from './card/order-card-panel.tsx';
import { OrdersFilters } from './filters/orders-filters.tsx';
import { SearchBox } from './filters/search-box.tsx';
import { ListContent } from './list/list-content.tsx';
import { ListToolbar } from './list/list-toolbar.tsx';
import { NameDialog, type NameQuestion } from './list/name-dialog.tsx';
import { OrdersTable } from './list/orders-table.tsx';
import { useCopyRows } from './list/use-copy-rows.ts';
import { useExport } from './list/use-export.ts';
import { useOrdersColumns } from './list/use-orders-columns.ts';
import { useSavedViews } from './list/use-saved-views.ts';
import { ViewTabs } from './list/view-tabs.tsx';
import { useOrdersCommands } from './use-orders-commands.ts';
import { useOrdersSlice } from './use-orders-slice.ts';

/** What the screen can do, whichever part of it asks. */
function useOrdersScreen() {
  const slice = useOrdersSlice();
  const search = useRef<HTMLInputElement>(null);
  const table = useRef<TableHandle>(null);
  const [question, ask] = useState<NameQuestion | null>(null);
  const views = useSavedViews(slice, ask);
  const arrangement = useOrdersColumns();
  const exportAll = useExport(slice, arrangement.shownIds);
  const exportRows = useMay('export-orders') ? exportAll : null;
  const onCopy = useCopyRows(slice, arrangement.shown);
  useOrdersCommands({ slice, search, table, views, exportRows });
  return { slice, search, table, question, ask, views, arrangement, exportRows, onCopy };
}

/** Deliveries: the list is the hero, the card stands beside it. */
export function OrdersScreen(props: { readonly cardMore?: CardMore }): ReactNode {
  const { t } = useTranslation();
  const { slice, search, table, views, arrangement, ...screen } = useOrdersScreen();
  const { cardWidth } = usePersonal();
  const changePersonal = useChangePersonal();
  const notifyFailure = useNotifyFailure();
  const filter = useStore(slice, (state) => state.filter);
  const openedId = useStore(slice, (state) => state.openedId);
  const [folded, setFolded] = useState<readonly OrderColumn[]>([]);
  const toList = (): void => table.current?.focus();
  const close = (): void => {
    slice.closeOrder();
    toList();
  };
  return (
    <Screen
      title={t('app.screen.orders')}
      actions={
        <ListToolbar arrangement={arrangement} folded={folded} exportRows={screen.exportRows} />
      }
      search={
        <SearchBox ref={search} search={filter.search} onSearch={slice.search} onLeave={toList} />
      }
      tabs={<ViewTabs slice={slice} actions={views} />}
      filters={<OrdersFilters slice={slice} />}
      side={
        openedId !== null && (
          <OpenedCard slice={slice} orderId={openedId} onClose={close} more={props.cardMore} />
        )
      }
      sideLabel={t('orders.card')}
      sideWidth={cardWidth}
      onSideWidth={(width) => void changePersonal({ cardWidth: width }).catch(notifyFailure)}
    >
      <ListContent slice={slice}>
        {(list) => (
          <OrdersTable
            slice={slice}
            list={list}
            columns={arrangement.columns}
            layout={arrangement.layout}
            onLayout={arrangement.onLayout}
            onFolded={setFolded}
            onCopy={screen.onCopy}
            table={table}
          />
        )}
      </ListContent>
      <NameDialog question={screen.question} onClose={() => screen.ask(null)} />
    </Screen>
  );
}

import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedView } from '../../../../main/contract/settings.ts';
import type { PresetView } from '../../../../main/domain/orders/order-filter.ts';
import { useChangePersonal, usePersonal } from '../../../bridge/session-context.tsx';
import { useNotifyFailure } from '../../../shared/ui/use-notify-failure.ts';
import { useDid } from '../../../shared/undo/undo-context.tsx';
import { mutable } from '../orders-core.ts';
import type { OrdersSlice } from '../orders-slice.ts';
import type { NameQuestion } from './name-dialog.tsx';
import type { ViewActions } from './view-tabs.tsx';

/** Keeps the profile's views, each change with a way back. */
function useKeepViews(): (views: SavedView[], title: string) => void {
  const { savedViews } = usePersonal();
  const changePersonal = useChangePersonal();
  const notifyFailure = useNotifyFailure();
  const did = useDid();
  return useCallback(
    (views, title) => {
      const keep = (kept: SavedView[]): Promise<void> => changePersonal({ savedViews: kept });
      const way = { title, undo: () => keep(savedViews), redo: () => keep(views) };
      keep(views).then(() => did(way), notifyFailure);
    },
    [savedViews, changePersonal, notifyFailure, did],
  );
}

/** Filters stay, as the tabs count: «Готовятся» of one venue are that venue's. */
function choosePreset(slice: OrdersSlice, view: PresetView): void {
  const { filter, sort } = slice.getState();
  slice.setView({ ...filter, view }, sort);
}

function viewOf(slice: OrdersSlice, name: string): SavedView {
  const { filter, sort } = slice.getState();
  return { id: crypto.randomUUID(), name, filter: mutable(filter), sort };
}

/** Choosing, saving, updating, renaming and removing views; each edit has a way back. */
export function useSavedViews(
  slice: OrdersSlice,
  ask: (question: NameQuestion) => void,
): ViewActions {
  const { t } = useTranslation();
  const { savedViews } = usePersonal();
  const keep = useKeepViews();
  return useMemo(() => {
    const save = (name: string): void =>
      keep([...savedViews, viewOf(slice, name)], t('orders.view.saved', { name }));
    const names = (but?: SavedView): string[] =>
      savedViews.filter(({ id }) => id !== but?.id).map(({ name }) => name);
    const update = ({ id, name }: SavedView): void =>
      keep(
        savedViews.map((one) => (one.id === id ? { ...viewOf(slice, name), id } : one)),
        t('orders.view.updated', { name }),
      );
    const rename = (view: SavedView, name: string): void =>
      keep(
        savedViews.map((one) => (one.id === view.id ? { ...one, name } : one)),
        t('orders.view.renamed', { name }),
      );
    return {
      choosePreset: (view) => choosePreset(slice, view),
      chooseSaved: (view) => slice.setView(view.filter, view.sort),
      save: () => ask({ title: t('orders.view.save'), name: '', taken: names(), onName: save }),
      update,
      rename: (view) => {
        const onName = (name: string): void => rename(view, name);
        ask({ title: t('orders.view.rename'), name: view.name, taken: names(view), onName });
      },
      remove: (view) =>
        keep(
          savedViews.filter(({ id }) => id !== view.id),
          t('orders.view.removed', { name: view.name }),
        ),
    };
  }, [savedViews, keep, slice, ask, t]);
}

import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/format/use-format.ts';
import { orderColumns } from './order-columns.tsx';
import { useListLayout } from './use-list-layout.ts';

/** What {@link useOrdersColumns} answers. */
export type OrdersColumns = ReturnType<typeof useOrdersColumns>;

/** The columns, as the profile arranged them. */
export function useOrdersColumns() {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = useMemo(() => orderColumns(t, format), [t, format]);
  const arrangement = useListLayout(columns);
  const { layout } = arrangement;
  const shown = useMemo(() => {
    const ids = layout.filter((place) => place.shown).map(({ column }) => column);
    return ids.flatMap((id) => columns.filter((column) => column.id === id));
  }, [columns, layout]);
  const shownIds = useMemo(() => shown.map(({ id }) => id), [shown]);
  return { columns, shown, shownIds, ...arrangement };
}

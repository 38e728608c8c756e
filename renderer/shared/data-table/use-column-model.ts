import { useMemo } from 'react';
import {
  columnOrderingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { fitColumns, type ColumnPlace } from './column-layout.ts';
import type { TableColumn } from './table-column.ts';

const features = tableFeatures({
  columnOrderingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
});

/** Rows live in the page cache and never in the table: it owns the columns only. */
const NO_DATA: object[] = [];

/** A column on the screen with the width that it got. */
export type VisibleColumn<Row, Id extends string> = Readonly<{
  column: TableColumn<Row, Id>;
  width: number;
}>;

/** The columns as they stand on the screen, and those that found no room. */
export type ColumnModel<Row, Id extends string> = Readonly<{
  visible: readonly VisibleColumn<Row, Id>[];
  folded: readonly Id[];
  totalPx: number;
}>;

/** Orders, sizes and folds the columns for the room there is. */
export function useColumnModel<Row, Id extends string>(
  columns: readonly TableColumn<Row, Id>[],
  layout: readonly ColumnPlace<Id>[],
  roomPx: number,
): ColumnModel<Row, Id> {
  const fitted = useMemo(() => fitColumns(columns, layout, roomPx), [columns, layout, roomPx]);
  const definitions = useMemo(
    () => columns.map(({ id, minWidth }) => ({ id, minSize: Math.min(minWidth, 40) })),
    [columns],
  );
  const state = useMemo(() => stateOf(columns, layout, fitted.columns), [columns, layout, fitted]);
  const table = useTable({ features, columns: definitions, data: NO_DATA, state });
  return useMemo(() => {
    const known = new Map<string, TableColumn<Row, Id>>(columns.map((one) => [one.id, one]));
    const visible = table.getVisibleLeafColumns().flatMap((leaf) => {
      const column = known.get(leaf.id);
      return column ? [{ column, width: leaf.getSize() }] : [];
    });
    return { visible, folded: fitted.folded, totalPx: table.getTotalSize() };
    // The table is one object for ever: its state is what changes.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [columns, fitted, state]);
}

function stateOf<Id extends string>(
  columns: readonly Readonly<{ id: Id }>[],
  layout: readonly ColumnPlace<Id>[],
  fitted: readonly Readonly<{ id: Id; width: number }>[],
) {
  const widths: Record<string, number> = Object.fromEntries(
    fitted.map(({ id, width }) => [id, width]),
  );
  return {
    columnOrder: layout.map((place) => place.column as string),
    columnSizing: widths,
    columnVisibility: Object.fromEntries(columns.map(({ id }) => [id, id in widths])),
  };
}

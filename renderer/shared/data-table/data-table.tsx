import {
  useCallback,
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
  useState,
  useSyncExternalStore,
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type Ref,
  type RefObject,
} from 'react';
import { FOCUS_HOME, isFocusFree } from '../navigation/focus-home.ts';
import type { ColumnPlace } from './column-layout.ts';
import styles from './data-table.module.css';
import { hasRow } from './row-ranges.ts';
import type { RowSource, TableColumn, TableSort } from './table-column.ts';
import { focusedAll, focusedRow, type TableFocus } from './table-focus.ts';
import { TableHeader } from './table-header.tsx';
import { tableCommand, type TableCommand } from './table-key.ts';
import { TableRow } from './table-row.tsx';
import { useColumnModel, type VisibleColumn } from './use-column-model.ts';
import { lastPinned, PinnedGroup, type PinnedRows } from './pinned-rows.tsx';
import { useSize } from './use-size.ts';
import { useScrollWindow, type ScrollWindow } from './use-scroll-window.ts';

/** The coloured edge of every line. */
const EDGE_PX = 3;

/** What the owner of a table can make it do. */
export type TableHandle = Readonly<{
  show(row: number, where: 'nearest' | 'start'): void;
  focus(): void;
}>;

/** A table of any length; position, sort and choice belong to its owner. */
export type DataTableProps<Row, Id extends string> = Readonly<{
  /** What the rows are, for a screen reader. */
  label: string;
  columns: readonly TableColumn<Row, Id>[];
  layout: readonly ColumnPlace<Id>[];
  onLayout: (layout: readonly ColumnPlace<Id>[]) => void;
  sort: TableSort<Id>;
  onSort: (sort: TableSort<Id>) => void;
  rows: RowSource<Row>;
  rowPx: number;
  focus: TableFocus;
  onFocus: (focus: TableFocus) => void;
  /** A row was clicked or Enter was pressed on it. */
  onOpen: (index: number) => void;
  onPreview: (index: number) => void;
  onEscape: () => void;
  onCopy: () => void;
  /** Columns that found no room. */
  onFolded?: (folded: readonly Id[]) => void;
  /** A word for the line's colour; styles are the owner's. */
  tone?: (row: Row) => string;
  pinned?: PinnedRows<Row> | null;
  ref?: Ref<TableHandle>;
}>;

function clickHow(event: MouseEvent): 'alone' | 'extend' | 'toggle' {
  if (event.shiftKey) return 'extend';
  return event.ctrlKey || event.metaKey ? 'toggle' : 'alone';
}

function indexUnder(event: MouseEvent): number | null {
  const row = (event.target as Element).closest<HTMLElement>('[data-index]');
  return row ? Number(row.dataset['index']) : null;
}

function run<Row, Id extends string>(
  command: TableCommand,
  props: DataTableProps<Row, Id>,
  view: ScrollWindow,
): void {
  const { focus, rows } = props;
  switch (command.type) {
    case 'go':
      props.onFocus(focusedRow(focus, command.to, command.how));
      return view.show(command.to, 'nearest');
    case 'all':
      return props.onFocus(focusedAll(focus, rows.count));
    case 'copy':
      return props.onCopy();
    case 'open':
      return focus.active === null ? undefined : props.onOpen(focus.active);
    case 'preview':
      return focus.active === null ? undefined : props.onPreview(focus.active);
    case 'escape':
      return props.onEscape();
  }
}

/** The arrow goes from the first row to those pinned above it. */
const leavesUpwards = (
  { key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent,
  focus: TableFocus,
) => key === 'ArrowUp' && !(shiftKey || ctrlKey || metaKey || altKey) && (focus.active ?? 0) === 0;

function tableEvents<Row, Id extends string>(props: DataTableProps<Row, Id>, view: ScrollWindow) {
  const { focus, rows } = props;
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.target !== event.currentTarget) return;
    const above = leavesUpwards(event, focus) ? lastPinned(event.currentTarget) : null;
    if (above) {
      event.preventDefault();
      return above.focus();
    }
    const place = { active: focus.active, count: rows.count, pageRows: view.pageRows };
    const command = tableCommand(event, place);
    if (!command) return;
    event.preventDefault();
    run(command, props, view);
  };
  const onClick = (event: MouseEvent): void => {
    const index = indexUnder(event);
    if (index === null) return;
    const how = clickHow(event);
    props.onFocus(focusedRow(focus, index, how));
    if (how === 'alone') props.onOpen(index);
  };
  return { onKeyDown, onClick };
}

function linesAbove<Row>({ pinned }: { readonly pinned?: PinnedRows<Row> | null }): number {
  return pinned ? pinned.rows.length + 2 : 1;
}

function Rows<Row, Id extends string>(props: {
  readonly table: DataTableProps<Row, Id>;
  readonly view: ScrollWindow;
  readonly columns: readonly VisibleColumn<Row, Id>[];
  readonly idOf: (index: number) => string;
}): ReactNode {
  const { table, view, columns } = props;
  const { rows, focus, rowPx } = table;
  const slots = Math.max(1, Math.min(rows.count, view.pageRows + 23));
  const drawn: ReactNode[] = [];
  for (let index = view.first; index <= view.last; index += 1) {
    const row = rows.rowAt(index);
    drawn.push(
      <TableRow
        // Elements are used again in turn, so scrolling neither makes nor removes any.
        key={index % slots}
        row={row}
        index={index}
        above={linesAbove(table)}
        topPx={index * rowPx - view.shiftPx}
        id={props.idOf(index)}
        active={focus.active === index}
        chosen={hasRow(focus.chosen, index)}
        columns={columns}
        tone={row && table.tone?.(row)}
      />,
    );
  }
  return drawn;
}

/**
 * Takes the focus when the table comes where nobody holds it. Nobody pressed a key yet, so it is not
 * outlined before one is.
 */
function useArrival(box: RefObject<HTMLDivElement | null>, toRows: () => void) {
  const [arrived, setArrived] = useState(false);
  useEffect(() => {
    if (!isFocusFree()) return;
    toRows();
    setArrived(box.current === document.activeElement);
  }, [box, toRows]);
  const used = (): void => setArrived(false);
  return { 'data-arrived': arrived || undefined, onBlur: used, onKeyDownCapture: used };
}

/** A list of any length: drawn in part, reachable in full, by mouse and by keyboard. */
export function DataTable<Row, Id extends string>(props: DataTableProps<Row, Id>): ReactNode {
  const { rows, focus, rowPx, onFolded } = props;
  const prefix = useId();
  const head = useRef<HTMLDivElement>(null);
  const view = useScrollWindow(rows.count, rowPx, useSize(head).height);
  const model = useColumnModel(props.columns, props.layout, view.widthPx - EDGE_PX);
  useSyncExternalStore(rows.subscribe, rows.version);
  useEffect(() => rows.want(view.first, view.last), [rows, view.first, view.last]);
  useEffect(() => onFolded?.(model.folded), [onFolded, model.folded]);
  const { box } = view;
  const toRows = useCallback(() => box.current?.focus({ preventScroll: true }), [box]);
  useImperativeHandle(props.ref, () => ({ show: view.show, focus: toRows }));
  const arrival = useArrival(box, toRows);
  const idOf = (index: number): string => `${prefix}-row-${index}`;
  const drawn = (row: number | null): row is number =>
    row !== null && row >= view.first && row <= view.last;
  const { onKeyDown, onClick } = tableEvents(props, view);
  const template = model.visible.map(({ width }) => `${width}px`).join(' ');
  return (
    <div
      ref={view.box}
      {...FOCUS_HOME}
      role="grid"
      tabIndex={0}
      aria-label={props.label}
      aria-rowcount={rows.count + linesAbove(props)}
      aria-multiselectable
      aria-activedescendant={drawn(focus.active) ? idOf(focus.active) : undefined}
      className={styles.table}
      style={{ '--row-px': `${rowPx}px`, '--columns': template } as CSSProperties}
      onScroll={view.onScroll}
      {...arrival}
      onKeyDown={onKeyDown}
    >
      <div className={styles.header} ref={head}>
        <TableHeader
          columns={model.visible}
          layout={props.layout}
          onLayout={props.onLayout}
          sort={props.sort}
          onSort={props.onSort}
        />
        {props.pinned && (
          <PinnedGroup pinned={props.pinned} columns={model.visible} onLeave={toRows} />
        )}
      </div>
      {/* Keys are heard by the grid itself, which holds the focus for its rows. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events */}
      <div role="rowgroup" ref={view.canvas} className={styles.canvas} onClick={onClick}>
        <Rows table={props} view={view} columns={model.visible} idOf={idOf} />
      </div>
    </div>
  );
}

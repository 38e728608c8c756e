import {
  useEffect,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from 'react';
import { useTranslation } from 'react-i18next';
import type {
  ReportCell,
  ReportColumn,
  ReportQuery,
  ReportRow,
  ReportSection,
} from '../../../../main/contract/reports.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useValueText } from '../figures/use-value-text.ts';
import { columnGroups } from './column-heads.ts';
import { rowKey, shownRows, type RowSort, type ShownRow } from './report-rows.ts';
import styles from './report-table.module.css';
import { TableHead } from './table-head.tsx';
import { BodyRow, TotalRow, type RowDrawing } from './table-rows.tsx';
import { treeCommand, type CellPlace } from './tree-key.ts';
import { useRowWindow, type RowWindow } from './use-row-window.ts';

/** A figure of a report; column null: the whole row. */
export type Figure = Readonly<{
  query: ReportQuery;
  row: ReportRow;
  column: ReportColumn | null;
  /** The figure itself; null when it is not known, or for a whole row. */
  value: ReportCell;
  currency: string;
}>;

type Props = Readonly<{
  label: string;
  rowsTitle: string;
  query: ReportQuery;
  columns: readonly ReportColumn[];
  section: ReportSection;
  /** The figure whose orders stand beside the table. */
  opened: Figure | null;
  onOpen: (figure: Figure) => void;
  onEscape: () => void;
}>;

const ROW_PX = 28;
const COMPARED_ROW_PX = 38;
/** Two lines of head at most. */
const HEAD_PX = 66;

function useTree({ section }: Props) {
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const [sort, setSort] = useState<RowSort>(null);
  const rows = useMemo(
    () => shownRows(section.rows, unfolded, sort),
    [section.rows, unfolded, sort],
  );
  const fold = ({ key, open }: ShownRow): void => {
    const next = new Set(unfolded);
    if (open) next.delete(key);
    else next.add(key);
    setUnfolded(next);
  };
  return { rows, sort, setSort, fold };
}

function placeUnder(event: MouseEvent): CellPlace | null {
  const cell = (event.target as Element).closest<HTMLElement>('td[data-row]');
  return cell && { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) };
}

function useDrawing({ columns, section }: Props): RowDrawing {
  const { t } = useTranslation();
  const format = useFormat();
  const valueText = useValueText();
  const { currency } = section;
  return useMemo(() => {
    const begins = new Set(columnGroups(columns)?.map(({ from }) => from));
    return { columns, begins, context: { currency, format, t }, valueText };
  }, [columns, currency, format, t, valueText]);
}

/** The cell that keys stand on; it takes the focus when they move it. */
function useActive(box: { readonly current: HTMLElement | null }, rowPx: number) {
  const [active, setActive] = useState<CellPlace>({ row: 0, column: 0 });
  const moved = useRef(false);
  const go = (to: CellPlace, last: number): void => {
    const element = box.current;
    if (element && to.row !== last) {
      const top = to.row * rowPx;
      const room = element.clientHeight - 2 * rowPx - HEAD_PX;
      if (top < element.scrollTop) element.scrollTop = top;
      else if (top > element.scrollTop + room) element.scrollTop = top - room;
    }
    moved.current = true;
    setActive(to);
  };
  useEffect(() => {
    if (!moved.current) return;
    const { row, column } = active;
    const cell = box.current?.querySelector<HTMLElement>(
      `td[data-row="${row}"][data-column="${column}"]`,
    );
    if (!cell) return;
    moved.current = false;
    cell.focus({ preventScroll: column === 0 });
  });
  return { active, setActive, go };
}

/** The place where it was stood on, as far as the table still has it. */
const kept = ({ row, column }: CellPlace, lastRow: number, lastColumn: number): CellPlace => ({
  row: Math.min(row, lastRow),
  column: Math.min(column, lastColumn),
});

/** The one cell that Tab comes to: what is stood on, or the first row in sight. */
function tabStop(active: CellPlace, view: RowWindow, last: number): CellPlace {
  const drawn = active.row === last || (active.row >= view.first && active.row < view.end);
  return drawn ? active : { row: view.first, column: 0 };
}

type Row = (at: number) => ReportRow | undefined;

/** What keys and clicks do in the table. */
function useTable(props: Props) {
  const { columns, section } = props;
  const tree = useTree(props);
  const { rows, fold } = tree;
  const rowPx = section.total.compared ? COMPARED_ROW_PX : ROW_PX;
  const box = useRef<HTMLDivElement>(null);
  const view = useRowWindow(box, rows.length, rowPx);
  const last = rows.length;
  const { active: stood, setActive, go } = useActive(box, rowPx);
  const active = kept(stood, last, columns.length);
  const rowAt: Row = (at) => (at === last ? section.total : rows[at]?.row);
  const open = ({ row, column }: CellPlace): void => {
    const target = rowAt(row);
    if (!target) return;
    const value = target.cells[column - 1] ?? null;
    const { query } = props;
    const { currency } = section;
    props.onOpen({ query, row: target, column: columns[column - 1] ?? null, value, currency });
  };
  const click = (event: MouseEvent): void => {
    const place = placeUnder(event);
    if (!place) return;
    setActive(place);
    const row = rows[place.row];
    if (row && place.column === 0 && row.children > 0) fold(row);
    else open(place);
  };
  const press = (event: KeyboardEvent): void => {
    if (!(event.target as Element).matches('td')) return;
    const row = rows[active.row];
    const command = treeCommand(event.key, event.ctrlKey || event.metaKey, active, {
      rows: last + 1,
      columns: columns.length + 1,
      pageRows: view.pageRows,
      open: row?.open ?? false,
      children: row?.children ?? 0,
    });
    if (!command) return;
    event.preventDefault();
    if (command.type === 'go') go(command.to, last);
    else if (command.type === 'open') open(active);
    else if (command.type === 'escape') props.onEscape();
    else if (row) fold(row);
  };
  return { ...tree, rowPx, box, view, active, last, click, press };
}

/** The column of the opened figure in this row: 0 the whole row, null another row. */
function openedColumn({ opened, section, columns }: Props, row: ReportRow): number | null {
  if (!opened || opened.currency !== section.currency || rowKey(opened.row) !== rowKey(row))
    return null;
  return opened.column ? columns.findIndex(({ key }) => key === opened.column?.key) + 1 : 0;
}

/** Keeps the room of rows that are not drawn. */
function Room({ heightPx }: { readonly heightPx: number }): ReactNode {
  return (
    heightPx > 0 && (
      <tr aria-hidden style={{ height: heightPx }}>
        <td />
      </tr>
    )
  );
}

/** A report as a tree of rows under pinned heads, above a pinned total; every figure opens its orders. */
export function ReportTable(props: Props): ReactNode {
  const { t } = useTranslation();
  const { columns, section } = props;
  const { rows, sort, setSort, rowPx, box, view, active, last, click, press } = useTable(props);
  const drawing = useDrawing(props);
  const stop = tabStop(active, view, last);
  const activeIn = (row: number): number | null => (stop.row === row ? stop.column : null);
  return (
    <div className={styles.box} ref={box} onScroll={view.onScroll}>
      <table
        // Its cells take the focus and hear the keys.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
        role="treegrid"
        className={styles.table}
        style={{ '--row-px': `${rowPx}px` } as CSSProperties}
        aria-label={props.label}
        aria-rowcount={last + 2}
        onClick={click}
        onKeyDown={press}
      >
        <TableHead
          columns={columns}
          currency={section.currency}
          rowsTitle={props.rowsTitle}
          sort={sort}
          onSort={setSort}
          valueText={drawing.valueText}
        />
        <tbody>
          <Room heightPx={view.abovePx} />
          {rows.slice(view.first, view.end).map((row, at) => (
            <BodyRow
              key={row.key}
              shown={row}
              at={view.first + at}
              drawing={drawing}
              activeColumn={activeIn(view.first + at)}
              shownColumn={openedColumn(props, row.row)}
            />
          ))}
          <Room heightPx={view.belowPx} />
        </tbody>
        <TotalRow
          total={section.total}
          at={last}
          title={t('report-screens.total')}
          drawing={drawing}
          activeColumn={activeIn(last)}
          shownColumn={openedColumn(props, section.total)}
        />
      </table>
    </div>
  );
}

import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';
import type { ReportColumn, ReportRow } from '../../../../main/contract/reports.ts';
import type { FigureContext } from '../figures/write-figure.ts';
import type { ValueWriter } from '../figures/value-text.ts';
import { FigureCell } from './figure-cell.tsx';
import type { ShownRow } from './report-rows.ts';
import styles from './report-table.module.css';

/** What every row of a table is drawn with. */
export type RowDrawing = Readonly<{
  columns: readonly ReportColumn[];
  /** Columns that begin a group. */
  begins: ReadonlySet<number>;
  context: FigureContext;
  valueText: ValueWriter;
}>;

const INDENT_PX = 16;

function Figures(props: {
  readonly row: ReportRow;
  readonly at: number;
  readonly drawing: RowDrawing;
  readonly activeColumn: number | null;
  readonly shownColumn: number | null;
}): ReactNode {
  const { row, at, drawing, activeColumn, shownColumn } = props;
  return drawing.columns.map((column, place) => (
    <FigureCell
      key={column.key}
      cell={row.cells[place] ?? null}
      compared={row.compared?.[place]}
      column={column}
      context={drawing.context}
      place={{ row: at, column: place + 1, begins: drawing.begins.has(place) }}
      active={activeColumn === place + 1}
      shown={shownColumn === place + 1}
    />
  ));
}

function BodyRowPlain(props: {
  readonly shown: ShownRow;
  readonly at: number;
  readonly drawing: RowDrawing;
  readonly activeColumn: number | null;
  readonly shownColumn: number | null;
}): ReactNode {
  const { shown, at, drawing, activeColumn } = props;
  const { row, level, children, open } = shown;
  const last = row.path.at(-1);
  const name = last ? drawing.valueText(last) : '';
  const Fold = open ? IconChevronDown : IconChevronRight;
  return (
    <tr
      aria-level={level}
      aria-rowindex={at + 2}
      aria-expanded={children > 0 ? open : undefined}
      aria-selected={props.shownColumn !== null}
    >
      <td
        tabIndex={activeColumn === 0 ? 0 : -1}
        data-row={at}
        data-column={0}
        data-shown={props.shownColumn === 0 || undefined}
        data-opens
        title={name}
      >
        <span className={styles.name} style={{ paddingLeft: (level - 1) * INDENT_PX }}>
          {children > 0 ? (
            <Fold className={styles.fold} size={14} aria-hidden />
          ) : (
            level > 1 && <span className={styles.fold} />
          )}
          <span className={last?.label === '' ? styles.quiet : undefined}>{name}</span>
        </span>
      </td>
      <Figures
        row={row}
        at={at}
        drawing={drawing}
        activeColumn={activeColumn}
        shownColumn={props.shownColumn}
      />
    </tr>
  );
}

/** One line of the tree. */
export const BodyRow = memo(BodyRowPlain);

/** The line of all, always in sight. */
export function TotalRow(props: {
  readonly total: ReportRow;
  readonly at: number;
  readonly title: string;
  readonly drawing: RowDrawing;
  readonly activeColumn: number | null;
  readonly shownColumn: number | null;
}): ReactNode {
  const { total, at, activeColumn } = props;
  return (
    <tfoot>
      <tr aria-level={1} aria-rowindex={at + 2}>
        <td tabIndex={activeColumn === 0 ? 0 : -1} data-row={at} data-column={0} data-opens>
          {props.title}
        </td>
        <Figures
          row={total}
          at={at}
          drawing={props.drawing}
          activeColumn={activeColumn}
          shownColumn={props.shownColumn}
        />
      </tr>
    </tfoot>
  );
}

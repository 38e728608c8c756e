import type { ReactNode } from 'react';
import type { ReportCell, ReportColumn } from '../../../../main/contract/reports.ts';
import { changeOf, writeFigure, writeWhole, type FigureContext } from '../figures/write-figure.ts';
import styles from './report-table.module.css';

/** A figure of the table: its change below it, its exact value on hover, its orders behind it. */
export function FigureCell(props: {
  readonly cell: ReportCell;
  readonly compared: ReportCell | undefined;
  readonly column: ReportColumn;
  readonly context: FigureContext;
  readonly place: Readonly<{ row: number; column: number; begins: boolean }>;
  readonly active: boolean;
  readonly shown: boolean;
}): ReactNode {
  const { cell, compared, column, context, place } = props;
  const { unit } = column;
  const change = changeOf(unit, cell, compared, context);
  const text = writeFigure(cell, unit, context);
  const whole = writeWhole(cell, unit, context);
  const title =
    compared === undefined
      ? whole
      : context.t('report-screens.was', {
          now: whole,
          before: writeWhole(compared, unit, context),
        });
  return (
    <td
      tabIndex={props.active ? 0 : -1}
      title={title}
      data-row={place.row}
      data-column={place.column}
      data-opens
      data-begins={place.begins || undefined}
      data-shown={props.shown || undefined}
      data-negative={(unit === 'money' && typeof cell === 'number' && cell < 0) || undefined}
    >
      {change === null ? (
        text
      ) : (
        <span className={styles.figure}>
          {text}
          <span className={styles.change}>{change.text}</span>
        </span>
      )}
    </td>
  );
}

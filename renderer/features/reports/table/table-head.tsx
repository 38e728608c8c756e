import { Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportColumn } from '../../../../main/contract/reports.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useColumnTitle } from '../figures/use-column-title.ts';
import type { ValueWriter } from '../figures/value-text.ts';
import { columnGroups } from './column-heads.ts';
import type { RowSort } from './report-rows.ts';
import styles from './report-table.module.css';

const sortOf = (sort: RowSort, column: number): 'ascending' | 'descending' | 'none' => {
  if (sort?.column !== column) return 'none';
  return sort.descending ? 'descending' : 'ascending';
};

function Head(props: {
  readonly title: string;
  readonly formula: string | null;
  readonly sorted: 'ascending' | 'descending' | 'none';
  readonly onSort: () => void;
}): ReactNode {
  const { title, formula, sorted, onSort } = props;
  const Arrow = sorted === 'ascending' ? IconArrowUp : IconArrowDown;
  return (
    <Tooltip
      label={formula ?? title}
      disabled={formula === null}
      multiline
      maw={320}
      events={{ hover: true, focus: true, touch: false }}
    >
      <button
        type="button"
        className={styles.head}
        data-sorted={sorted === 'none' ? undefined : true}
        onClick={onSort}
      >
        {title}
        {sorted !== 'none' && <Arrow size={12} aria-hidden />}
      </button>
    </Tooltip>
  );
}

/** The head of a report's table: values across on top, the measures with their formulas below. */
export function TableHead(props: {
  readonly columns: readonly ReportColumn[];
  readonly currency: string;
  readonly rowsTitle: string;
  readonly sort: RowSort;
  readonly onSort: (sort: RowSort) => void;
  readonly valueText: ValueWriter;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { columns, sort, onSort, valueText } = props;
  const titleOf = useColumnTitle(props.currency, format);
  const groups = columnGroups(columns);
  const begins = new Set(groups?.map(({ from }) => from));
  const turn = (column: number): void =>
    onSort({ column, descending: sort?.column === column ? !sort.descending : column >= 0 });
  return (
    <thead>
      {groups && (
        <tr>
          <th scope="col" aria-label={props.rowsTitle} />
          {groups.map(({ value, from, count }) => (
            <th key={from} scope="colgroup" colSpan={count} className={styles.group}>
              {value ? valueText(value) : t('report-screens.total')}
            </th>
          ))}
        </tr>
      )}
      <tr>
        <th scope="col" aria-sort={sortOf(sort, -1)}>
          <Head
            title={props.rowsTitle}
            formula={null}
            sorted={sortOf(sort, -1)}
            onSort={() => turn(-1)}
          />
        </th>
        {columns.map((column, at) => (
          <th
            key={column.key}
            scope="col"
            aria-sort={sortOf(sort, at)}
            data-begins={begins.has(at) || undefined}
          >
            <Head
              title={titleOf(column)}
              formula={column.formula === null ? null : t(column.formula)}
              sorted={sortOf(sort, at)}
              onSort={() => turn(at)}
            />
          </th>
        ))}
      </tr>
    </thead>
  );
}

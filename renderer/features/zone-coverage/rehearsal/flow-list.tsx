import { IconArrowRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Flow } from '../../../../main/domain/zone-coverage/rehearsal/rehearsal.ts';
import sharedStyles from '../zone-coverage.module.css';
import styles from './rehearsal.module.css';
import { FigureButton } from './figure-button.tsx';
import { FLOW_COLUMNS } from './figure.ts';

type Column = (typeof FLOW_COLUMNS)[number];

/** A zone or a terminal with the orders it had and has. */
export type FlowRow = Readonly<{ key: string; name: string; flow: Flow }>;

const [BEFORE, GAINED, LOST, MOVED_IN, MOVED_OUT, AFTER] = FLOW_COLUMNS;

/** Who had the orders and who has them, and which way they went; every number opens its orders. */
export function FlowList(props: {
  readonly caption: string;
  readonly rows: readonly FlowRow[];
  /** Null: this profile sees no money. */
  readonly currency: string | null;
  readonly onOpen: (row: FlowRow, column: Column, title: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { caption, rows, currency, onOpen } = props;
  const figure = (row: FlowRow, column: Column): ReactNode => {
    const title = `${row.name}: ${t(`zone-coverage.flow.${column.part}`)}`;
    return (
      <FigureButton
        sum={row.flow[column.part]}
        currency={currency}
        title={title}
        onOpen={() => onOpen(row, column, title)}
      />
    );
  };
  return (
    <section aria-label={caption}>
      <h3 className={styles.subtitle}>{caption}</h3>
      <ul className={sharedStyles.plain}>
        {rows.map((row) => (
          <li key={row.key} className={styles.flow}>
            <span className={styles.flowName}>{row.name}</span>
            <span className={styles.flowSides}>
              {figure(row, BEFORE)}
              <IconArrowRight size={14} stroke={1.75} aria-hidden />
              {figure(row, AFTER)}
            </span>
            <span className={styles.flowWays}>
              {[GAINED, LOST, MOVED_IN, MOVED_OUT].map(
                (column) =>
                  row.flow[column.part].orders > 0 && (
                    <span key={column.part} data-part={column.part}>
                      {t(`zone-coverage.flow.${column.part}`)} {figure(row, column)}
                    </span>
                  ),
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

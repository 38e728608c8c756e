import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RefusedRow } from '../../../../main/contract/joining.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import sharedStyles from '../attribution.module.css';
import styles from '../imported.module.css';

/** Rows of a file that were not taken, and why; `total` counts those that are not listed too. */
export function RefusedRows(props: {
  readonly total: number;
  readonly rows: readonly RefusedRow[];
  readonly open: boolean;
}): ReactNode {
  const { total, rows, open } = props;
  const { t } = useTranslation();
  const format = useFormat();
  if (total === 0) return null;
  return (
    <details className={styles.refused} open={open}>
      <summary>{t('joining.import.refused', { count: total, rows: format.number(total) })}</summary>
      <ul className={styles.wrong}>
        {rows.map(({ row, reason, text }) => (
          <li key={row}>
            <span className={sharedStyles.count}>{row}</span>
            <span>{t(`joining.import.${reason}`)}</span>
            <span className={sharedStyles.sample}>{text}</span>
          </li>
        ))}
      </ul>
      {rows.length < total && (
        <span className={sharedStyles.quiet}>
          {t('attribution.import.more', { count: total - rows.length })}
        </span>
      )}
    </details>
  );
}

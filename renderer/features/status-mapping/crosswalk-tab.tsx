import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IIKO_CROSSWALK } from '../../../main/domain/status-mapping/status-vocabulary.ts';
import styles from './status-mapping.module.css';

const COLUMNS = ['ours', 'razor', 'event', 'cloud', 'biz'] as const;

/** iiko's own lists of statuses beside each other: the same moment has several names. */
export function CrosswalkTab(): ReactNode {
  const { t } = useTranslation();
  const nothing = <span className={styles.quiet}>—</span>;
  return (
    <div className={styles.tab}>
      <p className={styles.note}>{t('status-mapping.crosswalk.note')}</p>
      <div className={styles.tableBox}>
        <table className={styles.table}>
          <caption className={styles.hidden}>{t('status-mapping.tab.crosswalk')}</caption>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {t(`status-mapping.crosswalk.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {IIKO_CROSSWALK.map(({ stage, razor, event, cloud, biz }) => (
              <tr key={stage}>
                <th scope="row">{t(`orders.stage.${stage}`)}</th>
                <td>{razor ?? nothing}</td>
                <td>{event ? t(`status-mapping.event.${event}`) : nothing}</td>
                <td>
                  <code>{cloud}</code>
                </td>
                <td>
                  <code>{biz}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.note}>{t('status-mapping.crosswalk.traps')}</p>
    </div>
  );
}

import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Completeness, DayPaths } from '../../../main/contract/sync.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import styles from './day-paths.module.css';
import { pathText } from './sync-texts.ts';

/** Closed deliveries of the day as every way tells them; absent while there is but one. */
export function DayPathsTable({ statement }: { readonly statement: Completeness }): ReactNode {
  const { venueId, day } = statement;
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const client = useClient();
  const [told, setTold] = useState<DayPaths | null>(null);
  useEffect(() => {
    let shown = true;
    client.sync.paths({ venueId, day }).then(
      (paths) => shown && setTold(paths),
      () => shown && setTold(null),
    );
    return () => {
      shown = false;
    };
  }, [client, venueId, day, statement]);
  if (!told || told.paths.length === 0) return null;
  const { currency, orders, sumMinor } = told;
  const rows = [{ path: '', orders, sumMinor }, ...told.paths];
  return (
    <>
      <table className={styles.table}>
        <caption className={styles.caption}>{t('sync.paths')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('sync.paths.path')}</th>
            <th scope="col">{t('sync.paths.orders')}</th>
            <th scope="col">{t('sync.paths.sum')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const same = row.orders === orders && row.sumMinor === sumMinor;
            return (
              <tr key={row.path} className={same ? undefined : styles.differs}>
                <th scope="row">
                  {row.path === '' ? t('sync.paths.ours') : pathText(i18n, row.path)}
                </th>
                <td>{format.number(row.orders)}</td>
                <td>{format.exactMoney(row.sumMinor, currency)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={styles.note}>{t('sync.paths.no-hall')}</p>
    </>
  );
}

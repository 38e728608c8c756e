import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeptZoneRule } from '../../../main/contract/diagnosis.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { useNotifyFailure } from '../../shared/ui/use-notify-failure.ts';
import styles from './kept-rules.module.css';

const clock = (minutes: number | null): string =>
  minutes === null ? '' : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

/** The rules as they were, for restoring them by hand. */
export function KeptRules(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useClient();
  const notifyFailure = useNotifyFailure();
  const [rules, setRules] = useState<readonly KeptZoneRule[]>([]);
  useEffect(() => {
    client.diagnosis.keptZones({}).then(setRules, notifyFailure);
  }, [client, notifyFailure]);
  if (rules.length === 0) return null;
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption>{t('diagnosis.kept.title')}</caption>
        <thead>
          <tr>
            <th>{t('diagnosis.kept.zone')}</th>
            <th>{t('diagnosis.kept.venue')}</th>
            <th>{t('diagnosis.kept.hours')}</th>
            <th className={styles.figure}>{t('diagnosis.kept.min-sum')}</th>
            <th className={styles.figure}>{t('diagnosis.kept.duration')}</th>
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => (
            <tr key={JSON.stringify(rule)}>
              <td>{rule.zone || t('diagnosis.kept.any')}</td>
              <td>{rule.venue}</td>
              <td>{`${clock(rule.from)}–${clock(rule.to)}`}</td>
              <td className={styles.figure}>{format.figure(rule.minSum ?? 0)}</td>
              <td className={styles.figure}>{format.figure(rule.durationMinutes ?? 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

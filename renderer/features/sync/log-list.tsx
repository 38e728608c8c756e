import { CopyButton } from '@mantine/core';
import { IconAlertTriangle, IconCircleX, IconInfoCircle, type Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConnectionSync, SyncLogEntry } from '../../../main/contract/sync.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import styles from './log.module.css';
import { useSyncTexts } from './sync-texts.ts';

const MARKS: Readonly<Record<SyncLogEntry['level'], Icon>> = {
  info: IconInfoCircle,
  warning: IconAlertTriangle,
  error: IconCircleX,
};

/** The vendor's support asks for this number. */
function Correlation({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation();
  return (
    <CopyButton value={id}>
      {({ copied, copy }) => (
        <button type="button" className={styles.correlation} title={id} onClick={copy}>
          {copied
            ? t('sync.journal.copied')
            : t('sync.journal.correlation', { id: id.slice(0, 8) })}
        </button>
      )}
    </CopyButton>
  );
}

/** Lines of the log, newest first. */
export function LogList(props: {
  readonly entries: readonly SyncLogEntry[];
  readonly connections: readonly ConnectionSync[];
}): ReactNode {
  const { entries, connections } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const texts = useSyncTexts();
  const names = new Map(connections.map((one) => [one.connectionId, one.name]));
  return (
    <table className={styles.table} aria-label={t('sync.tab.log')}>
      <thead>
        <tr>
          <th scope="col">{t('sync.journal.time')}</th>
          <th scope="col">{t('sync.journal.what')}</th>
          <th scope="col">{t('sync.connection')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => {
          const Mark = MARKS[entry.level];
          return (
            <tr key={entry.id}>
              <td className={styles.time}>
                <time>{format.exactMoment(entry.at)}</time>
              </td>
              <td>
                <span className={styles.line}>
                  <Mark
                    className={styles[entry.level]}
                    size={16}
                    stroke={1.75}
                    aria-label={t(`sync.level.${entry.level}`)}
                  />
                  <span className={styles.text}>{texts.log(entry)}</span>
                  {entry.correlationId !== null && entry.level !== 'info' && (
                    <Correlation id={entry.correlationId} />
                  )}
                </span>
              </td>
              <td className={styles.connection}>{names.get(entry.connectionId ?? 0) ?? '—'}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

import { IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Quarantine } from '../../../main/contract/sync.ts';
import { assertNever } from '../../../main/domain/assert-never.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { FailureNotice } from '../../shared/ui/failure-notice.tsx';
import styles from './quarantine.module.css';
import { useSyncTexts } from './sync-texts.ts';
import type { QuarantineState } from './use-quarantine.ts';

/** Outside text is data: shown as it came, indented when it is JSON. */
function indented(payload: string): string {
  try {
    return JSON.stringify(JSON.parse(payload), null, 2);
  } catch {
    return payload;
  }
}

function Entry({ entry }: { readonly entry: Quarantine }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const texts = useSyncTexts();
  return (
    <li className={styles.entry}>
      <div className={styles.head}>
        <strong className={styles.reason}>{texts.quarantine(entry.reason)}</strong>
        <time className={styles.quiet}>{format.moment(entry.at)}</time>
      </div>
      <div className={styles.quiet}>
        {entry.organization}
        {entry.vendorId !== null && ` · ${t('sync.quarantine.id', { id: entry.vendorId })}`}
      </div>
      <details className={styles.details}>
        <summary>{t('sync.quarantine.payload')}</summary>
        <pre className={styles.payload}>{indented(entry.payload)}</pre>
      </details>
    </li>
  );
}

/** Orders that came but could not be read: kept whole, with the reason. */
export function QuarantineTab({ state }: { readonly state: QuarantineState }): ReactNode {
  const { t } = useTranslation();
  switch (state.type) {
    case 'loading':
      return null;
    case 'failed':
      return (
        <div className={styles.page}>
          <FailureNotice failure={state.failure} />
        </div>
      );
    case 'shown':
      if (state.entries.length === 0) {
        return (
          <EmptyState
            icon={IconCircleCheck}
            title={t('sync.quarantine.empty')}
            text={t('sync.quarantine.empty.text')}
          />
        );
      }
      return (
        <div className={styles.page}>
          <p className={styles.note}>{t('sync.quarantine.note')}</p>
          <ul className={styles.list}>
            {state.entries.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </ul>
        </div>
      );
    default:
      return assertNever(state);
  }
}

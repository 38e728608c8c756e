import { Button } from '@mantine/core';
import { useCallback, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TakenPort } from '../../../main/domain/diagnosis/port-answer.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { FailureNotice } from '../../shared/ui/failure-notice.tsx';
import { useSubmit } from '../../shared/ui/use-submit.ts';
import styles from './readiness.module.css';

const listed = (taken: readonly TakenPort[]): string =>
  taken.map(({ port, transport }) => `${port} ${transport.toUpperCase()}`).join(', ');

/** Whether the ports that a call takes on this PC are free. */
export function CallCheck(): ReactNode {
  const { t } = useTranslation();
  const client = useClient();
  const [taken, setTaken] = useState<readonly TakenPort[] | null>(null);
  const look = useCallback(async () => setTaken(await client.diagnosis.takenPorts({})), [client]);
  const { busy, failure, submit } = useSubmit(
    look,
    useCallback(() => undefined, []),
  );
  return (
    <form className={styles.probe} aria-label={t('checklist.call.title')} onSubmit={submit}>
      <div className={styles.fields}>
        <span className={styles.note}>{t('checklist.call.hint')}</span>
        <Button type="submit" loading={busy}>
          {t('checklist.call.look')}
        </Button>
      </div>
      {failure && <FailureNotice failure={failure} />}
      <p aria-live="polite">
        {taken?.length === 0 && <span className={styles.fits}>{t('checklist.call.free')}</span>}
        {taken !== null && taken.length > 0 && (
          <span className={styles['too-old']}>
            {t('checklist.call.taken', { ports: listed(taken) })}
          </span>
        )}
      </p>
    </form>
  );
}

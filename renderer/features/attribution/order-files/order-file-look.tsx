import { Button, Progress } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportedOrders } from '../../../../main/contract/joining.ts';
import { useClient } from '../../../bridge/client-context.tsx';
import { useFormat } from '../../../shared/format/use-format.ts';
import { FailureNotice } from '../../../shared/ui/failure-notice.tsx';
import { useSubmit } from '../../../shared/ui/use-submit.ts';
import sharedStyles from '../attribution.module.css';
import styles from '../imported.module.css';
import { RefusedRows } from './refused-rows.tsx';

/** Orders stored so far, of all; null before the first are. */
function useStored() {
  const client = useClient();
  const [stored, setStored] = useState<Readonly<{ done: number; total: number }> | null>(null);
  useEffect(() => client.joining.onImporting(setStored), [client]);
  return stored;
}

function Stored(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const stored = useStored();
  if (!stored) return null;
  const text = t('joining.import.stored', {
    done: format.number(stored.done),
    total: format.number(stored.total),
  });
  return (
    <div>
      <span className={sharedStyles.quiet}>{text}</span>
      <Progress value={(stored.done / stored.total) * 100} aria-label={text} />
    </div>
  );
}

/** What a file will bring: its orders, their sum and days, and the rows that can not be taken. */
export function OrderFileLook(props: {
  readonly fileName: string;
  readonly looked: ImportedOrders;
  readonly onTake: () => Promise<void>;
  readonly onBack: () => void;
}): ReactNode {
  const { fileName, looked, onTake, onBack } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const { busy, failure, submit } = useSubmit(onTake, () => undefined);
  const { orders, period } = looked;
  return (
    <form className={styles.mapping} onSubmit={submit}>
      <h2>{fileName}</h2>
      <span role="status">
        {t('joining.import.found', {
          count: orders,
          orders: format.number(orders),
          sum: format.money(looked.sumMinor, looked.currency),
        })}
        {period &&
          t('joining.import.days', { from: format.day(period.from), to: format.day(period.to) })}
      </span>
      <span className={sharedStyles.quiet}>{t('joining.import.once')}</span>
      <RefusedRows total={looked.refused} rows={looked.wrong} open />
      {failure && <FailureNotice failure={failure} />}
      {busy && <Stored />}
      <div className={sharedStyles.buttons}>
        <Button onClick={onBack} disabled={busy}>
          {t('joining.import.back')}
        </Button>
        <Button type="submit" variant="filled" loading={busy} disabled={orders === 0}>
          {t('attribution.import.take')}
        </Button>
      </div>
    </form>
  );
}

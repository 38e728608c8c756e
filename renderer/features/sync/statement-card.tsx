import { Button, CloseButton, Group } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Completeness, ConnectionSync } from '../../../main/contract/sync.ts';
import { EVERY_ORDER, type OrderFilter } from '../../../main/domain/orders/order-filter.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { navigate } from '../../shared/navigation/navigation.ts';
import { notify } from '../../shared/ui/notify.ts';
import { useNotifyFailure } from '../../shared/ui/use-notify-failure.ts';
import { DayPathsTable } from './day-paths.tsx';
import { STATE_MARKS } from './state-marks.ts';
import styles from './sync.module.css';
import { useSyncTexts } from './sync-texts.ts';

function Figures({ statement }: { readonly statement: Completeness }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { orders, healed, asked, hash, statedAt } = statement;
  const { readAt, chainFrom, chainTo } = asked;
  return (
    <dl className={styles.figures}>
      <dt>{t('sync.statement.orders')}</dt>
      <dd>{format.number(orders)}</dd>
      <dt>{t('sync.statement.healed')}</dt>
      <dd>{format.figure(healed)}</dd>
      {readAt && (
        <>
          <dt>{t('sync.statement.read')}</dt>
          <dd>{format.moment(readAt)}</dd>
        </>
      )}
      {typeof chainFrom === 'number' && (
        <>
          <dt>{t('sync.statement.revisions')}</dt>
          <dd>{`${chainFrom}\u00A0– ${chainTo ?? ''}`}</dd>
        </>
      )}
      <dt>{t('sync.statement.at')}</dt>
      <dd>{format.moment(statedAt)}</dd>
      <dt>{t('sync.statement.hash')}</dt>
      <dd className={styles.hash} title={t('sync.statement.hash.note')}>
        {hash}
      </dd>
    </dl>
  );
}

/** The venue's orders of the day, as the list counts days. */
const listOf = ({ venueId, day }: Completeness): OrderFilter => ({
  ...EVERY_ORDER,
  period: { from: day, to: day },
  venueIds: [venueId],
});

const COMPLETE = {
  chain: 'sync.statement.complete',
  totals: 'sync.statement.totals',
} as const;

/** The statement about one venue and day in words, with its figures and hash. */
export function StatementCard(props: {
  readonly statement: Completeness;
  readonly connections: readonly ConnectionSync[];
  readonly onClose: () => void;
}): ReactNode {
  const { statement, connections, onClose } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const client = useClient();
  const texts = useSyncTexts();
  const notifyFailure = useNotifyFailure();
  const { venue, day, state, orders, healed } = statement;
  const Mark = STATE_MARKS[state];
  const counts = { count: orders, orders: format.number(orders) };
  const reread = (): void => {
    // A statement does not name its connection: every one that works reads the day again.
    const active = connections.filter((one) => one.state.type !== 'paused');
    const asked = active.map(({ connectionId }) =>
      client.sync.reread({ connectionId, from: day, to: day }),
    );
    const begun = (): void => notify({ tone: 'info', title: t('sync.reread.begun') });
    Promise.all(asked).then(begun, notifyFailure);
  };
  return (
    <div className={styles.statement}>
      <header className={styles.statementHead}>
        <div>
          <h2 className={styles.statementTitle}>{venue || t('sync.venue.unnamed')}</h2>
          <span className={styles.note}>{format.day(day)}</span>
        </div>
        <CloseButton aria-label={t('sync.statement.close')} onClick={onClose} />
      </header>
      <p className={`${styles.verdict} ${styles[state]}`}>
        <Mark size={18} stroke={2} aria-hidden />
        {t(`sync.state.${state}`)}
      </p>
      <p className={styles.words}>
        {state === 'complete' ? t(COMPLETE[statement.restsOn], counts) : texts.reason(statement)}
      </p>
      {healed > 0 && (
        <p className={styles.words}>
          {t('sync.statement.healed.words', { count: healed, healed: format.number(healed) })}
        </p>
      )}
      <Figures statement={statement} />
      <DayPathsTable statement={statement} />
      <Group gap={8}>
        <Button
          leftSection={<IconExternalLink size={14} aria-hidden />}
          title={t('sync.statement.list.note')}
          onClick={() => navigate('orders', { filter: JSON.stringify(listOf(statement)) })}
        >
          {t('sync.statement.list')}
        </Button>
        <Button onClick={reread}>{t('sync.statement.reread')}</Button>
      </Group>
    </div>
  );
}

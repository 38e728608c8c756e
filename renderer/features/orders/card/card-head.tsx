import { ActionIcon } from '@mantine/core';
import { IconAlertTriangle, IconShieldExclamation, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderCard } from '../../../../main/contract/orders.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { RemainingCell } from '../list/cells.tsx';
import { StatusMark } from '../status-mark.tsx';
import styles from './card.module.css';

function Alarms({ card }: { readonly card: OrderCard }): ReactNode {
  const { t } = useTranslation();
  const { pins, row, order } = card;
  const { highRisk, highRiskReason } = order.customer;
  const told = pins.filter((pin) => pin !== 'problem');
  if (pins.length === 0 && !highRisk && row.problem === null) return null;
  return (
    <div className={styles.alarms}>
      {told.map((pin) => (
        <p key={pin}>
          <IconAlertTriangle size={14} aria-hidden /> {t(`orders.pin.${pin}`)}
        </p>
      ))}
      {row.problem !== null && (
        <p>
          <IconAlertTriangle size={14} aria-hidden />{' '}
          {t(order.created ? 'orders.problem' : 'orders.not-created')}
          {row.problem && `: ${row.problem}`}
        </p>
      )}
      {highRisk && (
        <p>
          <IconShieldExclamation size={14} aria-hidden /> {t('orders.high-risk')}
          {highRiskReason && `: ${highRiskReason}`}
        </p>
      )}
    </div>
  );
}

/** What people wrote: the comment of the order and why it was cancelled. */
function Words({ card }: { readonly card: OrderCard }): ReactNode {
  const { t } = useTranslation();
  const { comment, cancelCause, cancelComment } = card.order;
  const cancelled = [cancelCause?.name, cancelComment].filter(Boolean).join(' — ');
  return (
    <>
      {cancelled && <p className={styles.note}>{t('orders.card.cancelled', { why: cancelled })}</p>}
      {comment && <p className={styles.note}>{comment}</p>}
    </>
  );
}

/** Number, status, time that remains, and what is wrong with the order. */
export function CardHead(props: {
  readonly card: OrderCard;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { card } = props;
  const { row } = card;
  const at = row.promisedAt ?? row.createdAt;
  const clock = at === null ? '' : format.zoneNote(at, row.zone);
  const place = [
    row.venue,
    clock && t('orders.card.clock', { clock }),
    row.operator && t('orders.card.operator', { name: row.operator }),
  ];
  return (
    <header className={styles.head}>
      <div className={styles.headLine}>
        <h2>{t('orders.card.title', { number: row.number || row.externalNumber })}</h2>
        <span className={styles.headRemaining}>
          <RemainingCell row={row} />
        </span>
        <ActionIcon aria-label={t('orders.card.close')} onClick={props.onClose}>
          <IconX size={16} />
        </ActionIcon>
      </div>
      <div className={styles.headLine}>
        <StatusMark stage={row.stage} status={row.status} />
        <span className={styles.quiet}>
          {row.promisedAt !== null &&
            t('orders.card.promised', { time: format.moment(row.promisedAt, row.zone) })}
        </span>
      </div>
      <p className={styles.quiet}>
        {[
          ...place,
          row.courier
            ? t('orders.card.courier', { name: row.courier })
            : t('orders.card.no-courier'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <Alarms card={card} />
      <Words card={card} />
    </header>
  );
}

import { Button } from '@mantine/core';
import { IconCircleCheck, IconCopy, IconPhone } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderCard } from '../../../../main/contract/orders.ts';
import { useMay } from '../../../bridge/session-context.tsx';
import { notify } from '../../../shared/ui/notify.ts';
import { useNotifyFailure } from '../../../shared/ui/use-notify-failure.ts';
import { wholeAddress } from '../list/row-address.ts';
import styles from './card.module.css';

const DIALLED = /^\+?\d{5,15}$/;

/** Dials by the PC's own phone program; a masked number can not be dialled. */
function CallButton({ phone }: { readonly phone: string }): ReactNode {
  const { t } = useTranslation();
  const icon = <IconPhone size={14} aria-hidden />;
  return DIALLED.test(phone) ? (
    <Button component="a" variant="filled" href={`tel:${phone}`} leftSection={icon}>
      {t('orders.call')}
    </Button>
  ) : (
    <Button disabled title={t('orders.call.masked')} leftSection={icon}>
      {t('orders.call')}
    </Button>
  );
}

/** What an operator does with an order: call, copy, mark as checked. */
export function CardActions(props: {
  readonly card: OrderCard;
  readonly onChecked: (checked: boolean) => void;
}): ReactNode {
  const { t } = useTranslation();
  const notifyFailure = useNotifyFailure();
  const mayReview = useMay('edit-reviews');
  const { row, order, review } = props.card;
  const flat = (number: string): string => t('orders.address.flat', { number });
  const address = [wholeAddress(row, { flat }), order.address?.comment].filter(Boolean).join('. ');
  const checked = review.checkedAt !== null;
  const copy = (text: string, done: string): void =>
    void navigator.clipboard
      .writeText(text)
      .then(() => notify({ id: 'copied', tone: 'success', title: done }), notifyFailure);
  return (
    <div className={styles.actions}>
      <CallButton phone={row.phone} />
      <Button
        leftSection={<IconCopy size={14} aria-hidden />}
        aria-label={t('orders.copy.phone.label')}
        disabled={row.phone === ''}
        onClick={() => copy(row.phone, t('orders.copy.phone.done'))}
      >
        {t('orders.copy.phone')}
      </Button>
      <Button
        leftSection={<IconCopy size={14} aria-hidden />}
        aria-label={t('orders.copy.address.label')}
        disabled={address === ''}
        onClick={() => copy(address, t('orders.copy.address.done'))}
      >
        {t('orders.copy.address')}
      </Button>
      <Button
        variant={checked ? 'light' : 'default'}
        {...(checked ? { color: 'success' } : {})}
        aria-pressed={checked}
        disabled={!mayReview}
        leftSection={<IconCircleCheck size={14} aria-hidden />}
        onClick={() => props.onChecked(!checked)}
      >
        {t('orders.checked')}
      </Button>
    </div>
  );
}

import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderCard, PreviousOrder } from '../../../../main/contract/orders.ts';
import { useMay } from '../../../bridge/session-context.tsx';
import { useFormat } from '../../../shared/format/use-format.ts';
import { writePhone } from '../list/write-phone.ts';
import { StatusMark } from '../status-mark.tsx';
import styles from './card.module.css';
import { CardSection } from './card-section.tsx';

function Previous(props: {
  readonly order: PreviousOrder;
  readonly zone: string;
  readonly onOpen: (orderId: number) => void;
}): ReactNode {
  const format = useFormat();
  const { order, zone } = props;
  return (
    <li>
      <button type="button" className={styles.previous} onClick={() => props.onOpen(order.id)}>
        <span>{order.createdAt === null ? '—' : format.moment(order.createdAt, zone)}</span>
        <span className={styles.link}>№ {order.number}</span>
        <StatusMark stage={order.stage} status="" />
        <span className={styles.sum}>{format.money(order.sumMinor, order.currency)}</span>
      </button>
    </li>
  );
}

/** So many earlier orders are seen at once. */
const FEW = 5;

function PreviousList(props: {
  readonly card: OrderCard;
  readonly onOpen: (orderId: number) => void;
}): ReactNode {
  const { t } = useTranslation();
  const [whole, setWhole] = useState(false);
  const { customer, row } = props.card;
  const { previous } = customer;
  if (previous.length === 0) return null;
  return (
    <>
      <ul className={styles.plain}>
        {(whole ? previous : previous.slice(0, FEW)).map((one) => (
          <Previous key={one.id} order={one} zone={row.zone} onOpen={props.onOpen} />
        ))}
      </ul>
      {previous.length > FEW && !whole && (
        <button type="button" className={styles.linkButton} onClick={() => setWhole(true)}>
          {t('orders.customer.more', { count: previous.length - FEW })}
        </button>
      )}
    </>
  );
}

/** Who ordered, and what they ordered before; each earlier order opens. */
export function CardCustomer(props: {
  readonly card: OrderCard;
  readonly onOpen: (orderId: number) => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const seesRevenue = useMay('see-revenue');
  const { order, customer, row } = props.card;
  const { name, surname, comment, kind } = order.customer;
  const whole = [name, surname].filter(Boolean).join(' ') || row.guest;
  const since = customer.firstAt === null ? '' : format.moment(customer.firstAt, row.zone);
  const history = [
    // A number that an aggregator lends to everybody is nobody's history.
    customer.orders > 0 && t('orders.customer.orders', { count: customer.orders }),
    seesRevenue && customer.totalMinor > 0 && format.money(customer.totalMinor, customer.currency),
    since && t('orders.customer.since', { since }),
  ];
  return (
    <CardSection title={t('orders.card.customer')}>
      <div className={styles.between}>
        <span>{whole || t(`orders.customer.${kind}`)}</span>
        <span className={styles.sum}>
          {writePhone(row.phone) || '—'}
          {order.phoneExtension &&
            ` ${t('orders.customer.extension', { number: order.phoneExtension })}`}
        </span>
      </div>
      <p className={styles.quiet}>{history.filter(Boolean).join(' · ')}</p>
      {comment && <p className={styles.note}>{comment}</p>}
      <PreviousList key={row.id} card={props.card} onOpen={props.onOpen} />
    </CardSection>
  );
}

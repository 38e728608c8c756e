import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderCard } from '../../../../main/contract/orders.ts';
import { orderCost } from '../../../../main/domain/orders/order-cost.ts';
import type { Order, OrderLine, OrderModifier } from '../../../../main/domain/orders/order.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { MINUS, NBSP } from '../../../shared/format/number.ts';
import styles from './card-lines.module.css';
import { numbered } from './numbered.ts';
import { CardSection } from './card-section.tsx';

const MILLI = 1000;

type Money = (minor: number) => string;

/** ` × 2`, kept with the word before it. */
function useTimes(): (milli: number) => string {
  const format = useFormat();
  return (milli) => `${NBSP}×${NBSP}${format.number(milli / MILLI, milli % MILLI === 0 ? 0 : 2)}`;
}

function Modifier({
  modifier,
  money,
}: {
  readonly modifier: OrderModifier;
  readonly money: Money;
}): ReactNode {
  const times = useTimes();
  const { name, amountMilli, sumMinor, deleted } = modifier;
  return (
    <li className={styles.modifier} data-deleted={deleted || undefined}>
      <span>
        + {name}
        {amountMilli !== MILLI && times(amountMilli)}
      </span>
      <span>{sumMinor === 0 ? '' : money(sumMinor)}</span>
    </li>
  );
}

function Line({ line, money }: { readonly line: OrderLine; readonly money: Money }): ReactNode {
  const { t } = useTranslation();
  const times = useTimes();
  const notes = [
    line.size,
    line.comment,
    line.deleted && (line.deletionReason || t('orders.line.deleted')),
  ];
  const note = notes.filter(Boolean).join(' · ');
  return (
    <li className={styles.line} data-deleted={line.deleted || undefined}>
      <div className={styles.main}>
        <span>
          {line.name || t('orders.line.nameless')}
          {times(line.amountMilli)}
        </span>
        <span className={styles.sum}>{money(line.sumMinor)}</span>
      </div>
      {note && <p className={styles.note}>{note}</p>}
      {line.modifiers.length > 0 && (
        <ul className={styles.modifiers}>
          {numbered(line.modifiers).map(({ item, place }) => (
            <Modifier key={place} modifier={item} money={money} />
          ))}
        </ul>
      )}
    </li>
  );
}

function Row(props: {
  readonly name: string;
  readonly sum: string;
  readonly strong?: boolean;
}): ReactNode {
  return (
    <div className={styles.row} data-strong={props.strong || undefined}>
      <span>{props.name}</span>
      <span className={styles.sum}>{props.sum}</span>
    </div>
  );
}

/** What the order cost the restaurant; how many lines that covers, where not all. */
function CostRow({ order, money }: { readonly order: Order; readonly money: Money }): ReactNode {
  const { t } = useTranslation();
  const cost = orderCost(order);
  if (cost === null) return null;
  const { costMinor, costedLines, lines, preliminary } = cost;
  const notes = [
    t('orders.cost'),
    preliminary && t('orders.cost.preliminary'),
    costedLines < lines && t('orders.cost.partly', { known: costedLines, all: lines }),
  ];
  return <Row name={notes.filter(Boolean).join(', ')} sum={money(costMinor)} />;
}

/** What was ordered, what was taken off, how it is paid. Removed lines stay, struck through. */
export function CardLines({ card }: { readonly card: OrderCard }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { order } = card;
  const money: Money = (minor) => format.money(minor, order.currency);
  const payments = order.payments.map((payment) => ({
    name: payment.type.name || t('orders.payment.unknown'),
    state: payment.processed
      ? t('orders.payment.paid')
      : payment.prepay
        ? t('orders.payment.prepay')
        : '',
    sum: money(payment.sumMinor),
  }));
  return (
    <CardSection
      title={t('orders.card.lines')}
      end={<span>{t('orders.card.guests', { count: order.guests })}</span>}
    >
      <ul className={styles.lines}>
        {numbered(order.lines).map(({ item, place }) => (
          <Line key={place} line={item} money={money} />
        ))}
      </ul>
      {numbered(order.discounts).map(({ item: discount, place }) => (
        <Row
          key={place}
          name={discount.type.name || t('orders.discount')}
          sum={discount.sumMinor === 0 ? '—' : `${MINUS}${money(discount.sumMinor)}`}
        />
      ))}
      {order.coupon && <Row name={t('orders.coupon')} sum={order.coupon} />}
      <Row name={t('orders.card.total')} sum={money(order.sumMinor)} strong />
      <CostRow order={order} money={money} />
      {numbered(payments).map(({ item: { name, state, sum }, place }) => (
        <Row key={place} name={[name, state].filter(Boolean).join(', ')} sum={sum} />
      ))}
    </CardSection>
  );
}

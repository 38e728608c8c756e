import type { ReactNode } from 'react';
import type { Sum } from '../../../../main/domain/zone-coverage/rehearsal/rehearsal.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import sharedStyles from '../zone-coverage.module.css';
import styles from './rehearsal.module.css';
import { wholeMoney } from './whole-money.ts';

/** A number of orders and their money, which opens the orders; a dash where there are none. */
export function FigureButton(props: {
  readonly sum: Sum;
  /** Null: this profile sees no money. */
  readonly currency: string | null;
  /** What the number counts, in words. */
  readonly title: string;
  readonly onOpen: () => void;
}): ReactNode {
  const format = useFormat();
  const { sum, currency, title, onOpen } = props;
  const { orders, sumMinor } = sum;
  if (orders === 0) return <span className={sharedStyles.quiet}>—</span>;
  const count = format.number(orders);
  const money = currency === null ? '' : wholeMoney(format, sumMinor, currency);
  return (
    <button
      type="button"
      className={styles.figure}
      aria-label={[title, count, money].filter(Boolean).join(', ')}
      onClick={onOpen}
    >
      <strong>{count}</strong> {money && <small>{money}</small>}
    </button>
  );
}

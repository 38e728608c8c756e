import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlacedOrder } from '../../../../main/contract/zone-coverage.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { navigate } from '../../../shared/navigation/navigation.ts';
import sharedStyles from '../zone-coverage.module.css';
import styles from './rehearsal.module.css';

/** An order in a list beside the map; it opens its card. `more` is what this list says of it. */
export function PlacedRow(props: {
  readonly order: PlacedOrder;
  readonly more?: ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { order, more } = props;
  const { at, timeZone, stage, status, currency, sumMinor } = order;
  return (
    <li>
      <button
        type="button"
        className={styles.order}
        onClick={() => navigate('orders', { order: String(order.id) })}
      >
        <span className={styles.orderHead}>
          <strong>№ {order.number || '—'}</strong>
          <span>{order.address || t('zone-coverage.no-address')}</span>
          {sumMinor > 0 && <span>{format.money(sumMinor, currency)}</span>}
        </span>
        <span className={sharedStyles.quiet}>
          {[
            at === null ? '' : format.moment(at, timeZone),
            order.venue,
            order.zone,
            stage === 'unknown' ? status : t(`orders.stage.${stage}`),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {more}
      </button>
    </li>
  );
}

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderCard } from '../../../../main/contract/orders.ts';
import { insteadOfAddress, wholeAddress } from '../list/row-address.ts';
import styles from './card.module.css';
import { CardSection } from './card-section.tsx';
import { ZoneMap } from './zone-map.tsx';

/** The address as it is dictated to a courier, its zone, and where it lies. */
export function CardAddress({ card }: { readonly card: OrderCard }): ReactNode {
  const { t } = useTranslation();
  const { row, order, map } = card;
  const { address } = order;
  const flat = (number: string): string => t('orders.address.flat', { number });
  const parts = address
    ? (['building', 'entrance', 'floor', 'doorphone'] as const).flatMap((part) =>
        address[part] ? [t(`orders.address.${part}`, { value: address[part] })] : [],
      )
    : [];
  const line = wholeAddress(row, { flat });
  return (
    <CardSection title={t('orders.card.address')}>
      <p className={styles.line}>{line || insteadOfAddress(t, row) || '—'}</p>
      {parts.length > 0 && <p className={styles.quiet}>{parts.join(', ')}</p>}
      {address && (
        <p className={styles.quiet}>
          {row.deliveryZone
            ? t('orders.card.zone', { zone: row.deliveryZone })
            : t('orders.card.no-zone')}
        </p>
      )}
      {address?.comment && <p className={styles.note}>{address.comment}</p>}
      {map && map.zones.length > 0 && <ZoneMap map={map} zone={row.deliveryZone} />}
    </CardSection>
  );
}

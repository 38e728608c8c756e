import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderCard } from '../../../../main/contract/orders.ts';
import styles from './card.module.css';
import { CardFact, CardSection } from './card-section.tsx';

const FIELDS = ['advert', 'conception', 'venue', 'city'] as const;

/** The four fields that reports group by: «Реклама», «Концепция», «Точка», «Город». */
export function CardFields({ card }: { readonly card: OrderCard }): ReactNode {
  const { t } = useTranslation();
  return (
    <CardSection title={t('orders.card.fields')}>
      <dl className={styles.facts}>
        {FIELDS.map((field) => (
          <CardFact key={field} name={t(`orders.fields.${field}`)}>
            {card.fields[field] || '—'}
          </CardFact>
        ))}
      </dl>
    </CardSection>
  );
}

/** Orders that this one was moved from or to, or belongs to; those that are stored open. */
export function CardLinks(props: {
  readonly card: OrderCard;
  readonly onOpen: (orderId: number) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { links } = props.card;
  if (links.length === 0) return null;
  return (
    <CardSection title={t('orders.card.links')}>
      <ul className={styles.plain}>
        {links.map(({ kind, orderId, number, vendorId }) => (
          <li key={`${kind}-${vendorId}`} className={styles.between}>
            <span>{t(`orders.link.${kind}`)}</span>
            {orderId === null ? (
              <span className={styles.quiet}>{t('orders.link.absent')}</span>
            ) : (
              <button
                type="button"
                className={styles.linkButton}
                onClick={() => props.onOpen(orderId)}
              >
                № {number || vendorId}
              </button>
            )}
          </li>
        ))}
      </ul>
    </CardSection>
  );
}

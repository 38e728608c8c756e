import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderCard } from '../../../../main/contract/orders.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { allFields } from './all-fields.ts';
import styles from './card.module.css';
import { CardFact, CardSection } from './card-section.tsx';

/** Whatever else is known of the order, down to the vendor's own numbers. */
export function CardAllFields({ card }: { readonly card: OrderCard }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { order, row } = card;
  const fields = allFields(card, {
    money: (minor) => format.money(minor, order.currency),
    yes: (flag) => t(flag ? 'orders.yes' : 'orders.no'),
    stamp: ({ instant, text, certainty }) => {
      const moment = instant === null ? text : format.moment(instant, row.zone);
      return certainty === 'exact' ? moment : `${moment} (${t(`orders.certainty.${certainty}`)})`;
    },
  });
  return (
    <CardSection title={t('orders.card.all-fields')} folded>
      <dl className={styles.facts}>
        {fields.map(({ field, value }) => (
          <CardFact
            key={field}
            name={t(field.startsWith('time.') ? `orders.${field}` : `orders.field.${field}`)}
          >
            {value}
          </CardFact>
        ))}
        {order.externalData.map(({ key, value }) => (
          <CardFact key={`external-${key}`} name={key}>
            {value}
          </CardFact>
        ))}
      </dl>
    </CardSection>
  );
}

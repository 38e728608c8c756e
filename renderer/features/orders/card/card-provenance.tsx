import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderCard } from '../../../../main/contract/orders.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import styles from './card.module.css';
import { CardFact, CardSection } from './card-section.tsx';

const MOMENTS: ReadonlySet<string> = new Set(['created', 'promised', 'closed']);

type Conflict = OrderCard['provenance']['conflicts'][number];

/** What a system says of a field, as people read it. */
function useSaid(currency: string): (field: Conflict['field'], text: string) => string {
  const format = useFormat();
  const { t } = useTranslation();
  return (field, text) => {
    if (field === 'sum') return format.exactMoney(Number(text), currency);
    if (MOMENTS.has(field)) return format.moment(Number(text));
    return field === 'serviceType' ? t(`orders.service.${text}`) : text;
  };
}

function useVendorName(): (vendor: string) => string {
  const { t, i18n } = useTranslation();
  return (vendor) => {
    const key = `joining.vendor.${vendor}`;
    return i18n.exists(key) ? t(key) : vendor;
  };
}

function ConflictLine({
  conflict,
  currency,
}: {
  readonly conflict: Conflict;
  readonly currency: string;
}): ReactNode {
  const { field, said } = conflict;
  const { t } = useTranslation();
  const vendorName = useVendorName();
  const textOf = useSaid(currency);
  const [believed, ...others] = said.map(
    ({ vendor, text }) => `${vendorName(vendor)}: ${textOf(field, text)}`,
  );
  return (
    <CardFact name={t(`joining.field.${field}`)}>
      {believed}
      <br />
      <span className={styles.quiet}>{others.join('; ')}</span>
    </CardFact>
  );
}

/** Which system told what, where they differ, and which orders may be this one; absent for one system. */
export function CardProvenance({ card }: { readonly card: OrderCard }): ReactNode {
  const { provenance, identities, order } = card;
  const { t } = useTranslation();
  const format = useFormat();
  const vendorName = useVendorName();
  const { supplied, conflicts, lookalikes } = provenance;
  const systems = identities.filter(({ vendor }) => vendor !== 'iiko-pos');
  if (systems.length < 2 && lookalikes.length === 0) return null;
  const bySystem = Map.groupBy(Object.entries(supplied), ([, vendor]) => vendor);
  return (
    <CardSection title={t('joining.card')}>
      <p className={styles.line}>{systems.map(({ vendor }) => vendorName(vendor)).join(', ')}</p>
      {[...bySystem].map(([vendor, fields]) => (
        <p key={vendor} className={styles.quiet}>
          {t('joining.card.supplied', {
            system: vendorName(vendor),
            fields: fields.map(([field]) => t(`joining.field.${field}`)).join(', '),
          })}
        </p>
      ))}
      {conflicts.length > 0 && <p className={styles.note}>{t('joining.card.conflicts')}</p>}
      <dl className={styles.facts}>
        {conflicts.map((conflict) => (
          <ConflictLine key={conflict.field} conflict={conflict} currency={order.currency} />
        ))}
      </dl>
      {lookalikes.map(({ orderId, vendor, number, sumMinor, doubt }) => (
        <p key={orderId} className={styles.note}>
          {t(`joining.card.${doubt}`, {
            number,
            system: vendorName(vendor),
            sum: format.exactMoney(sumMinor, order.currency),
          })}
        </p>
      ))}
    </CardSection>
  );
}

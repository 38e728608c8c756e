import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/format/use-format.ts';

const SUMS: ReadonlySet<string> = new Set(['sum', 'discount']);
const MOMENTS: ReadonlySet<string> = new Set(['promised', 'cooking-start', 'closed']);

/** Writes a value of the journal as a person reads it: money, moments, statuses, venues. */
export function useChangeValue(
  currency: string,
  zone: string,
  venueName: (id: number) => string,
): (field: string, value: string) => string {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const known = (key: string, value: string): string => (i18n.exists(key) ? t(key) : value);
  return (field, value) => {
    const number = Number(value);
    if (value !== '' && Number.isFinite(number)) {
      if (SUMS.has(field)) return format.money(number, currency);
      if (MOMENTS.has(field)) return format.moment(number, zone);
      if (field === 'venue') return venueName(number) || value;
    }
    if (field === 'status') return known(`orders.vendor-status.${value}`, value);
    if (field === 'service-type') return known(`orders.service.${value}`, value);
    return value;
  };
}

import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportColumn } from '../../../../main/contract/reports.ts';
import type { Format } from '../../../shared/format/use-format.ts';

/** The sign of a currency alone. */
const signOf = (currency: string, format: Format): string =>
  format.money(100, currency).replaceAll(/[\d\s.,\u202F\u00A0]/g, '');

/** A column's heading with the unit that its figures leave out. */
export function useColumnTitle(
  currency: string,
  format: Format,
): (column: Pick<ReportColumn, 'title' | 'unit'>) => string {
  const { t } = useTranslation();
  return useCallback(
    ({ title, unit }) =>
      unit === 'money' && currency !== ''
        ? t('report-screens.in', { title: t(title), unit: signOf(currency, format) })
        : t(title),
    [t, currency, format],
  );
}

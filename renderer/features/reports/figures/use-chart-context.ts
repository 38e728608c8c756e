import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/format/use-format.ts';
import type { ChartContext } from './report-charts.ts';
import { useColumnTitle } from './use-column-title.ts';
import { useValueText } from './use-value-text.ts';

/** What charts of a currency are made in, in the window's language. */
export function useChartContext(currency: string): ChartContext {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const valueText = useValueText();
  const titleOf = useColumnTitle(currency, format);
  const { language } = i18n;
  return useMemo(
    () => ({ currency, format, t, language, valueText, titleOf }),
    [currency, format, t, language, valueText, titleOf],
  );
}

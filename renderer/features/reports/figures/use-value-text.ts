import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/format/use-format.ts';
import { valueWriter, type ValueWriter } from './value-text.ts';

/** The writer of values in the window's language. */
export function useValueText(): ValueWriter {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  return useMemo(() => valueWriter(i18n, t, format), [i18n, t, format]);
}

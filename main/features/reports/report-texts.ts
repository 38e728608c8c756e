import en from '../../../resources/locales/en/reports.json' with { type: 'json' };
import ru from '../../../resources/locales/ru/reports.json' with { type: 'json' };
import type { DimensionValue, ReportColumn, ReportQuery } from '../../contract/reports.ts';

const TEXTS: Readonly<Record<'ru' | 'en', Readonly<Record<string, string>>>> = { ru, en };

/** Texts of reports in the reader's language, for files. */
export type ReportTexts = Readonly<{
  nameOf(query: ReportQuery): string;
  titleOf(column: ReportColumn): string;
  valueOf(value: DimensionValue): string;
  dimensionOf(dimension: string): string;
  say(key: string): string;
}>;

/** Opens the texts of a language. */
export function openReportTexts(language: 'ru' | 'en'): ReportTexts {
  const texts = TEXTS[language];
  const say = (key: string): string => texts[key] ?? key;
  const valueOf = ({ dimension, key, label }: DimensionValue): string =>
    texts[`reports.value.${dimension}.${key}`] ?? (label === '' ? say('reports.empty') : label);
  return {
    say,
    valueOf,
    nameOf: ({ report }) => say(`reports.name.${report}`),
    titleOf: ({ title, across }) =>
      across === null ? say(title) : `${valueOf(across)}: ${say(title)}`,
    dimensionOf: (dimension) => say(`reports.dimension.${dimension}`),
  };
}

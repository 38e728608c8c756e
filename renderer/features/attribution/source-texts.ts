import type { TFunction } from 'i18next';
import type { Rule } from '../../../main/domain/attribution-rule.ts';
import { pathKey, type SourcePath } from '../../../main/domain/attribution-source.ts';

const BUILT_IN: Readonly<Record<string, string>> = {
  ':unknown': 'attribution.source.unknown',
  ':direct': 'attribution.source.direct',
};

/** A level's name; the two built-in sources speak the person's language. */
export const levelName = (t: TFunction, name: string): string => {
  const key = BUILT_IN[name];
  return key === undefined ? name : t(key);
};

/** «Яндекс Директ › Поиск › роллы». */
export const writePath = (t: TFunction, path: SourcePath): string =>
  path.map((level) => levelName(t, level)).join(' › ');

/** A path as it is shown after renaming and merging. */
export function shownPath(
  t: TFunction,
  names: readonly Readonly<{ key: string; names: readonly string[] }>[],
  path: SourcePath,
): string {
  const key = pathKey(path);
  return writePath(t, names.find((one) => one.key === key)?.names ?? path);
}

/** A rule's own name, else its kind's. */
export const ruleName = (t: TFunction, rule: Pick<Rule, 'name' | 'kind'>): string =>
  rule.name === '' ? t(`attribution.kind.${rule.kind}`) : rule.name;

const MINUTES = { day: 1440, hour: 60 } as const;

/** «30 дн», «2 ч», «45 мин»: the largest unit that is whole. */
export function writeMinutes(t: TFunction, minutes: number): string {
  const size = Math.abs(minutes);
  if (size >= MINUTES.day && size % MINUTES.day === 0) {
    return t('attribution.days', { count: size / MINUTES.day });
  }
  if (size >= MINUTES.day) {
    return t('attribution.days', { count: Math.round((size / MINUTES.day) * 10) / 10 });
  }
  if (size >= MINUTES.hour && size % MINUTES.hour === 0) {
    return t('attribution.hours', { count: size / MINUTES.hour });
  }
  return t('attribution.minutes', { count: size });
}

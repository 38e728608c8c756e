import type { TFunction } from 'i18next';
import type { Rule } from '../../../main/domain/attribution/attribution-rule.ts';
import { pathKey, type SourcePath } from '../../../main/domain/attribution/attribution-source.ts';

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

/** The name with the window that tells two rules of one kind apart: «Телефон · 30 дней». */
export function ruleLabel(t: TFunction, rule: Rule): string {
  const timed = rule.kind === 'phone' || rule.kind === 'email';
  if (rule.name !== '' || !timed || rule.beforeMinutes === 0) return ruleName(t, rule);
  return `${ruleName(t, rule)} · ${writeMinutes(t, rule.beforeMinutes)}`;
}

const UNITS = [
  ['days', 1440],
  ['hours', 60],
  ['minutes', 1],
] as const;

/** «4 дня 14 часов», «2 часа», «45 минут»: the two largest units that are there. */
export function writeMinutes(t: TFunction, minutes: number): string {
  const parts: string[] = [];
  let left = Math.abs(minutes);
  for (const [unit, size] of UNITS) {
    const count = Math.floor(left / size);
    left -= count * size;
    if (count > 0) parts.push(t(`attribution.${unit}`, { count }));
  }
  return parts.slice(0, 2).join(' ') || t('attribution.minutes', { count: 0 });
}

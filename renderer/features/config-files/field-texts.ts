import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConfigFinding } from '../../../main/domain/config-files/config-finding.ts';
import type { ConfigFileKind } from '../../../main/domain/config-files/config-file.ts';

/** Names and meanings of a file's elements in the language of the window. */
export type FieldTexts = Readonly<{
  /** Russian name of an element; its own name where we know none. */
  name(path: string): string;
  /** What it does, '' where it is not known. */
  meaning(path: string): string;
  finding(finding: ConfigFinding): string;
  /** The sentence of the vendor's course behind a rule, '' where there is none. */
  rule(rule: string | null): string;
}>;

/** `group/name[2]` → `group/name`: what the catalogue knows it by. */
export const pathOf = (element: string): string => element.replaceAll(/\[\d+\]/g, '');

/** Texts of the elements of one kind of file. */
export function useFieldTexts(kind: ConfigFileKind): FieldTexts {
  const { t, i18n } = useTranslation();
  return useMemo(() => {
    const known = (key: string, params = {}): string => (i18n.exists(key) ? t(key, params) : '');
    return {
      name: (path) => known(`config-files.element.${kind}.${path}.name`) || path,
      meaning: (path) => known(`config-files.element.${kind}.${path}.meaning`),
      finding: ({ code, params }) => t(`config-files.finding.${code}`, params),
      rule: (rule) => (rule === null ? '' : known(`terminals.rule.${rule}`)),
    };
  }, [kind, t, i18n]);
}

import type { i18n } from 'i18next';
import type { Fact } from '../../../main/domain/diagnosis/diagnosis-link.ts';
import { failureText } from '../../shared/ui/failure-text.ts';

/** A fact as a sentence; what the Cloud refused is told in the words of its failure. */
export function factText(i18n: i18n, { code, params }: Fact): string {
  if (code !== 'cloud-failure') return i18n.t(`diagnosis.fact.${code}`, params);
  const failure = { kind: 'refused', code: String(params['code']), params } as const;
  return failureText(i18n, failure).title;
}

import type { i18n } from 'i18next';
import type { FailureData } from '../../../main/domain/failure.ts';

/** What a failure says to a person: what happened, why (may be ''), what to do (may be ''). */
export type FailureText = Readonly<{ title: string; why: string; advice: string }>;

type Described = Readonly<Pick<FailureData, 'kind' | 'code' | 'params'>>;

/**
 * Texts of a failure: `failure.<code>` (what happened), `failure.<code>.why`, `failure.<code>.advice`;
 * what a code has no text for is taken from its kind, so a raw code never surfaces alone.
 */
export function failureText(i18n: i18n, failure: Described): FailureText {
  const known = i18n.exists(`failure.${failure.code}`);
  const text = (part: string): string => {
    const own = `failure.${failure.code}${part}`;
    if (i18n.exists(own)) return i18n.t(own, failure.params);
    const ofKind = `failure.kind.${failure.kind}${part}`;
    if (known && part === '.why') return '';
    return i18n.exists(ofKind) ? i18n.t(ofKind, failure.params) : '';
  };
  return { title: text(''), why: text('.why'), advice: text('.advice') };
}

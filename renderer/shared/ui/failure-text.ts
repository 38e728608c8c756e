import type { i18n } from 'i18next';
import type { FailureData } from '../../../main/domain/failure.ts';
import { withoutGaps } from '../../../main/domain/without-gaps.ts';

/** What a failure says to a person: what happened, why (may be ''), what to do (may be ''). */
export type FailureText = Readonly<{ title: string; why: string; advice: string }>;

type Described = Readonly<Pick<FailureData, 'kind' | 'code' | 'params'>> &
  Readonly<{ reference?: string | undefined }>;

const FIRST_SENTENCE = /^(.+?)([.!?])\s+(?=["«“(A-ZА-ЯЁ])(.+)$/su;

/** `What happened. Why and what to do.` → the first sentence apart; one sentence alone loses its full stop. */
function split(text: string): Pick<FailureText, 'title' | 'why'> {
  const match = FIRST_SENTENCE.exec(text);
  if (!match) return { title: text.replace(/\.$/, ''), why: '' };
  const [, first = '', mark = '', rest = ''] = match;
  return { title: mark === '.' ? first : `${first}${mark}`, why: rest };
}

/**
 * Texts of a failure: `failure.<code>` (one text, or what happened alone), `failure.<code>.why` and
 * `failure.<code>.advice` where they are written apart. A code without a text speaks by its kind, so
 * that a raw code never surfaces alone.
 */
export function failureText(i18n: i18n, failure: Described): FailureText {
  const { code, kind, reference } = failure;
  const params = { ...failure.params, reference: reference ?? '' };
  const known = i18n.exists(`failure.${code}`, params);
  const base = known ? `failure.${code}` : `failure.kind.${kind}`;
  const part = (name: string): string =>
    i18n.exists(`${base}.${name}`, params) ? i18n.t(`${base}.${name}`, params) : '';
  const { title, why } = split(withoutGaps(i18n.t(base, params)));
  return { title, why: part('why') || why, advice: part('advice') };
}

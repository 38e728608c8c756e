import { layoutVariants } from '../../../main/domain/keyboard-layout.ts';

/** Whether every word of the search is found in the texts, typed in either layout; '' finds all. */
export function matches(search: string, texts: readonly string[]): boolean {
  const text = texts.join(' ').toLowerCase();
  const words = search.split(/\s+/).filter(Boolean);
  return words.every((word) => layoutVariants(word).some((variant) => text.includes(variant)));
}

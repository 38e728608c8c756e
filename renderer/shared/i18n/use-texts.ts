import type { i18n as I18n, TFunction } from 'i18next';
import { useContext, useSyncExternalStore } from 'react';
import { getI18n, I18nContext } from 'react-i18next';
import type { Language } from './resources.ts';

/** The window's texts in its language; one object as long as the language stays. */
export type Texts = Readonly<{ t: TFunction; language: Language }>;

type Follow = (heard: () => void) => () => void;
type Kept = { follow: Follow; texts: Texts };

const kept = new WeakMap<I18n, Kept>();

function keptOf(i18n: I18n): Kept {
  const known = kept.get(i18n);
  if (known) return known;
  const follow: Follow = (heard) => {
    i18n.on('languageChanged', heard);
    return () => i18n.off('languageChanged', heard);
  };
  const made = { follow, texts: textsOf(i18n) };
  kept.set(i18n, made);
  return made;
}

function textsOf(i18n: I18n): Texts {
  const language: Language = i18n.language === 'en' ? 'en' : 'ru';
  return { t: i18n.getFixedT(language), language };
}

/**
 * As the library's `useTranslation`, for what stands in every line of a list: that one does a dozen
 * things for each of a hundred cells in each frame of scrolling.
 */
export function useTexts(): Texts {
  const i18n = useContext(I18nContext)?.i18n ?? getI18n();
  const mine = keptOf(i18n);
  return useSyncExternalStore(mine.follow, () => {
    if (mine.texts.language !== (i18n.language === 'en' ? 'en' : 'ru')) mine.texts = textsOf(i18n);
    return mine.texts;
  });
}

import { LANGUAGES, type Language } from './resources.ts';

const KEY = 'delivery-desk.language';

/** The language of the last window on this PC, for the moment before the profile is read. */
export function rememberedLanguage(): Language {
  const kept = localStorage.getItem(KEY);
  return LANGUAGES.find((language) => language === kept) ?? 'ru';
}

/** Keeps the language for the next window. */
export const rememberLanguage = (language: Language): void => localStorage.setItem(KEY, language);

import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { LANGUAGES, textsOf, type Language } from './resources.ts';

const resources = Object.fromEntries(
  LANGUAGES.map((language) => [language, { translation: textsOf(language) }]),
);

/** Texts for the window: ready at once, React escapes what is interpolated. */
export function createI18n(language: Language): i18n {
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    resources,
    lng: language,
    fallbackLng: 'ru',
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return instance;
}

import { createInstance, type BackendModule, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { readTexts, type Language } from './resources.ts';

const drawers: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, _namespace, answer) => {
    readTexts(language as Language).then(
      (texts) => answer(null, texts),
      (error: unknown) => answer(error instanceof Error ? error : String(error), false),
    );
  },
};

/** Texts for the window, ready in its language; another is fetched when it is chosen. */
export async function createI18n(language: Language): Promise<i18n> {
  const instance = createInstance();
  await instance
    .use(drawers)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: 'ru',
      keySeparator: false,
      nsSeparator: false,
      interpolation: { escapeValue: false },
    });
  return instance;
}

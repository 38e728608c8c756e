import enLog from '../../../resources/locales/en/sync-log.json' with { type: 'json' };
import en from '../../../resources/locales/en/sync.json' with { type: 'json' };
import ruLog from '../../../resources/locales/ru/sync-log.json' with { type: 'json' };
import ru from '../../../resources/locales/ru/sync.json' with { type: 'json' };

/** Texts of files about the sync, by key; a key that nothing was written for is missing. */
export type SyncTexts = Readonly<Record<string, string>>;

const TEXTS: Readonly<Record<'ru' | 'en', SyncTexts>> = {
  ru: { ...ru, ...ruLog },
  en: { ...en, ...enLog },
};

/** The texts in the reader's language: of the log and of the proof of completeness. */
export const syncTexts = (language: 'ru' | 'en'): SyncTexts => TEXTS[language];

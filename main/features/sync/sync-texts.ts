import enBiz from '../../../resources/locales/en/iiko-biz.json' with { type: 'json' };
import enCloud from '../../../resources/locales/en/iiko-cloud.json' with { type: 'json' };
import enServer from '../../../resources/locales/en/iiko-server.json' with { type: 'json' };
import enSource from '../../../resources/locales/en/source.json' with { type: 'json' };
import enLog from '../../../resources/locales/en/sync-log.json' with { type: 'json' };
import en from '../../../resources/locales/en/sync.json' with { type: 'json' };
import ruBiz from '../../../resources/locales/ru/iiko-biz.json' with { type: 'json' };
import ruCloud from '../../../resources/locales/ru/iiko-cloud.json' with { type: 'json' };
import ruServer from '../../../resources/locales/ru/iiko-server.json' with { type: 'json' };
import ruSource from '../../../resources/locales/ru/source.json' with { type: 'json' };
import ruLog from '../../../resources/locales/ru/sync-log.json' with { type: 'json' };
import ru from '../../../resources/locales/ru/sync.json' with { type: 'json' };

/** Texts of files about the sync, by key; a key that nothing was written for is missing. */
export type SyncTexts = Readonly<Record<string, string>>;

const TEXTS: Readonly<Record<'ru' | 'en', SyncTexts>> = {
  ru: { ...ru, ...ruLog, ...ruSource, ...ruCloud, ...ruBiz, ...ruServer },
  en: { ...en, ...enLog, ...enSource, ...enCloud, ...enBiz, ...enServer },
};

/** The texts in the reader's language: of the log, its failures, and the proof of completeness. */
export const syncTexts = (language: 'ru' | 'en'): SyncTexts => TEXTS[language];

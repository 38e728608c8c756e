import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import i18next from 'i18next';
import type { Failure } from '../domain/failure.ts';
import { withoutGaps } from '../domain/without-gaps.ts';
import { programFolder } from './program-folder.ts';

export type Language = 'ru' | 'en';

/** The product's texts outside the page: command line, tray, menus, notices. */
export type Texts = Readonly<{
  text(key: string, params?: Readonly<Record<string, string | number>>): string;
  /** The sentence of a failure; its code where no text was written. */
  failure(failure: Failure): string;
}>;

/** Reads every area of the language from `resources/locales/`. */
export function openTexts(
  language: Language,
  folder: string = join(programFolder(), 'resources', 'locales'),
): Texts {
  const translator = i18next.createInstance();
  void translator.init({
    lng: language,
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: { [language]: { translation: readAreas(join(folder, language)) } },
  });
  const text: Texts['text'] = (key, params = {}) => translator.t(key, params);
  const failure = (given: Failure): string => {
    const key = `failure.${given.code}`;
    return translator.exists(key)
      ? withoutGaps(text(key, given.params))
      : `${given.code} (${given.kind})`;
  };
  return { text, failure };
}

function readAreas(folder: string): Record<string, string> {
  const areas = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const read = (name: string): Record<string, string> =>
    JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, string>;
  return Object.assign({}, ...areas.map(read)) as Record<string, string>;
}

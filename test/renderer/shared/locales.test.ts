import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createI18n } from '../../../renderer/shared/i18n/create-i18n.ts';

const FOLDER = join(import.meta.dirname, '../../../resources/locales');
const FORMS = { ru: ['one', 'few', 'many', 'other'], en: ['one', 'other'] } as const;
const PLURAL = /_(one|few|many|other)$/;

type Language = keyof typeof FORMS;
type Texts = Readonly<Record<string, string>>;

const files = (language: Language): string[] => readdirSync(join(FOLDER, language)).toSorted();

const read = (language: Language, file: string): Texts =>
  JSON.parse(readFileSync(join(FOLDER, language, file), 'utf8')) as Texts;

const bases = (texts: Texts): string[] =>
  [...new Set(Object.keys(texts).map((key) => key.replace(PLURAL, '')))].toSorted();

/** Plural keys that lack a form their language needs. */
function missingForms(language: Language, texts: Texts): string[] {
  const plurals = Object.keys(texts).filter((key) => PLURAL.test(key));
  const names = new Set(plurals.map((key) => key.replace(PLURAL, '')));
  return [...names].flatMap((name) =>
    FORMS[language].map((form) => `${name}_${form}`).filter((key) => !(key in texts)),
  );
}

/** Placeholders of a text's every form together; a plural form may leave some out. */
function placeholders(texts: Texts, base: string): string {
  const all = Object.entries(texts)
    .filter(([key]) => key.replace(PLURAL, '') === base)
    .flatMap(([, text]) => [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => String(name)));
  return [...new Set(all)].toSorted().join(' ');
}

describe('locales', () => {
  it('have the same drawers in both languages', () => {
    expect(files('en')).toEqual(files('ru'));
  });

  it.each(files('ru'))('%s says the same things in both languages', (file) => {
    const [ru, en] = [read('ru', file), read('en', file)];
    expect(bases(en)).toEqual(bases(ru));
    const differing = bases(ru).filter((base) => placeholders(ru, base) !== placeholders(en, base));
    expect(differing).toEqual([]);
  });

  it.each(files('ru'))('%s has every plural form, and no empty text', (file) => {
    for (const language of ['ru', 'en'] as const) {
      const texts = read(language, file);
      expect(missingForms(language, texts)).toEqual([]);
      expect(Object.entries(texts).filter(([, text]) => text.trim() === '')).toEqual([]);
    }
  });

  it('say no key twice in different drawers', () => {
    const keys = files('ru').flatMap((file) => Object.keys(read('ru', file)));
    expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([]);
  });

  it('count as Russians do', async () => {
    const { t } = await createI18n('ru');
    const orders = (count: number) => t('app.orders', { count, orders: String(count) });
    const counted = [0, 1, 2, 5, 11, 21, 22, 1.5].map(orders);
    expect(counted).toEqual([
      '0 заказов',
      '1 заказ',
      '2 заказа',
      '5 заказов',
      '11 заказов',
      '21 заказ',
      '22 заказа',
      '1.5 заказа',
    ]);
  });
});

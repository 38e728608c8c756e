/** Languages of the product; the first one is the default. */
export const LANGUAGES = ['ru', 'en'] as const;

/** A language that every text of the product is in. */
export type Language = (typeof LANGUAGES)[number];

type Texts = Readonly<Record<string, string>>;

// Every window needs Russian: it stands in where another language says nothing.
const russian = import.meta.glob<Texts>('../../../resources/locales/ru/*.json', {
  eager: true,
  import: 'default',
});
const english = import.meta.glob<Texts>('../../../resources/locales/en/*.json', {
  import: 'default',
});

/** All texts of one language in one flat map; keys hold dots, files are only their drawers. */
export async function readTexts(language: Language): Promise<Texts> {
  const drawers =
    language === 'ru'
      ? Object.values(russian)
      : await Promise.all(Object.values(english).map((read) => read()));
  return Object.assign({}, ...drawers) as Texts;
}

/** Languages of the product; the first one is the default. */
export const LANGUAGES = ['ru', 'en'] as const;

export type Language = (typeof LANGUAGES)[number];

type Texts = Readonly<Record<string, string>>;

const files = import.meta.glob<Texts>('../../../resources/locales/*/*.json', {
  eager: true,
  import: 'default',
});

/** All texts of one language in one flat map; keys hold dots, files are only their drawers. */
export function textsOf(language: Language): Texts {
  const drawers = Object.entries(files).filter(([path]) => path.includes(`/${language}/`));
  return Object.assign({}, ...drawers.map(([, texts]) => texts)) as Texts;
}

const LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const CYRILLIC = 'ёйцукенгшщзхъфывапролджэячсмитьбю';

const toCyrillic = new Map([...LATIN].map((letter, place) => [letter, CYRILLIC[place] ?? letter]));
const toLatin = new Map([...CYRILLIC].map((letter, place) => [letter, LATIN[place] ?? letter]));

const through = (map: ReadonlyMap<string, string>, text: string): string =>
  [...text.toLowerCase()].map((letter) => map.get(letter) ?? letter).join('');

/** What was meant when the keyboard was in the Latin layout: `pfrfps` → `заказы`. */
export const asCyrillic = (text: string): string => through(toCyrillic, text);

/** What was meant when the keyboard was in the Russian layout: `куз` → `rep`. */
export const asLatin = (text: string): string => through(toLatin, text);

/** The text as typed, then as it would be in either layout; without repetitions. */
export function layoutVariants(text: string): readonly string[] {
  const typed = text.toLowerCase();
  return [...new Set([typed, asCyrillic(typed), asLatin(typed)])];
}

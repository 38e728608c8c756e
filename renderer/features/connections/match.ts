const LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
const RUSSIAN = 'йцукенгшщзхъфывапролджэячсмитьбюё';

/** The same keys pressed in the other layout: «шшлщ» was meant as "iiko". */
function otherLayout(text: string): string {
  return [...text]
    .map((sign) => {
      const russian = RUSSIAN.indexOf(sign);
      if (russian >= 0) return LATIN[russian];
      const latin = LATIN.indexOf(sign);
      return latin >= 0 ? RUSSIAN[latin] : sign;
    })
    .join('');
}

/** Whether every word of the search is found in the texts, typed in either layout; '' finds all. */
export function matches(search: string, texts: readonly string[]): boolean {
  const text = texts.join(' ').toLowerCase();
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return words.every((word) => text.includes(word) || text.includes(otherLayout(word)));
}

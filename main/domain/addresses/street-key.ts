/** Words that say what kind of street it is, by the word that stands for all of them; '' is a plain street. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  '': ['ул', 'улица', 'у', 'street', 'st'],
  проспект: ['проспект', 'пр-кт', 'пр-т', 'просп', 'пр', 'avenue', 'ave'],
  переулок: ['переулок', 'пер', 'п-к', 'lane'],
  бульвар: ['бульвар', 'б-р', 'бул', 'boulevard'],
  шоссе: ['шоссе', 'ш'],
  набережная: ['набережная', 'наб'],
  площадь: ['площадь', 'пл'],
  проезд: ['проезд', 'пр-д'],
  тракт: ['тракт', 'тр-т'],
  аллея: ['аллея', 'ал'],
  тупик: ['тупик', 'туп'],
  микрорайон: ['микрорайон', 'мкр', 'мкрн', 'м-н'],
};

const KIND_OF = new Map(
  Object.entries(KINDS).flatMap(([kind, words]) => words.map((word) => [word, kind] as const)),
);

/** Whether a word, as `foldAddress` writes it, only says what kind of street it is. */
export const isStreetKind = (word: string): boolean => KIND_OF.has(word);

/** Lower case, «ё» as «е», without dots, quotes and doubled spaces. */
export const foldAddress = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[."«»'`]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** A street's own words in one order, and its kind: «ул. Карла Маркса» and «Маркса Карла» are one. */
export type StreetName = Readonly<{ words: string; kind: string; kindTold: boolean }>;

/** Reads a street's name; `kindTold` is false where no word says what kind it is. */
export function streetName(text: string): StreetName {
  const words = foldAddress(text).split(' ').filter(Boolean);
  const kinds = words.filter((word) => KIND_OF.has(word));
  const own = words.filter((word) => !KIND_OF.has(word)).map(plainNumber);
  // «Площадь» alone is the name itself.
  const kept = own.length > 0 ? own : words;
  const kind = kinds.map((word) => KIND_OF.get(word)!).find((one) => one !== '') ?? '';
  return {
    words: kept.toSorted().join(' '),
    kind: own.length > 0 ? kind : '',
    kindTold: own.length > 0 && kinds.length > 0,
  };
}

/** «8-го» and «1-я» say the same as «8» and «1». */
const plainNumber = (word: string): string =>
  word.replace(/^(\d+)-?(?:го|ая|ое|ый|ий|я|й|е)$/, '$1');

/** One text for every way of writing a street. */
export const streetKey = (text: string): string => {
  const { words, kind } = streetName(text);
  return `${words}|${kind}`;
};

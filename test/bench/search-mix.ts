import { foldWords } from '../../main/domain/orders/search-words.ts';
import type { ReadableDb } from '../../main/store/database.ts';
import { Dice } from '../../main/demo/seeded.ts';

/** One search text of a kind that operators type. */
export type Query = Readonly<{ kind: string; text: string }>;

type Sample = Readonly<{
  phone: string;
  number: string;
  external_number: string;
  guest: string;
  street: string;
  house: string;
  dish: string | null;
}>;

const SEED = 5;

/** Texts of every kind, drawn from orders all over the store, the same for the same store. */
export function searchMix(db: ReadableDb, eachKind: number): readonly Query[] {
  const dice = new Dice(SEED);
  const newest = db.raw.prepare('SELECT max(id) FROM delivery').pluck().get() as number;
  const read = db.raw.prepare(`
SELECT phone, number, external_number, guest, street, house,
       (SELECT product.name
          FROM delivery_line
          JOIN product ON product.id = product_id
         WHERE delivery_id = delivery.id
         LIMIT 1) AS dish
  FROM delivery
 WHERE id >= ?
   AND phone <> ''
   AND street <> ''
   AND guest <> ''
   AND number <> ''
 LIMIT 1`);
  const samples: Sample[] = [];
  while (samples.length < eachKind) {
    const sample = read.get(Math.floor(dice.next() * newest)) as Sample | undefined;
    if (sample) samples.push(sample);
  }
  return samples.flatMap(textsOf).filter(({ text }) => text.length >= 3);
}

function textsOf({ phone, number, guest, street, house, dish }: Sample): Query[] {
  const digits = phone.replace(/\D/g, '');
  const words = longest(street);
  const dishWord = longest(dish ?? '');
  return [
    { kind: 'phone tail of 4', text: `${digits.slice(-4, -2)}-${digits.slice(-2)}` },
    { kind: 'phone tail of 7', text: digits.slice(-7) },
    { kind: 'whole phone', text: `8 (${digits.slice(1, 4)}) ${digits.slice(4)}` },
    { kind: 'number', text: number },
    { kind: 'street', text: words },
    { kind: 'street and house', text: `${words} ${house}` },
    { kind: 'name', text: longest(guest) },
    { kind: 'name and street', text: `${longest(guest)} ${words.slice(0, 4)}` },
    { kind: 'common dish', text: dishWord },
    { kind: 'dish and street', text: `${dishWord} ${words}` },
    { kind: 'three letters', text: words.slice(0, 3) },
    { kind: 'three letters of a dish', text: dishWord.slice(0, 3) },
  ];
}

const longest = (text: string): string =>
  foldWords(text)
    .split(' ')
    .reduce((best, word) => (word.length > best.length ? word : best), '');

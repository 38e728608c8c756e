import {
  answerOf,
  type AddressAnswer,
  type AddressCandidate,
} from '../../domain/addresses/address-answer.ts';
import { houseNumber } from '../../domain/addresses/house-key.ts';
import { parseAddress, type ParsedAddress } from '../../domain/addresses/parse-address.ts';
import { isNearWord, slipsAllowed } from '../../domain/addresses/word-distance.ts';
import type { ReadableDb } from '../../store/database.ts';
import {
  readLearnt,
  readLearntStreets,
  type LearntAddress,
  type LearntStreet,
} from '../../store/zone-coverage/address-spellings.ts';

/** Orders that lie farther apart than this do not agree on a house. */
const AGREED_M = 120;
/** Neighbours are shown within so many house numbers. */
const NEAR_NUMBERS = 12;
const MOST_NEAR = 3;

/** Looks an address up among those that orders were delivered to; needs no network. */
export function findOwn(
  db: ReadableDb,
  text: string,
  streets: readonly LearntStreet[] = readLearntStreets(db),
): AddressAnswer {
  const cities = new Set(streets.map((one) => one.cityKey).filter(Boolean));
  const parsed = parseAddress(text, cities);
  if (!parsed || parsed.house === '') return answerOf([]);
  const keys = streetKeys(streets, parsed);
  const exact = inCity(readLearnt(db, keys, parsed.house), parsed.city);
  if (exact.length > 0)
    return answerOf(merged(exact).map((one) => candidateOf(one, agreement(one))));
  const near = inCity(readLearnt(db, keys, null), parsed.city);
  return answerOf(neighbours(near, parsed.house).map((one) => candidateOf(one, 'approximate')));
}

const inCity = (found: readonly LearntAddress[], city: string): readonly LearntAddress[] =>
  city === '' ? found : found.filter(({ cityKey }) => cityKey === city || cityKey === '');

/** Streets that are meant: of that very name, or, where there is none, with a slip of the keyboard. */
function streetKeys(
  streets: readonly LearntStreet[],
  { city, street }: ParsedAddress,
): readonly string[] {
  const own = streets.filter(({ cityKey }) => city === '' || cityKey === city || cityKey === '');
  const kinds = (one: LearntStreet): boolean =>
    !street.kindTold || one.streetKey.endsWith(`|${street.kind}`);
  const named = own.filter((one) => wordsOf(one) === street.words && kinds(one));
  if (named.length > 0) return named.map(({ streetKey }) => streetKey);
  const slips = slipsAllowed(street.words);
  return own
    .filter((one) => isNearWord(wordsOf(one), street.words, slips))
    .map(({ streetKey }) => streetKey);
}

const wordsOf = ({ streetKey }: LearntStreet): string =>
  streetKey.slice(0, streetKey.lastIndexOf('|'));

/** Spellings of one house together: the place of the one with most orders, the orders of all. */
function merged(found: readonly LearntAddress[]): readonly LearntAddress[] {
  const houses = Map.groupBy(found, ({ cityKey, streetKey, houseKey }) =>
    JSON.stringify([cityKey, streetKey, houseKey]),
  );
  return [...houses.values()].map((spellings) => {
    const [most] = spellings.toSorted((one, other) => other.orders - one.orders);
    const sum = (part: (one: LearntAddress) => number): number =>
      spellings.reduce((total, one) => total + part(one), 0);
    return {
      ...most!,
      orders: sum(({ orders }) => orders),
      outliers: sum(({ outliers }) => outliers),
    };
  });
}

/** Most orders must lie together; where every second one is elsewhere nothing is proven. */
const agreement = ({ orders, outliers, spreadM }: LearntAddress): AddressCandidate['precision'] =>
  spreadM <= AGREED_M && outliers * 2 < orders ? 'exact' : 'approximate';

function neighbours(found: readonly LearntAddress[], house: string): readonly LearntAddress[] {
  const wanted = houseNumber(house);
  const apart = (one: LearntAddress): number => Math.abs(houseNumber(one.houseKey) - wanted);
  return merged(found)
    .filter((one) => apart(one) <= NEAR_NUMBERS)
    .toSorted((one, other) => apart(one) - apart(other))
    .slice(0, MOST_NEAR);
}

const candidateOf = (
  { city, street, house, at, orders, outliers, spreadM }: LearntAddress,
  precision: AddressCandidate['precision'],
): AddressCandidate => ({
  text: [city, street, house].filter(Boolean).join(', '),
  at,
  precision,
  source: 'orders',
  learnt: { orders, outliers, spreadM },
});

import { houseKey } from './house-key.ts';
import { foldAddress, streetName, type StreetName } from './street-key.ts';

/** An address as typed, in parts. `city` is '' where none was told. */
export type ParsedAddress = Readonly<{ city: string; street: StreetName; house: string }>;

/** Where in a house says nothing of where the house is. */
const INSIDE =
  /(?:^|[\s,])(?:кв|квартира|оф|офис|подъезд|под|этаж|эт|домофон|пом|помещение|apt)\s*\d.*$/;
const HOUSE =
  /(?:^|[\s,])((?:дом|д|владение|вл)?\s*\d+\s?[а-яa-z]?(?:[/-]\d+[а-яa-z]?)?(?:[\s,]*(?:корпус|корп|кор|к|строение|стр|с|литера|литер|лит)\s*[\dа-я]+)*)[\s,]*$/;
const TOWN = /^(?:г|город|пос|поселок|п|с|село|д|деревня|пгт)\s+(?=\D)/;
const REGION = /(?:область|обл|край|республика|респ|район|р-н|россия|беларусь|казахстан)/;

/** The key of a city's name, without the word that says it is one. */
export const cityKey = (text: string): string => foldAddress(text).replace(TOWN, '').trim();

/**
 * Takes a typed address apart. `cities` are the keys of the cities that are known: where a comma
 * does not tell the city from the street, they do. Null where there is no street in it.
 */
export function parseAddress(text: string, cities: ReadonlySet<string>): ParsedAddress | null {
  const folded = foldAddress(text)
    .replace(/^\d{6}\s*,?\s*/, '')
    .replace(INSIDE, '');
  const house = HOUSE.exec(folded);
  const before = (house ? folded.slice(0, house.index) : folded).replace(/[\s,]+$/, '');
  const parts = before
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '' && !REGION.test(part));
  const { city, rest } = takeCity(parts, cities);
  const street = rest.at(-1);
  if (street === undefined) return null;
  const named = streetName(street);
  return named.words === '' ? null : { city, street: named, house: houseKey(house?.[1] ?? '') };
}

function takeCity(
  parts: readonly string[],
  cities: ReadonlySet<string>,
): Readonly<{ city: string; rest: readonly string[] }> {
  const place = parts.findIndex((part) => cities.has(cityKey(part)));
  if (place >= 0 && parts.length > 1) {
    return { city: cityKey(parts[place]!), rest: parts.filter((_, at) => at !== place) };
  }
  const [first = ''] = parts;
  const leading = [...cities].find((city) => city !== '' && cityKey(first).startsWith(`${city} `));
  if (leading === undefined || parts.length > 1) return { city: '', rest: parts };
  return { city: leading, rest: [cityKey(first).slice(leading.length + 1)] };
}

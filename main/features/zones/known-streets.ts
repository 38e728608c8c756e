import type { KnownStreet, KnownStreets } from '../../contract/zones.ts';
import { streetLines, type PlacedHouse } from '../../domain/addresses/street-line.ts';
import { streetTitle } from '../../domain/addresses/street-title.ts';
import type { Position } from '../../domain/zones/delivery-zone.ts';
import type { ReadableDb } from '../../store/database.ts';
import { readKnownHouses } from '../../store/zones/known-houses.ts';

/** More houses would not be told apart on a screen, and the message must stay small. */
const MOST_HOUSES = 20_000;
const DIGITS = 1e5;

/** Streets as the addresses of stored orders tell them, the busiest first. */
export function readKnownStreets(db: ReadableDb): KnownStreets {
  const rows = readKnownHouses(db, MOST_HOUSES);
  const groups = Map.groupBy(rows, ([city, street]) => `${city}\n${street}`);
  return [...groups.values()]
    .map(streetOf)
    .toSorted((one, other) => other.orders - one.orders || one.name.localeCompare(other.name));
}

type Rows = ReturnType<typeof readKnownHouses>;

/** The busiest spelling of a house stands for all of them, since rows come busiest first. */
function streetOf(rows: Rows): KnownStreet {
  const houses = new Map<string, PlacedHouse>();
  let orders = 0;
  for (const [, , key, , , , longitude, latitude, count] of rows) {
    if (!houses.has(key)) houses.set(key, { key, at: [longitude, latitude] });
    orders += count;
  }
  const written = rows.find(([, , , , , alone]) => alone === 1);
  const placed = [...houses.values()];
  return {
    name: written ? written[4] : streetTitle(rows[0]![1]),
    orders,
    houses: placed.map(({ at }) => rounded(at)),
    lines: streetLines(placed).map((line) => line.map(rounded)),
  };
}

/** To a metre: more digits only make the message longer. */
const rounded = ([longitude, latitude]: Position): Position => [
  Math.round(longitude * DIGITS) / DIGITS,
  Math.round(latitude * DIGITS) / DIGITS,
];

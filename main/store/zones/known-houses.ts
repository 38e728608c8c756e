import type { ReadableDb } from '../database.ts';
import { readRaw, sql } from '../sql.ts';

/** A house that orders went to; `alone` tells whether its street is written apart from the house. */
type HouseRow = [
  cityKey: string,
  streetKey: string,
  houseKey: string,
  city: string,
  street: string,
  alone: 0 | 1,
  longitude: number,
  latitude: number,
  orders: number,
];

/** Orders to one house that lie wider than this do not tell where it is. */
const MOST_SPREAD_M = 150;

/** Houses learnt from orders, the busiest first; one house may come in several spellings. */
export const readKnownHouses = (db: ReadableDb, most: number): HouseRow[] =>
  readRaw(
    db,
    sql`
SELECT city_key, street_key, house_key, city, street, house <> '', longitude, latitude, orders
  FROM address_spelling
 WHERE outliers * 2 < orders
   AND spread_m <= ${MOST_SPREAD_M}
 ORDER BY orders DESC
 LIMIT ${most}`,
  );

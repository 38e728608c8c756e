import { agreedPlace } from '../../domain/addresses/agreed-place.ts';
import { houseKey } from '../../domain/addresses/house-key.ts';
import { cityKey, parseAddress } from '../../domain/addresses/parse-address.ts';
import { streetKey } from '../../domain/addresses/street-key.ts';
import type { WritableDb } from '../../store/database.ts';
import {
  isLearntWhole,
  readLearntTo,
  readPositions,
  readUnlearntIds,
  readWrittenAddresses,
  saveLearntTo,
  saveSpelling,
  type LearntAddress,
  type WrittenAddress,
} from '../../store/zone-coverage/address-spellings.ts';

/** Addresses of one slice: some ten milliseconds where all of them are busy. */
const SLICE = 40;

/** Learns from the next orders; false when there are no more. */
export function learnNew(db: WritableDb): boolean {
  const ids = readUnlearntIds(db, SLICE);
  const last = ids.at(-1);
  if (last === undefined) return false;
  const written = readWrittenAddresses(db, ids);
  learnAddresses(
    db,
    written.filter((one) => !isLearntWhole(db, one)),
  );
  saveLearntTo(db, last);
  return true;
}

/** Learns again from orders that changed; those not learnt from yet come anyway. */
export function learnFrom(db: WritableDb, ids: readonly number[]): void {
  const learntTo = readLearntTo(db);
  const learnt = ids.filter((id) => id <= learntTo);
  learnAddresses(db, readWrittenAddresses(db, learnt));
}

function learnAddresses(db: WritableDb, addresses: readonly WrittenAddress[]): void {
  for (const written of addresses) saveSpelling(db, written, learn(db, written));
}

/** What the orders to an address say of its place; null where none of them says anything. */
function learn(db: WritableDb, written: WrittenAddress): LearntAddress | null {
  const keys = keysOf(written);
  const positions = readPositions(db, written);
  const agreed = agreedPlace(positions.map(([, longitude, latitude]) => [longitude, latitude]));
  if (!keys || !agreed) return null;
  const { at, orders, outliers, spreadM } = agreed;
  return { ...keys, at, orders, spreadM, outliers: outliers.length };
}

/** One line is taken apart as a typed address is. */
function keysOf({ city, street, house, line }: WrittenAddress) {
  const named = { city, street, house };
  if (street !== '') {
    const keys = {
      cityKey: cityKey(city),
      streetKey: streetKey(street),
      houseKey: houseKey(house),
    };
    return keys.houseKey === '' ? null : { ...named, ...keys };
  }
  const parsed = parseAddress(line, new Set([cityKey(city)]));
  if (!parsed || parsed.house === '') return null;
  const { words, kind } = parsed.street;
  return {
    city,
    street: line,
    house: '',
    cityKey: parsed.city || cityKey(city),
    streetKey: `${words}|${kind}`,
    houseKey: parsed.house,
  };
}

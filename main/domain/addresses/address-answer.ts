import type { FailureData } from '../failure.ts';
import type { Position } from '../zones/delivery-zone.ts';
import type { GeocoderName } from './geocoder.ts';

/**
 * How well a place answers an address (`iiko-local.md` 4.4): the very house, a house near it or
 * one whose place is guessed, or only its street or town.
 */
export type AddressPrecision = 'exact' | 'approximate' | 'coarse';

/** A place that an address may mean. */
export type AddressCandidate = Readonly<{
  text: string;
  at: Position;
  precision: AddressPrecision;
  source: 'orders' | GeocoderName;
  /** What own orders know of it; null for a geocoder's answer. */
  learnt: Readonly<{ orders: number; outliers: number; spreadM: number }> | null;
}>;

/** Why a geocoder said nothing; null: it was not asked or it answered. */
type Trouble = Readonly<{ trouble: FailureData | null }>;

/** What an address turned out to be; nothing is picked where several fit. */
export type AddressAnswer = Trouble &
  (
    | Readonly<{ type: 'found'; candidate: AddressCandidate }>
    | Readonly<{ type: 'ambiguous'; candidates: readonly AddressCandidate[] }>
    /** Nothing but places near it. */
    | Readonly<{ type: 'approximate'; candidates: readonly AddressCandidate[] }>
    | Readonly<{ type: 'not-found' }>
  );

/** Sorts candidates into an answer: one exact place is found, several are ambiguous. */
export function answerOf(
  candidates: readonly AddressCandidate[],
  trouble: FailureData | null = null,
): AddressAnswer {
  const exact = candidates.filter(({ precision }) => precision === 'exact');
  const [only, ...others] = exact;
  if (only && others.length === 0) return { type: 'found', candidate: only, trouble };
  if (exact.length > 1) return { type: 'ambiguous', candidates: exact, trouble };
  if (candidates.length > 0) return { type: 'approximate', candidates, trouble };
  return { type: 'not-found', trouble };
}

import type { AddressPrecision } from '../../domain/addresses/address-answer.ts';

/** A place that a geocoder gave, its precision put into our words (`iiko-local.md` 4.4). */
export type GeocodedPlace = Readonly<{
  text: string;
  longitude: number;
  latitude: number;
  precision: AddressPrecision;
}>;

/** A question to a geocoder; the key stands in the address or a header and is never logged. */
export type GeocoderRequest = Readonly<{
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string | null;
}>;

/** Both numbers as a place on earth, or null: geocoders write them as numbers and as texts. */
export function coordinatesOf(
  longitude: unknown,
  latitude: unknown,
): Readonly<{ longitude: number; latitude: number }> | null {
  const [x, y] = [toNumber(longitude), toNumber(latitude)];
  return Math.abs(x) <= 180 && Math.abs(y) <= 90 ? { longitude: x, latitude: y } : null;
}

const toNumber = (value: unknown): number =>
  typeof value === 'string' && value.trim() !== ''
    ? Number(value)
    : typeof value === 'number'
      ? value
      : NaN;

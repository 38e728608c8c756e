const LONGEST = 48;

/**
 * A key that sorts Russian and Latin text the way people expect when compared byte by byte:
 * case is folded, «ё» stands directly after «е», empty text comes last. Cut at 48 characters.
 */
export function textOrder(text: string): string {
  const folded = text.trim().toLowerCase();
  if (folded === '') return '\u{10ffff}';
  return folded.slice(0, LONGEST).replaceAll('ё', 'е\u{ffff}');
}

/** House numbers sort as numbers: «9» before «10». Pads every run of digits to six places. */
export function addressOrder(street: string, house: string): string {
  if (street === '' && house === '') return textOrder('');
  return textOrder(`${street} ${house.replace(/\d+/g, (digits) => digits.padStart(6, '0'))}`);
}

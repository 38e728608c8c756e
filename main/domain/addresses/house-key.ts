import { foldAddress } from './street-key.ts';

const PARTS: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\s)(?:дом|д|владение|вл|house)\s*(?=\d)/g, ' '],
  [/\s*(?:корпус|корп|кор|к|bldg)\s*(?=[\dа-я])/g, 'к'],
  [/\s*(?:строение|стр|с)\s*(?=\d)/g, 'с'],
  [/\s*(?:литера|литер|лит|л)\s*(?=[а-я](?:\s|$|\d))/g, ''],
];

/**
 * One text for every way of writing a house: «5 к. 2», «д.5, корп 2» and «5к2» are `5к2`, «5 А» is
 * `5а`. Empty when there is no number in it.
 */
export function houseKey(text: string): string {
  let folded = foldAddress(text).replaceAll(',', ' ').replaceAll(/\s+/g, ' ');
  for (const [pattern, written] of PARTS) folded = folded.replaceAll(pattern, written);
  return /\d/.test(folded) ? folded.replaceAll(/\s+/g, '') : '';
}

/** The number itself, to find neighbours by; NaN when there is none. */
export const houseNumber = (key: string): number => Number.parseInt(key, 10);

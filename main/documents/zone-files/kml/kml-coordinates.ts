import type { Position } from '../../../domain/zones/delivery-zone.ts';
import { reason } from '../found-feature.ts';
import { numberOf } from '../number-text.ts';
import type { ZoneFileBudget } from '../zone-file-limits.ts';
import type { ReadPoints } from '../zone-ring.ts';

/** Bounds keep every step short, whatever stands in the file. */
const SPACE = String.raw`\s{0,40}`;
const NUMBER = String.raw`[^\s,]{1,60}`;
const TUPLE = new RegExp(
  `(${NUMBER})${SPACE},${SPACE}(${NUMBER})(?:${SPACE},${SPACE}([^\\s,]{0,60}))?,?(?=\\s|$)`,
  'y',
);
const LONGEST_TOLD = 40;

/**
 * Reads `lon,lat[,height]` tuples parted by white space (`iiko-local.md` 2.3). White space beside
 * a comma belongs to the comma, as hand-made files have it. One tuple that is none breaks the list.
 */
export function readCoordinates(text: string, budget: ZoneFileBudget): ReadPoints {
  const points: Position[] = [];
  let raised = false;
  for (let at = nextWord(text, 0); at < text.length; at = nextWord(text, TUPLE.lastIndex)) {
    TUPLE.lastIndex = at;
    const found = TUPLE.exec(text);
    const longitude = found ? numberOf(found[1]!) : null;
    const latitude = found ? numberOf(found[2]!) : null;
    if (!found || longitude === null || latitude === null) return broken(text.slice(at));
    budget.takeVertex();
    points.push([longitude, latitude]);
    raised ||= Number(found[3] ?? 0) !== 0;
  }
  return { type: 'points', points, raised };
}

/** Where the next character that is no white space stands. */
function nextWord(text: string, from: number): number {
  let at = from;
  while (at < text.length && isWhite(text.charCodeAt(at))) at += 1;
  return at;
}

const isWhite = (code: number): boolean =>
  code <= 0x20 || (code >= 0xa0 && /\s/.test(String.fromCharCode(code)));

const broken = (rest: string): ReadPoints => ({
  type: 'broken',
  why: reason('bad-coordinates', { text: /^\S*/.exec(rest.slice(0, LONGEST_TOLD))![0] }),
});

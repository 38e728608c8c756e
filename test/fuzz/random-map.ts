import type { Dice } from '../../main/demo/seeded.ts';
import type {
  DeliveryZone,
  Position,
  Ring,
  ZonePart,
} from '../../main/domain/zones/delivery-zone.ts';
import { randomText } from './random-text.ts';

/** An object of a map that is no area, by the name KML has for it. */
export type OtherObject = 'Point' | 'LineString' | null;

/** A map as somebody might have drawn it, before it is written in any format. */
export type RandomMap = Readonly<{
  zones: readonly (Pick<DeliveryZone, 'colour' | 'parts'> & Readonly<{ name: string }>)[];
  others: readonly OtherObject[];
}>;

export function randomMap(dice: Dice): RandomMap {
  const zones = Array.from({ length: 1 + dice.below(4) }, () => ({
    name: dice.chance(0.2) ? '' : plainName(randomText(dice, 12)),
    colour: dice.chance(0.5) ? `#${dice.below(0x100_0000).toString(16).padStart(6, '0')}` : null,
    parts: Array.from({ length: dice.chance(0.2) ? 2 : 1 }, () => randomPart(dice)),
  }));
  const others = Array.from({ length: dice.below(3) }, () =>
    dice.pick<OtherObject>(['Point', 'LineString', null]),
  );
  return { zones, others };
}

/** Without what a reader tidies away, so that names can be compared. */
const plainName = (text: string): string =>
  text
    .replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '')
    .replace(/\uFFFD/g, '')
    .replace(/ +/g, ' ')
    .trim();

function randomPart(dice: Dice): ZonePart {
  const holes = dice.chance(0.15) ? [randomRing(dice)] : [];
  return { outline: randomRing(dice), holes };
}

/** Vertices around a middle; no two of them equal. */
function randomRing(dice: Dice): Ring {
  const [longitude, latitude] = [dice.between(-170, 170), dice.between(-80, 80)];
  const count = 3 + dice.below(12);
  const digits = dice.pick([4, 6, 14]);
  return Array.from({ length: count }, (_, at): Position => {
    const angle = ((at + dice.next() / 2) / count) * Math.PI * 2;
    return [
      Number((longitude + Math.cos(angle) / 50).toFixed(digits)),
      Number((latitude + Math.sin(angle) / 50).toFixed(digits)),
    ];
  });
}

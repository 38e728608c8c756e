import type { DeliveryZone } from '../delivery-zone.ts';
import { areaOfZone } from '../zone-area.ts';

/**
 * Each part of a zone as a zone of its own: the largest keeps id and name, since restrictions are
 * bound to the name (`iiko-local.md` 2.1); the others get both with a number that is still free.
 */
export function splitParts(
  zones: readonly DeliveryZone[],
  scope: ReadonlySet<number>,
): DeliveryZone[] {
  const ids = new Set(zones.map(({ id }) => id));
  const names = new Set(zones.map(({ name }) => name));
  return zones.flatMap((zone, place) => {
    if (!scope.has(place) || zone.parts.length < 2) return [zone];
    const parts = zone.parts
      .map((part) => ({ ...zone, parts: [part] }))
      .toSorted((one, other) => areaOfZone(other) - areaOfZone(one));
    return parts.map((part, at) =>
      at === 0
        ? part
        : { ...part, id: freeName(`${zone.id}-`, ids), name: freeName(`${zone.name} `, names) },
    );
  });
}

/** The start with the first number from 2 on that is not taken; takes it. */
export function freeName(start: string, taken: Set<string>): string {
  let number = 2;
  while (taken.has(`${start}${number}`)) number += 1;
  taken.add(`${start}${number}`);
  return `${start}${number}`;
}

import { nameKey } from '../check-names.ts';
import type { DeliveryZone } from '../delivery-zone.ts';

/** Numbers names that repeat, the first left as it is; zones without a name get `unnamed` first. */
export function tellApart(
  zones: readonly DeliveryZone[],
  scope: ReadonlySet<number>,
  unnamed: string,
): DeliveryZone[] {
  const taken = new Set(zones.map(({ name }) => nameKey(name)).filter((key) => key !== ''));
  const met = new Set<string>();
  return zones.map((zone, place) => {
    const key = nameKey(zone.name);
    const isFirst = key !== '' && !met.has(key);
    met.add(key);
    if (isFirst || !scope.has(place)) return zone;
    const start = key === '' ? unnamed.trim() : zone.name.trim();
    return start === '' ? zone : { ...zone, name: numbered(start, taken) };
  });
}

/** The name itself when nobody has it, or with the first free number from 2 on; takes it. */
function numbered(start: string, taken: Set<string>): string {
  let name = start;
  for (let number = 2; taken.has(nameKey(name)); number += 1) name = `${start} ${number}`;
  taken.add(nameKey(name));
  return name;
}

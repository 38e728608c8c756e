import { combineAreas } from './combine-areas.ts';
import type { DrawnZone } from './drawn-zone.ts';

/** One zone of several: the first keeps its id, name and colour. Zones that do not touch become its parts. */
export function mergeZones(zones: readonly [DrawnZone, ...DrawnZone[]]): DrawnZone {
  const [first, ...others] = zones;
  const parts = combineAreas('union', first.parts, ...others.map((zone) => zone.parts));
  return { ...first, parts };
}

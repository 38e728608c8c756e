import type { ZoneMap } from '../../../main/contract/zones.ts';
import type { DrawnZone } from '../../../main/domain/zones/drawing/drawn-zone.ts';
import { createZoneChecker, type ZoneChecker } from '../../../main/domain/zones/zone-checker.ts';
import type { ZoneFinding } from '../../../main/domain/zones/zone-finding.ts';

/** The rules kept ready beside the map: a step re-checks what it changed only. */
export type Rules = Readonly<{
  check(zones: readonly DrawnZone[], places: ZoneMap['places']): readonly ZoneFinding[];
  /** With this zone as it is under the mouse; null: as the map is. */
  tryOut(zone: DrawnZone | null): readonly ZoneFinding[];
}>;

/** Rules that remember what they have checked. */
export function createRules(): Rules {
  let known = new Map<string, DrawnZone>();
  let cities = '';
  let checker: ZoneChecker = createZoneChecker([]);
  let tried: string | null = null;
  const check: Rules['check'] = (zones, places) => {
    const told = JSON.stringify(places.map(({ at }) => at));
    if (told !== cities) {
      cities = told;
      checker = createZoneChecker(zones, { cities: places.map(({ at }) => at) });
    } else {
      const here = new Set(zones.map(({ id }) => id));
      for (const id of known.keys()) if (!here.has(id)) checker.remove(id);
      for (const zone of zones) if (known.get(zone.id) !== zone) checker.replace(zone);
    }
    known = new Map(zones.map((zone) => [zone.id, zone]));
    return checker.findings();
  };
  const tryOut = (zone: DrawnZone | null): readonly ZoneFinding[] => {
    const old = tried === null ? undefined : known.get(tried);
    tried = zone?.id ?? null;
    if (old && old.id !== zone?.id) checker.replace(old);
    return zone ? checker.replace(zone) : checker.findings();
  };
  return { check, tryOut };
}

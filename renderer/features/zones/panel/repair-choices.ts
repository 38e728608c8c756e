import { assertNever } from '../../../../main/domain/assert-never.ts';
import type { Position } from '../../../../main/domain/zones/delivery-zone.ts';
import { drawn, type DrawnZone } from '../../../../main/domain/zones/drawing/drawn-zone.ts';
import { planRepair } from '../../../../main/domain/zones/repair/plan-repair.ts';
import { repairZones } from '../../../../main/domain/zones/repair/repair-zones.ts';
import type { ZoneRepair } from '../../../../main/domain/zones/repair/zone-repair.ts';
import type { DeliveryZone } from '../../../../main/domain/zones/delivery-zone.ts';
import type { ZoneFinding } from '../../../../main/domain/zones/zone-finding.ts';

/** One way to mend a finding; its text is `zone-map.repair.<id>`. */
export type RepairChoice = Readonly<{ id: string; repair: ZoneRepair }>;

/** Corners closer than this to a straight border are not seen on the ground. */
const SIMPLIFY_M = 2;

/** The ways to mend a finding, the gentlest first; none where only a person can. */
export function repairsOf(finding: ZoneFinding, unnamed: string): readonly RepairChoice[] {
  const only = finding.zones.map(({ id }) => id);
  switch (finding.kind) {
    case 'overlap':
      return [
        { id: 'split-middle', repair: { kind: 'split-middle', only } },
        { id: 'keep-first', repair: { kind: 'cut', only, order: only } },
        { id: 'keep-second', repair: { kind: 'cut', only, order: only.toReversed() } },
      ];
    case 'nested':
      return [{ id: 'cut-inner', repair: { kind: 'cut', only } }];
    case 'sliver':
      return [{ id: 'snap', repair: { kind: 'snap', only } }];
    case 'gap':
      return [{ id: 'close-gaps', repair: { kind: 'close-gaps', only } }];
    case 'duplicate-name':
    case 'empty-name':
      return [{ id: 'tell-apart', repair: { kind: 'tell-apart', only, unnamed } }];
    case 'self-intersection':
    case 'spike':
    case 'duplicate-vertex':
      return [{ id: 'heal', repair: { kind: 'heal', only } }];
    case 'too-few-vertices':
      return [{ id: 'drop-empty', repair: { kind: 'drop-empty', only } }];
    case 'hole':
      return [{ id: 'flatten-holes', repair: { kind: 'flatten-holes', only } }];
    case 'multi-part':
      return [{ id: 'split-parts', repair: { kind: 'split-parts', only } }];
    case 'swapped-coordinates':
      return [{ id: 'swap-coordinates', repair: { kind: 'swap-coordinates', only } }];
    case 'too-many-vertices':
      return [{ id: 'simplify', repair: { kind: 'simplify', only, toleranceM: SIMPLIFY_M } }];
    case 'duplicate-zone':
      return [{ id: 'cut-inner', repair: { kind: 'cut', only } }];
    case 'outside-city':
      return [];
    default:
      return assertNever(finding);
  }
}

/** A repair worked out for the map: the zones afterwards and the ground that moved. */
export type Planned = Readonly<{ zones: readonly DrawnZone[]; movedM2: number; changed: number }>;

/** One repair. */
export function planOne(
  zones: readonly DrawnZone[],
  repair: ZoneRepair,
  cities: readonly Position[],
): Planned {
  const { zones: after, movedM2, changes } = planRepair(zones, repair, { cities });
  return { zones: asDrawn(after, zones), movedM2, changed: changes.length };
}

/** Everything that can be mended without asking. */
export function planAll(
  zones: readonly DrawnZone[],
  unnamed: string,
  cities: readonly Position[],
): Planned {
  const { zones: after, steps } = repairZones(zones, { unnamed }, { cities });
  const changed = new Set(
    steps.flatMap(({ changes }) => changes.map((one) => one.after?.id ?? one.before?.id)),
  );
  const movedM2 = steps.reduce((sum, step) => sum + step.movedM2, 0);
  return { zones: asDrawn(after, zones), movedM2, changed: changed.size };
}

const asDrawn = (
  zones: readonly DeliveryZone[],
  before: readonly DrawnZone[],
): readonly DrawnZone[] => {
  const old = new Map(before.map((zone) => [zone.id, zone]));
  return zones.map((zone) => ({ ...drawn(zone), ...flagsOf(old.get(zone.id)) }));
};

const flagsOf = (zone: DrawnZone | undefined): Partial<DrawnZone> =>
  zone ? { locked: zone.locked, hidden: zone.hidden } : {};

import { assertNever } from '../../assert-never.ts';
import type { DeliveryZone } from '../delivery-zone.ts';
import type { ZoneFinding, ZoneFindingKind } from '../zone-finding.ts';
import { areAligned } from './are-aligned.ts';
import { groundOf, hasCommonGround, type Ground } from './ground.ts';
import type { ZoneRepair } from './zone-repair.ts';

/** The repair narrowed to the zones that need it, or null when none does. */
export function neededRepair(
  repair: ZoneRepair,
  zones: readonly DeliveryZone[],
  findings: readonly ZoneFinding[],
): ZoneRepair | null {
  switch (repair.kind) {
    case 'snap':
    case 'cut':
    case 'split-middle':
      return isTrueOf(zones, hasCommonGround) ? repair : null;
    case 'align':
      return isTrueOf(zones, (ground) => !areAligned(ground)) ? repair : null;
    case 'close-gaps':
      return repair;
    case 'swap-coordinates':
    case 'drop-empty':
    case 'heal':
    case 'flatten-holes':
    case 'split-parts':
    case 'tell-apart':
    case 'simplify': {
      const cured: readonly ZoneFindingKind[] = CURES[repair.kind];
      const ill = findings
        .filter(({ kind }) => cured.includes(kind))
        .flatMap((found) => found.zones);
      return ill.length > 0 ? { ...repair, only: [...new Set(ill.map(({ id }) => id))] } : null;
    }
    default:
      return assertNever(repair);
  }
}

const isTrueOf = (zones: readonly DeliveryZone[], holds: (ground: Ground) => boolean): boolean => {
  const ground = groundOf(zones);
  return ground !== null && holds(ground);
};

/** What each repair of single zones mends. */
const CURES = {
  'swap-coordinates': ['swapped-coordinates'],
  'drop-empty': ['too-few-vertices'],
  heal: ['self-intersection', 'spike', 'duplicate-vertex', 'too-few-vertices'],
  'flatten-holes': ['hole'],
  'split-parts': ['multi-part'],
  'tell-apart': ['duplicate-name', 'empty-name'],
  simplify: ['too-many-vertices'],
} as const satisfies Partial<Record<ZoneRepair['kind'], readonly ZoneFindingKind[]>>;

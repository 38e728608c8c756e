import { assertNever } from '../../assert-never.ts';
import type { DeliveryZone } from '../delivery-zone.ts';
import type { ZoneFinding, ZoneFindingKind } from '../zone-finding.ts';
import { groundOf, hasCommonGround } from './ground.ts';
import type { ZoneRepair } from './zone-repair.ts';

/** The repair narrowed to the zones that need it, or null when none does. */
export function neededRepair(
  repair: ZoneRepair,
  zones: readonly DeliveryZone[],
  findings: readonly ZoneFinding[],
): ZoneRepair | null {
  const about = (...kinds: readonly ZoneFindingKind[]): string[] =>
    findings
      .filter(({ kind }) => kinds.includes(kind))
      .flatMap((found) => found.zones.map(({ id }) => id));
  const narrowed = (only: readonly string[]): ZoneRepair | null =>
    only.length > 0 ? { ...repair, only: [...new Set(only)] } : null;
  switch (repair.kind) {
    case 'swap-coordinates':
      return narrowed(about('swapped-coordinates'));
    case 'drop-empty':
      return narrowed(about('too-few-vertices'));
    case 'heal':
      return narrowed(about('self-intersection', 'spike', 'duplicate-vertex', 'too-few-vertices'));
    case 'snap':
    case 'cut':
    case 'split-middle': {
      const ground = groundOf(zones);
      return ground && hasCommonGround(ground) ? repair : null;
    }
    case 'flatten-holes':
      return narrowed(about('hole'));
    case 'split-parts':
      return narrowed(about('multi-part'));
    case 'tell-apart':
      return narrowed(about('duplicate-name', 'empty-name'));
    case 'simplify':
    case 'close-gaps':
      return repair;
    default:
      return assertNever(repair);
  }
}

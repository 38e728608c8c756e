import type { CheckOptions } from '../check-options.ts';
import type { DeliveryZone } from '../delivery-zone.ts';
import { createZoneChecker } from '../zone-checker.ts';
import type { ZoneFinding } from '../zone-finding.ts';
import { neededRepair } from './needed-repair.ts';
import { planRepair } from './plan-repair.ts';
import type { RepairPlan, ZoneRepair } from './zone-repair.ts';

/** How a whole set is repaired. What is left out is done the way that moves least. */
export type RepairChoices = Readonly<{
  /** What becomes of common ground that is more than a sliver (`split-middle`). */
  overlaps?: 'cut' | 'split-middle' | 'leave';
  /** Zone ids, those first that keep common ground. */
  order?: readonly string[];
  /** Gaps up to this width in metres are closed; 0 leaves them (0: iiko takes gaps). */
  closeGapsM?: number;
  /** Borders of zones with too many vertices are simplified by up to this many metres; 0 leaves them (0). */
  simplifyM?: number;
  /** The name for zones without one; they stay nameless without it. */
  unnamed?: string;
}>;

/** The zones afterwards, every repair made with what it changed, and what is left for a person. */
export type RepairedZones = Readonly<{
  zones: readonly DeliveryZone[];
  steps: readonly RepairPlan[];
  left: readonly ZoneFinding[];
}>;

/**
 * One repair may bring small work for another about: a cut leaves a spike, a heal leaves parts. Two
 * rounds are usual; where neighbours part under a sharp angle a gap closes a few metres at a time.
 */
const ROUNDS = 60;
const FIRST_SLIT_M = 0.06;
/** The sixth slit is fifteen metres wide: wider ones would be streets. */
const MOST_WIDENINGS = 5;

/**
 * Repairs all that can be repaired without asking, in the order in which repairs build on each
 * other. Afterwards no ground belongs to two zones (exactly, unless overlaps are left alone),
 * neighbours share their corners, and repairing again changes nothing.
 */
export function repairZones(
  zones: readonly DeliveryZone[],
  choices: RepairChoices = {},
  options: CheckOptions = {},
): RepairedZones {
  const steps: RepairPlan[] = [];
  const checker = createZoneChecker(zones, options);
  let now = zones;
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = now;
    for (const offered of repairsOf(choices, round)) {
      const repair = neededRepair(offered, now, checker.findings());
      if (!repair) continue;
      const plan = planRepair(now, repair, options);
      if (plan.changes.length === 0) continue;
      steps.push(plan);
      now = plan.zones;
      for (const { before: old, after } of plan.changes) {
        if (after) checker.replace(after);
        else if (old) checker.remove(old.id);
      }
    }
    if (now === before) break;
  }
  return { zones: now, steps, left: checker.findings() };
}

/** The repairs of a round; what moves borders by choice is done once. */
function repairsOf(choices: RepairChoices, round: number): ZoneRepair[] {
  const { overlaps = 'split-middle', order = [], closeGapsM = 0, simplifyM = 0 } = choices;
  const isFirst = round === 0;
  return [
    ...(isFirst ? [{ kind: 'swap-coordinates' } as const] : []),
    { kind: 'drop-empty' },
    { kind: 'heal' },
    ...(overlaps === 'leave' ? [] : [{ kind: 'snap', order } as const]),
    ...(overlaps === 'leave' ? [] : [{ kind: overlaps, order } as const]),
    ...(closeGapsM > 0 ? [{ kind: 'close-gaps', widthM: closeGapsM } as const] : []),
    ...(isFirst && simplifyM > 0 ? [{ kind: 'simplify', toleranceM: simplifyM } as const] : []),
    // Where a hole meets the outline under a needle's angle a narrow slit does not open it.
    { kind: 'flatten-holes', slitM: FIRST_SLIT_M * 3 ** Math.min(round, MOST_WIDENINGS) },
    { kind: 'split-parts' },
    { kind: 'align' },
    { kind: 'tell-apart', unnamed: choices.unnamed ?? '' },
  ];
}

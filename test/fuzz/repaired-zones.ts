import type { DeliveryZone } from '../../main/domain/zones/delivery-zone.ts';
import { checkZones } from '../../main/domain/zones/check-zones.ts';
import { measuresOfFaces } from '../../main/domain/zones/mesh/face-measures.ts';
import { groundOf, hasCommonGround } from '../../main/domain/zones/repair/ground.ts';
import { repairZones, type RepairChoices } from '../../main/domain/zones/repair/repair-zones.ts';

/** Half a step of the grid aside for each metre of border, twice over. */
const ROUNDING_M = 0.02;

/** Square metres that any zone holds, and metres of all borders, by the exact mesh. */
export function unionOf(zones: readonly DeliveryZone[]): { areaM2: number; borderM: number } {
  const ground = groundOf(zones)!;
  const held = ground.mesh.faces.flatMap((face, at) => (face.zones.length > 0 ? [at] : []));
  let borderM = 0;
  for (const face of held) borderM += measuresOfFaces(ground.mesh, new Set([face])).borderM;
  return { areaM2: measuresOfFaces(ground.mesh, new Set(held)).areaM2, borderM };
}

/** What is wrong with a repair: empty when nothing is. */
export function faultsOfRepair(zones: readonly DeliveryZone[], choices: RepairChoices): string[] {
  const faults: string[] = [];
  const used = process.cpuUsage();
  const { zones: after, left } = repairZones(zones, choices);
  const ms = process.cpuUsage(used).user / 1000;
  if (ms > 1000) faults.push(`took ${ms} ms of processor`);
  const ground = groundOf(after);
  if (!ground) return ['cannot be meshed'];
  if (hasCommonGround(ground)) faults.push('common ground is left');
  for (const { kind } of left) if (!TOLERATED.has(kind)) faults.push(`${kind} is left`);
  const sides = new Set(after.flatMap(sidesOf));
  if (sides.size !== ground.mesh.start.length / 2) faults.push('neighbours do not share corners');
  const again = repairZones(after, choices);
  if (again.zones !== after)
    faults.push(`not idempotent: ${again.steps.map((step) => step.repair.kind).join()}`);
  const [before, now] = [unionOf(zones), unionOf(after)];
  // The loops of a tangle may be needles: healed, they go as spikes do, border by border.
  const hasSpikes = checkZones(zones).some(
    ({ kind }) => kind === 'spike' || kind === 'self-intersection',
  );
  const tolerance =
    (hasSpikes ? before.borderM : 2) + before.borderM * ROUNDING_M + zones.length * HOLES_M2;
  const lost = before.areaM2 - now.areaM2;
  if ((choices.closeGapsM ?? 0) === 0 && Math.abs(lost) > tolerance) {
    faults.push(`union lost ${lost} m² of ${before.areaM2}, tolerance ${tolerance}`);
  }
  return faults;
}

/** Slits. */
const HOLES_M2 = 100;
const TOLERATED = new Set(['gap', 'too-many-vertices', 'empty-name', 'outside-city']);

const sidesOf = ({ parts }: DeliveryZone): string[] =>
  parts.flatMap(({ outline, holes }) =>
    [outline, ...holes].flatMap((ring) =>
      ring.map((point, at) => [point, ring[(at + 1) % ring.length]!].map(String).sort().join(' ')),
    ),
  );

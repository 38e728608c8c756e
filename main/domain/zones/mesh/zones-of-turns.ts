import type { RingRole } from './mesh-sides.ts';

/** What a face belongs to, by the rings that turn around it: one that turns not at all has it outside. */
export function zonesOfTurns(
  turns: ReadonlyMap<number, number>,
  rings: readonly RingRole[],
): Readonly<{ zones: readonly number[]; marks: readonly number[] }> {
  const around = [...turns.keys()].map((ring) => rings[ring]!);
  const zones = new Set<number>();
  const marks = new Set<number>();
  for (const role of around) {
    if (role.kind === 'outline' && !isInHole(role, around)) zones.add(role.zone);
    if (role.kind === 'mark') marks.add(role.mark);
  }
  return { zones: [...zones].sort((one, other) => one - other), marks: [...marks] };
}

const isInHole = (
  { zone, part }: RingRole & { kind: 'outline' },
  around: readonly RingRole[],
): boolean =>
  around.some((role) => role.kind === 'hole' && role.zone === zone && role.part === part);

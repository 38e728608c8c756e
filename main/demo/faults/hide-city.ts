import { mix, shareOf } from '../seeded.ts';
import type { World } from '../world/world.ts';
import type { ArmedRule } from './fault-plan.ts';

const STRETCH_MS = 6 * 3_600_000;

/**
 * The world as a login sees it from which an organization was taken for some hours: the rule's
 * probability is that of a stretch of six hours. What is asked of that organization is answered with
 * nothing, as in the field (`iiko-api.md` 4.11).
 */
export function withoutCity(world: World, { rule, salt }: ArmedRule, now: number): World {
  const stretch = Math.floor(now / STRETCH_MS);
  if (shareOf(salt, stretch) >= (rule.probability ?? 1)) return world;
  const gone = mix(salt, stretch) % world.cities.length;
  return { ...world, cities: world.cities.filter((_, place) => place !== gone) };
}

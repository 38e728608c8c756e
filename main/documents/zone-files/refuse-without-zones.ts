import { Failure } from '../../domain/failure.ts';
import type { ImportReason } from '../../domain/zones/zone-import.ts';
import type { FoundFile } from './found-feature.ts';

type Skipped = Readonly<{ what: string; why: ImportReason }>;

const AREAS_BROKEN = new Set([
  'no-outline',
  'no-points',
  'bad-coordinates',
  'not-degrees',
  'outside-earth',
]);

/** Says what a file holds instead of zones, so that its owner knows what to do. */
export function refuseWithoutZones(file: FoundFile, skipped: readonly Skipped[]): never {
  const count = (code: string): number => skipped.filter(({ why }) => why.code === code).length;
  const [broken] = skipped.filter(({ why }) => AREAS_BROKEN.has(why.code));
  const [href] = file.networkLinks;
  const points = count('point');
  const lines = count('line') + count('closed-line') + count('track');
  if (broken) refuseBroken(broken);
  if (points > 0 && lines > 0) refuse('zones.points-and-lines', { points, lines });
  if (points > 0) refuse('zones.points-only', { points });
  if (lines > 0) refuse('zones.lines-only', { lines });
  if (href !== undefined) refuse('zones.network-link-only', { href: href.slice(0, 2000) });
  const addresses = count('no-geometry');
  if (addresses > 0) refuse('zones.addresses-only', { addresses });
  return refuse('zones.map-empty');
}

function refuseBroken({ what, why }: Skipped): never {
  if (why.code === 'not-degrees') refuse('zones.not-degrees', { zone: what, ...why.params });
  return refuse('zones.nothing-readable', { zone: what, ...why.params });
}

function refuse(code: string, params: ImportReason['params'] = {}): never {
  throw new Failure('invalid', code, params);
}

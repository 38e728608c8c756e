import { measuresOfFaces } from '../mesh/face-measures.ts';
import type { ZoneMesh } from '../mesh/zone-mesh.ts';
import { connectedFaces } from './connected-faces.ts';
import type { Holders } from './ground.ts';
import { bordersOf, longestOf } from './neighbour-of.ts';

/** Ground that nobody misses when nobody takes it. */
const SPECK_M2 = 1;
/** A piece cut off is a crumb when it is so narrow, or such a share of its zone. */
const CRUMB_M = 15;
const CRUMB_SHARE = 0.01;

/**
 * Gives the crumbs that a cut broke off to the neighbour with the longest common border: a zone that
 * was one piece would otherwise fall into many. Without a neighbour only specks go. Changes `holders`.
 */
export function giveCrumbs(mesh: ZoneMesh, holders: Holders, zones: ReadonlySet<number>): void {
  const before = mesh.faces.map((face) => face.zones);
  for (const zone of zones) {
    const groups = connectedFaces(mesh, (face) => holders[face]!.includes(zone));
    if (groups.length < 2) continue;
    const known = connectedFaces(mesh, (face) => before[face]!.includes(zone));
    const sized = groups.map((faces) => ({ faces, ...measuresOfFaces(mesh, faces) }));
    sized.sort((one, other) => other.areaM2 - one.areaM2);
    const wholeM2 = sized.reduce((sum, { areaM2 }) => sum + areaM2, 0);
    for (const { faces, areaM2, widthM } of sized.slice(1)) {
      const isCrumb = widthM < CRUMB_M || areaM2 < CRUMB_SHARE * wholeM2;
      if (isCrumb && !known.some((old) => isSameGroup(old, faces))) {
        give(mesh, holders, faces, zone, areaM2 < SPECK_M2);
      }
    }
  }
}

const isSameGroup = (one: ReadonlySet<number>, other: ReadonlySet<number>): boolean =>
  one.size === other.size && [...one].every((face) => other.has(face));

function give(
  mesh: ZoneMesh,
  holders: Holders,
  faces: ReadonlySet<number>,
  zone: number,
  isSpeck: boolean,
): void {
  const taker = longestOf(bordersOf(mesh, holders, faces, zone));
  for (const face of faces) {
    const left = holders[face]!.filter((holder) => holder !== zone);
    if (left.length > 0) holders[face] = left;
    else if (taker !== undefined) holders[face] = [taker];
    else if (isSpeck) holders[face] = [];
  }
}

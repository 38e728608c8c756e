import { pointerWithin, rectIntersection, type CollisionDetection } from '@dnd-kit/core';

/** A lane under the pointer; by keys, the one the card lies on. Outside of every lane: none. */
export const laneUnder: CollisionDetection = (found) =>
  found.pointerCoordinates ? pointerWithin(found) : rectIntersection(found);

import type { Map as MapLibre } from 'maplibre-gl';
import type { Position } from '../../../../main/domain/zones/delivery-zone.ts';
import type { DrawnZone } from '../../../../main/domain/zones/drawing/drawn-zone.ts';
import {
  halveSide,
  isSameVertex,
  moveVertex,
  removeVertex,
  shiftZone,
  vertexAt,
  vertexBeside,
  vertexInstead,
  type VertexPlace,
} from '../../../../main/domain/zones/drawing/ring-edits.ts';
import type { ZoneFinding } from '../../../../main/domain/zones/zone-finding.ts';
import { ARROW_STEPS } from './arrow-steps.ts';
import { zoneAtHand } from './zone-at-hand.ts';
import type { MapHands, Shown } from './zone-map-hands.ts';

const FLIGHT_MS = 150;

type Draw = (live: DrawnZone | null, findings: readonly ZoneFinding[] | null) => void;

/**
 * Page Down and Page Up walk from corner to corner, arrows push the held one (with Ctrl the whole
 * zone, with Shift ten times as far), Insert halves the side behind it, Delete takes it away, Escape
 * lets it go. As long as a key is held it is one step, as with the mouse.
 */
export function reshapeByKeys(
  map: MapLibre,
  selecting: () => Shown | null,
  hands: MapHands,
  draw: Draw,
): void {
  const pushing = createPushing(map, hands, draw);
  const press = (event: KeyboardEvent): void => {
    const now = selecting();
    const zone = now && zoneAtHand(now);
    if (!now || !zone || !now.map.mayEdit) return;
    const act =
      pushing.by(event, zone, now.vertex) ?? cornerKeys(map, hands, zone, now.vertex)[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  const element = map.getContainer();
  element.addEventListener('keydown', press, { capture: true });
  element.addEventListener('keyup', pushing.end);
  element.addEventListener('focusout', pushing.end);
}

type Act = () => void;

function cornerKeys(
  map: MapLibre,
  hands: MapHands,
  zone: DrawnZone,
  held: VertexPlace | null,
): Readonly<Record<string, Act>> {
  const hold = (place: VertexPlace | null, of = zone): void => {
    hands.onVertex(place);
    const at = place && vertexAt(of, place);
    if (at && !map.getBounds().contains([...at]))
      map.easeTo({ center: [...at], duration: FLIGHT_MS });
  };
  const walk = {
    PageDown: () => hold(vertexBeside(zone, held, 1)),
    PageUp: () => hold(vertexBeside(zone, held, -1)),
  };
  if (!held) return { ...walk, Escape: () => hands.onChoose(null, false) };
  return {
    ...walk,
    Escape: () => hold(null),
    Insert() {
      const halved = halveSide(zone, held);
      hands.onReshaped(halved.zone, 'reshaped');
      hold(halved.place, halved.zone);
    },
    Delete() {
      const left = removeVertex(zone, held);
      hands.onReshaped(left, 'reshaped');
      hold(vertexInstead(left, held), left);
    },
  };
}

type Push = Readonly<{ now: DrawnZone; vertex: VertexPlace | null }>;

function createPushing(map: MapLibre, hands: MapHands, draw: Draw) {
  let push: Push | null = null;
  const end = (): void => {
    if (!push) return;
    const { now, vertex } = push;
    push = null;
    hands.onTry(null);
    hands.onFindings(null);
    hands.onReshaped(now, vertex ? 'reshaped' : 'moved');
  };
  /** What goes on being pushed; another zone or corner begins anew. */
  const from = (zone: DrawnZone, vertex: VertexPlace | null): DrawnZone => {
    if (push && push.now.id === zone.id && isSamePush(push.vertex, vertex)) return push.now;
    end();
    return zone;
  };
  return {
    end,
    by(event: KeyboardEvent, zone: DrawnZone, held: VertexPlace | null): Act | null {
      const step = ARROW_STEPS[event.key];
      const vertex = event.ctrlKey ? null : held;
      if (!step || event.altKey || (!vertex && !event.ctrlKey)) return null;
      return () => {
        const far = event.shiftKey ? 10 : 1;
        const now = pushed(map, from(zone, vertex), vertex, [step[0] * far, step[1] * far]);
        push = { now, vertex };
        const findings = hands.onTry(now);
        hands.onFindings(findings);
        draw(now, findings);
      };
    },
  };
}

const isSamePush = (one: VertexPlace | null, other: VertexPlace | null): boolean =>
  one === null ? other === null : isSameVertex(one, other);

/** The zone with its corner, or all of it, so many pixels further. */
function pushed(
  map: MapLibre,
  zone: DrawnZone,
  vertex: VertexPlace | null,
  [right, down]: readonly [number, number],
): DrawnZone {
  const at: Position | undefined = vertex ? vertexAt(zone, vertex) : zone.parts[0]?.outline[0];
  if (!at) return zone;
  const { x, y } = map.project([...at]);
  const { lng, lat } = map.unproject([x + right, y + down]);
  return vertex ? moveVertex(zone, vertex, [lng, lat]) : shiftZone(zone, lng - at[0], lat - at[1]);
}

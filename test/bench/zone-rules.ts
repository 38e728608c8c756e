import { checkPair, type MeasuredZone } from '../../main/domain/zones/check-pair.ts';
import { measuresOf } from '../../main/domain/zones/check-options.ts';
import type { DeliveryZone } from '../../main/domain/zones/delivery-zone.ts';
import { packZone } from '../../main/domain/zones/packed-zone.ts';
import { repairZones } from '../../main/domain/zones/repair/repair-zones.ts';
import { areaOfZone } from '../../main/domain/zones/zone-area.ts';
import { createZoneChecker } from '../../main/domain/zones/zone-checker.ts';
import { cityOfZones } from './city-of-zones.ts';
import { inTurn, median, quantile, spread, timed, type Figure } from './measure.ts';
import { clippedPairs } from './zone-rivals.ts';

const ROUNDS = 3;
const DRAGS = 60;
/** About three metres: what a careful hand is off by. */
const SHAKEN = 3e-5;

/** Overlaps of a chain's map, the rules while a corner is dragged, and the repair of a city's map. */
export async function benchZoneRules(): Promise<Figure[]> {
  const zones = cityOfZones(200, 500, SHAKEN);
  return [await benchOverlaps(zones), await benchDrag(zones), benchRepair()];
}

async function benchOverlaps(zones: readonly DeliveryZone[]): Promise<Figure> {
  const [ours, rival] = [commonPairs(zones), clippedPairs(zones)];
  const equal = ours.size === rival.size && [...ours].every((pair) => rival.has(pair));
  const times = await inTurn(
    ROUNDS,
    () => commonPairs(zones),
    () => clippedPairs(zones),
  );
  const ratio = median(times.ours) / median(times.rival);
  return {
    what: `overlaps of 200 zones × 500 corners with their areas, ${ours.size} pairs`,
    ours: `${spread(times.ours)}; pairs ${equal ? 'equal' : 'DIFFERENT'}`,
    rival: `polygon-clipping ${spread(times.rival)}`,
    goal: `≤ 0.2×: ${ratio.toFixed(3)}×`,
    reached: ratio <= 0.2 && equal,
  };
}

/** Pairs with any common ground, however thin, each with its area worked out. */
function commonPairs(zones: readonly DeliveryZone[]): Set<string> {
  const measures = measuresOf({ touchM: 0 });
  const measured = zones.map((zone): MeasuredZone => ({
    zone,
    packed: packZone(zone),
    areaM2: areaOfZone(zone),
  }));
  const pairs = new Set<string>();
  measured.forEach((one, at) => {
    for (const other of measured.slice(at + 1)) {
      if (checkPair(one, other, measures)) pairs.add(`${one.zone.id} ${other.zone.id}`);
    }
  });
  return pairs;
}

/** One corner of one zone moves a little, again and again; the rival checks everything again. */
async function benchDrag(zones: readonly DeliveryZone[]): Promise<Figure> {
  const checker = createZoneChecker(zones);
  const samples: number[] = [];
  let told = 0;
  for (let step = 0; step < DRAGS; step += 1) {
    const moved = withMovedCorner(zones[105]!, step);
    samples.push(workOf(() => (told = checker.replace(moved).length)));
  }
  const last = zones.with(105, withMovedCorner(zones[105]!, DRAGS - 1));
  let fresh = 0;
  const whole = await timed(() => (fresh = createZoneChecker(last).findings().length));
  const [usual, slow] = [median(samples), quantile(samples, 0.95)];
  return {
    what: `rules while a corner of one of 200 zones × 500 is dragged, ${told} findings`,
    ours: `${spread(samples, 'ms of processor')}; findings ${told === fresh ? 'equal' : 'DIFFERENT'}`,
    rival: `all checked again: ${whole.toFixed(0)} ms`,
    goal: `≤ 8 ms: ${usual.toFixed(1)} ms (95 of 100 within ${slow.toFixed(1)} ms)`,
    reached: usual <= 8 && told === fresh,
  };
}

/** Milliseconds of processor: a frame's budget says nothing while others use the machine. */
function workOf(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function withMovedCorner(zone: DeliveryZone, step: number): DeliveryZone {
  const [part] = zone.parts;
  const outline = part!.outline.map(([x, y], at) =>
    at === 40 ? ([x + step * 1e-5, y + step * 2e-5] as const) : ([x, y] as const),
  );
  return { ...zone, parts: [{ outline, holes: [] }] };
}

function benchRepair(): Figure {
  const city = cityOfZones(40, 300, SHAKEN);
  let left = 0;
  repairZones(city);
  const samples = Array.from({ length: ROUNDS }, () =>
    workOf(() => (left = repairZones([...city], { closeGapsM: 15 }).left.length)),
  );
  return {
    what: 'a city of 40 zones × 300 corners, every border drawn twice, repaired',
    ours: `${spread(samples, 'ms of processor', 0)}, ${left} findings left`,
    rival: 'none',
    goal: '≤ 3000 ms, nothing left',
    reached: median(samples) <= 3000 && left === 0,
  };
}

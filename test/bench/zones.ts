import { createZoneIndex } from '../../main/domain/zones/zone-index.ts';
import { benchZoneRules } from './zone-rules.ts';
import { cityOfZones, placesInCity } from './city-of-zones.ts';
import { inTurn, median, spread, type Figure } from './measure.ts';
import { flatbushRayCast, turfScan } from './zone-rivals.ts';

const ROUNDS = 3;
type Find = (longitude: number, latitude: number) => number;

/** Places found among a city's zones and among a country's, and the rules of iiko over a chain's map. */
export async function benchZones(): Promise<Figure[]> {
  return [
    ...(await benchLocate(40, 300, 20, 5_000)),
    ...(await benchLocate(1_000, 500, 100, 300)),
    ...(await benchReplay()),
    ...(await benchZoneRules()),
  ];
}

/** Turf looks for fewer places, since it takes so long: what is compared is the time for one. */
async function benchLocate(
  zones: number,
  corners: number,
  turfGoal: number,
  turfPlaces: number,
): Promise<Figure[]> {
  const city = cityOfZones(zones, corners);
  const places = placesInCity(zones, 100_000);
  const ours = createZoneIndex(city).firstAt;
  const turf = turfScan(city);
  const plain = flatbushRayCast(city);
  const few = places.subarray(0, turfPlaces * 2);
  const what = `place → zone, ${zones} zones × ${corners} corners`;
  const byTurf = await inTurn(
    ROUNDS,
    () => findAll(ours, places),
    () => findAll(turf, few),
  );
  const byPlain = await inTurn(
    ROUNDS,
    () => findAll(ours, places),
    () => findAll(plain, places),
  );
  return [
    figureOf(`${what}, ${turfPlaces} places`, byTurf, turfGoal, 'Turf scan', {
      ours: 100_000,
      rival: turfPlaces,
      equal: findAll(ours, few) === findAll(turf, few),
    }),
    figureOf(`${what}, 100000 places`, byPlain, 2, 'flatbush + ray cast', {
      ours: 100_000,
      rival: 100_000,
      equal: findAll(ours, places) === findAll(plain, places),
    }),
  ];
}

/** A million orders over a hundred zones: the geometry's share of the rehearsal. */
async function benchReplay(): Promise<Figure[]> {
  const city = cityOfZones(100, 300);
  const places = placesInCity(100, 1_000_000);
  const [ours, plain] = [createZoneIndex(city).firstAt, flatbushRayCast(city)];
  const few = places.subarray(0, 200_000);
  const times = await inTurn(
    3,
    () => findAll(ours, places),
    () => findAll(plain, few),
  );
  const ms = median(times.ours);
  return [
    {
      what: '1,000,000 places over 100 zones × 300 corners',
      ours: spread(times.ours),
      rival: `flatbush + ray cast, 100,000 places: ${spread(times.rival)}`,
      goal: `≤ 2000 ms: ${ms.toFixed(0)} ms`,
      reached: ms <= 2000,
    },
  ];
}

/** All answers as one text: both sides must come to the same one. */
function findAll(find: Find, places: Float64Array): string {
  let [found, sum, mixed] = [0, 0, 0];
  for (let at = 0; at < places.length; at += 2) {
    const place = find(places[at]!, places[at + 1]!);
    if (place >= 0) found += 1;
    sum += place;
    mixed = (Math.imul(mixed, 31) + place) | 0;
  }
  return `${found} ${sum} ${mixed}`;
}

function figureOf(
  what: string,
  times: Readonly<{ ours: number[]; rival: number[] }>,
  goal: number,
  rivalName: string,
  counts: Readonly<{ ours: number; rival: number; equal: boolean }>,
): Figure {
  const eachNs = (samples: readonly number[], count: number): number[] =>
    samples.map((ms) => (ms * 1e6) / count);
  const [ours, rival] = [eachNs(times.ours, counts.ours), eachNs(times.rival, counts.rival)];
  const ratio = median(rival) / median(ours);
  return {
    what,
    ours: `${spread(ours, 'ns', 0)} a place; answers ${counts.equal ? 'equal' : 'DIFFERENT'}`,
    rival: `${rivalName} ${spread(rival, 'ns', 0)} a place`,
    goal: `≥ ${goal}×: ${ratio.toFixed(1)}×`,
    reached: ratio >= goal && counts.equal,
  };
}

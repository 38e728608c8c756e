import type { CheckMeasures } from './check-options.ts';
import type { DeliveryZone, Position } from './delivery-zone.ts';
import { metresBetween } from './earth.ts';
import type { ZoneFinding } from './zone-finding.ts';

/**
 * Whether a zone lies where the organisation's cities are, and whether it would with latitude and
 * longitude changed round. Near the Urals both numbers are in the fifties, so only the cities can
 * tell; without them, Russia's box does (`iiko-local.md` 2.5).
 */
export function checkPlace(zone: DeliveryZone, measures: CheckMeasures): ZoneFinding[] {
  const at = centreOf(zone);
  if (!at) return [];
  const about = { zones: [{ id: zone.id, name: zone.name }], at };
  const swapped: Position = [at[1], at[0]];
  const { cities, cityRadiusKm } = measures;
  if (cities.length === 0) {
    const isSwapped = !isInRussia(at) && isInRussia(swapped);
    return isSwapped ? [{ ...about, kind: 'swapped-coordinates', level: 'error' }] : [];
  }
  const distanceKm = nearestKm(at, cities);
  if (distanceKm <= cityRadiusKm) return [];
  if (nearestKm(swapped, cities) <= cityRadiusKm) {
    return [{ ...about, kind: 'swapped-coordinates', level: 'error' }];
  }
  return [{ ...about, kind: 'outside-city', level: 'warning', distanceKm }];
}

const isInRussia = ([longitude, latitude]: Position): boolean =>
  latitude >= 41 && latitude <= 82 && ((longitude >= 19 && longitude <= 180) || longitude <= -169);

/** Kilometres to the nearest city; far beyond the radius the figure is rough. */
function nearestKm(at: Position, cities: readonly Position[]): number {
  if (Math.abs(at[1]) > 90 || Math.abs(at[0]) > 180) return Infinity;
  return Math.min(...cities.map((city) => metresBetween(at, city))) / 1000;
}

function centreOf({ parts }: DeliveryZone): Position | null {
  const points = parts
    .flatMap(({ outline }) => outline)
    .filter(([x, y]) => Number.isFinite(x) && Number.isFinite(y));
  if (points.length === 0) return null;
  const sum = points.reduce(([x, y], point) => [x + point[0], y + point[1]] as const, [
    0, 0,
  ] as const);
  return [sum[0] / points.length, sum[1] / points.length];
}

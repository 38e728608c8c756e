import { shareOf } from '../seeded.ts';

/** A point on the map in degrees. */
export type GeoPoint = Readonly<{ latitude: number; longitude: number }>;

/** A zone as pairs of an inner and an outer edge point per angle: any blend of them lies inside. */
export type ZoneShape = Readonly<{
  name: string;
  inner: readonly GeoPoint[];
  outer: readonly GeoPoint[];
  /** The middle zone closes around its centre; the others are parts of a ring. */
  closed: boolean;
}>;

const KM_PER_DEGREE = 111.32;
const STEPS = 24;
const MIDDLE_KM = 1.7;
const RIM_KM = 3.5;

const round6 = (value: number): number => Math.round(value * 1e6) / 1e6;

function pointAt(centre: GeoPoint, angle: number, km: number): GeoPoint {
  const kmPerLongitude = KM_PER_DEGREE * Math.cos((centre.latitude * Math.PI) / 180);
  return {
    latitude: round6(centre.latitude + (km * Math.sin(angle)) / KM_PER_DEGREE),
    longitude: round6(centre.longitude + (km * Math.cos(angle)) / kmPerLongitude),
  };
}

function ring(centre: GeoPoint, km: number, salt: number): GeoPoint[] {
  return Array.from({ length: STEPS }, (_, step) => {
    const stretched = km * (0.82 + 0.32 * shareOf(salt, step));
    return pointAt(centre, (step / STEPS) * 2 * Math.PI, stretched);
  });
}

/** The middle zone and four parts of a ring around a venue; neighbours share their edges. */
export function zoneShapes(centre: GeoPoint, names: readonly string[], salt: number): ZoneShape[] {
  const middle = ring(centre, MIDDLE_KM, salt);
  const rim = ring(centre, RIM_KM, salt + 1);
  const part = (ringPoints: GeoPoint[], quarter: number): GeoPoint[] =>
    Array.from({ length: STEPS / 4 + 1 }, (_, i) => ringPoints[(quarter * 6 + i) % STEPS]!);
  return names.map((name, index) =>
    index === 0
      ? { name, inner: middle.map(() => centre), outer: middle, closed: true }
      : { name, inner: part(middle, index - 1), outer: part(rim, index - 1), closed: false },
  );
}

/** The ring of the zone as the API gives it: unclosed, in order. */
export function outlineOf(shape: ZoneShape): GeoPoint[] {
  return shape.closed ? [...shape.outer] : [...shape.outer, ...shape.inner.toReversed()];
}

const blend = (a: number, b: number, t: number): number => a + (b - a) * t;
const blendPoints = (a: GeoPoint, b: GeoPoint, t: number): GeoPoint => ({
  latitude: blend(a.latitude, b.latitude, t),
  longitude: blend(a.longitude, b.longitude, t),
});

/** A point inside the zone, well off its edges; `along` and `across` are shares of 0..1. */
export function pointInside(shape: ZoneShape, along: number, across: number): GeoPoint {
  const segments = shape.closed ? shape.outer.length : shape.outer.length - 1;
  const place = along * segments;
  const from = Math.min(Math.floor(place), segments - 1);
  const to = (from + 1) % shape.outer.length;
  const t = 0.05 + 0.9 * (place - from);
  const inner = blendPoints(shape.inner[from]!, shape.inner[to]!, t);
  const outer = blendPoints(shape.outer[from]!, shape.outer[to]!, t);
  const point = blendPoints(inner, outer, 0.1 + 0.8 * across);
  return { latitude: round6(point.latitude), longitude: round6(point.longitude) };
}

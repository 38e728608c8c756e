import type { DeliveryZone, Position } from '../../zones/delivery-zone.ts';
import { metresEast, metresNorth } from '../../zones/earth.ts';
import { createZoneIndex, type ZoneIndex } from '../../zones/zone-index.ts';
import { compileCoverage, type CompiledCoverage } from '../compiled-coverage.ts';
import { zoneKey } from '../coverage-schedule.ts';
import type { EffectiveRow, NamedZone } from '../effective-row.ts';

/** A zone of a map that may tell whose it is. */
export type ServedZone = DeliveryZone & NamedZone;

/** A map and who serves it: one of the two that a rehearsal compares. */
export type RehearsalSide = Readonly<{
  zones: readonly ServedZone[];
  rows: readonly EffectiveRow[];
}>;

/** Names and terminals of both sides, numbered. */
export type RehearsalNames = Readonly<{ zones: readonly string[]; venueIds: readonly number[] }>;

/** A side made ready for a million orders. */
export type ReadySide = Readonly<{
  index: ZoneIndex;
  coverage: CompiledCoverage;
  /** Number of the zone's name, by its place in the map. */
  nameOf: Int32Array;
  /** Number of the terminal, by row. */
  terminalOf: Int32Array;
  /** Fee by row; NaN: not known. */
  feeOf: Float64Array;
}>;

/** Numbers what both sides speak of. */
export function rehearsalNames(sides: readonly RehearsalSide[]): RehearsalNames {
  const zones = new Map<string, string>();
  const venueIds = new Set<number>();
  for (const side of sides) {
    for (const { name } of side.zones) {
      if (!zones.has(zoneKey(name))) zones.set(zoneKey(name), name.trim());
    }
    for (const { venueId } of side.rows) venueIds.add(venueId);
  }
  return { zones: [...zones.values()], venueIds: [...venueIds] };
}

/** Makes a side ready. */
export function readySide({ zones, rows }: RehearsalSide, names: RehearsalNames): ReadySide {
  const numbers = new Map(names.zones.map((name, number) => [zoneKey(name), number]));
  return {
    index: createZoneIndex(zones),
    coverage: compileCoverage(zones, rows),
    nameOf: Int32Array.from(zones, ({ name }) => numbers.get(zoneKey(name))!),
    terminalOf: Int32Array.from(rows, ({ venueId }) => names.venueIds.indexOf(venueId)),
    feeOf: Float64Array.from(rows, ({ feeMinor }) => feeMinor.value ?? Number.NaN),
  };
}

/** Metres in a straight line to a terminal; NaN where it stands nowhere known. */
export type MetresTo = (terminal: number, longitude: number, latitude: number) => number;

/** Distances within a delivery area: the earth is flat around each terminal. */
export function metresTo(places: readonly (Position | null)[]): MetresTo {
  const longitudes = Float64Array.from(places, (place) => place?.[0] ?? Number.NaN);
  const latitudes = Float64Array.from(places, (place) => place?.[1] ?? Number.NaN);
  const east = latitudes.map(metresEast);
  const north = latitudes.map(metresNorth);
  return (terminal, longitude, latitude) => {
    const x = (longitude - longitudes[terminal]!) * east[terminal]!;
    const y = (latitude - latitudes[terminal]!) * north[terminal]!;
    return Math.sqrt(x * x + y * y);
  };
}

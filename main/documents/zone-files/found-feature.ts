import type { ZonePart } from '../../domain/zones/delivery-zone.ts';
import type { ImportReason } from '../../domain/zones/zone-import.ts';

/** What else than areas a feature holds: nothing of it can be a zone. */
export type OtherShape = 'point' | 'line' | 'closed-line' | 'overlay' | 'track' | 'model';

/** The areas found in a feature's geometry, and all that could not be one. */
export type FoundShapes = Readonly<{
  parts: readonly ZonePart[];
  others: readonly OtherShape[];
  /** Areas that cannot be read, each with its reason. */
  broken: readonly ImportReason[];
  /** What was mended, each code once. */
  changes: readonly ImportReason[];
}>;

/** A feature as a format's reader finds it, before it is decided whether it becomes a zone. */
export type FoundFeature = Readonly<{
  number: number;
  line: number | null;
  layer: string | null;
  /** The zone's own id, when this program wrote the file. */
  zoneId: string | null;
  /** As written in the place where names are; null or blank when there is none. */
  name: string | null;
  /** Plain text or HTML; its first line names a zone that has no name. */
  description: string | null;
  colour: string | null;
  shapes: FoundShapes;
}>;

/** All that a file holds, whatever its format. */
export type FoundFile = Readonly<{
  title: string | null;
  features: readonly FoundFeature[];
  /** What stands in the file but is no feature of a map, such as an overlay. */
  strangers: readonly Readonly<{ what: string; line: number | null; why: ImportReason }>[];
  /** Addresses that a map only refers to; it may hold nothing else. */
  networkLinks: readonly string[];
  /** Whether this program wrote it: then every name is meant exactly so. */
  isOwn: boolean;
  notes: readonly ImportReason[];
}>;

/** A reason that needs no values. */
export const reason = (code: string, params: ImportReason['params'] = {}): ImportReason => ({
  code,
  params,
});

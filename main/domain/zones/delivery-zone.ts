/** A point in WGS 84 degrees, longitude first as KML and GeoJSON have it (`iiko-local.md` 2.5). */
export type Position = readonly [longitude: number, latitude: number];

/** A ring whose first point is not repeated at its end. */
export type Ring = readonly Position[];

/** One connected area: its outline and what is cut out of it. */
export type ZonePart = Readonly<{ outline: Ring; holes: readonly Ring[] }>;

/**
 * An area that a venue delivers to. What is brought or drawn may have several parts and holes;
 * iiko takes one part without holes (`iiko-local.md` 2.1).
 */
export type DeliveryZone = Readonly<{
  /** Stays the same through edits and versions of one map. */
  id: string;
  name: string;
  /** `#rrggbb`; null leaves the choice to the screen. */
  colour: string | null;
  parts: readonly ZonePart[];
}>;

/** What a `.pmtiles` file says of itself. */
export type BaseFile = Readonly<{
  kind: 'vector' | 'picture';
  minZoom: number;
  maxZoom: number;
  bounds: readonly [west: number, south: number, east: number, north: number];
  /** Names of the layers of vector tiles. */
  layers: readonly string[];
  /** Plain text. */
  attribution: string;
}>;

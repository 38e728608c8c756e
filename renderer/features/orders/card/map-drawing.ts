/** A place as longitude and latitude in degrees. */
export type Place = readonly [longitude: number, latitude: number];

type Zone = Readonly<{ name: string; ring: readonly Place[] }>;

/** What the small map draws, in pixels of its own size. */
export type MapDrawing = Readonly<{
  point: readonly [x: number, y: number];
  zones: readonly Readonly<{ name: string; path: string; own: boolean }>[];
}>;

const MARGIN = 0.12;
/** At least so many degrees of latitude (about 500 m): one point alone has no size. */
const SMALLEST = 0.005;

function boundsOf(places: readonly Place[]) {
  const xs = places.map(([x]) => x);
  const ys = places.map(([, y]) => y);
  return {
    west: Math.min(...xs),
    east: Math.max(...xs),
    south: Math.min(...ys),
    north: Math.max(...ys),
  };
}

/** Fits the order's own zone and its point (all zones when it has none) into the size, north up. */
export function drawMap(
  point: Place,
  zones: readonly Zone[],
  ownName: string,
  width: number,
  height: number,
): MapDrawing {
  const own = zones.filter(({ name }) => name === ownName && name !== '');
  const shown = own.length > 0 ? own : zones;
  const bounds = boundsOf([point, ...shown.flatMap(({ ring }) => ring)]);
  const shrink = Math.cos((point[1] * Math.PI) / 180);
  const middle = [(bounds.west + bounds.east) / 2, (bounds.south + bounds.north) / 2] as const;
  const wide = Math.max((bounds.east - bounds.west) * shrink, SMALLEST);
  const tall = Math.max(bounds.north - bounds.south, SMALLEST);
  const scale = Math.min(width / wide, height / tall) * (1 - MARGIN);
  const at = ([longitude, latitude]: Place) =>
    [
      width / 2 + (longitude - middle[0]) * shrink * scale,
      height / 2 - (latitude - middle[1]) * scale,
    ] as const;
  const pathOf = (ring: readonly Place[]): string =>
    `M${ring
      .map((place) =>
        at(place)
          .map((px) => px.toFixed(1))
          .join(' '),
      )
      .join('L')}Z`;
  return {
    point: at(point),
    zones: zones
      .filter(({ ring }) => ring.length > 2)
      .map(({ name, ring }) => ({
        name,
        path: pathOf(ring),
        own: name === ownName && name !== '',
      })),
  };
}

import type { Map as MapLibre, MapSourceDataType } from 'maplibre-gl';

/** One tile among many that do not come is a gap of the map, not the lack of it. */
type Tiles = { came: number; failed: number };

/** Tells whether tiles of the base map come: none of those asked for since the map last moved. */
export function watchReach(map: MapLibre, tell: (reached: boolean) => void): void {
  let tiles: Tiles = { came: 0, failed: 0 };
  let told: boolean | null = null;
  const judge = (): void => {
    const { came, failed } = tiles;
    const reached = came > 0 || failed === 0;
    if (came + failed === 0 || reached === told) return;
    told = reached;
    tell(reached);
  };
  map.on('movestart', () => {
    tiles = { came: 0, failed: 0 };
  });
  map.on('sourcedata', (event) => {
    if (event.sourceId !== 'streets' || !isTile(event.sourceDataType) || !('tile' in event)) return;
    tiles.came += 1;
    judge();
  });
  map.on('error', (event) => {
    if (!('sourceId' in event) || event.sourceId !== 'streets') return;
    tiles.failed += 1;
    judge();
  });
  const again = (): void => {
    if (map.getSource('streets')) map.refreshTiles('streets');
  };
  globalThis.addEventListener('online', again);
  map.on('remove', () => globalThis.removeEventListener('online', again));
}

const isTile = (type: MapSourceDataType | undefined): boolean => type !== 'metadata';

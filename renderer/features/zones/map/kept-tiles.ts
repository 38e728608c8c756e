import { addProtocol } from 'maplibre-gl';

const SCHEME = 'kept-tile://';
const CACHE = 'street-tiles';
const KEPT_AT = 'x-kept-at';
/** Shorter than this no public server of tiles wants to be asked again. */
const FRESH_MS = 7 * 86_400_000;
/** About 100 MB of streets: several cities at every scale. */
const MOST = 6000;
/** Taken away together, so that a full store is not tidied for every tile. */
const SPARE = 500;

/** The address under which the map asks for tiles that are kept. */
export const keptAddress = (tiles: string): string => SCHEME + tiles;

/** Lets the map ask for tiles of an address; what came once is there without a network too. */
export function keepTiles(): void {
  addProtocol(SCHEME.slice(0, -3), async ({ url }, { signal }) => ({
    data: await readTile(url.slice(SCHEME.length), signal),
  }));
}

async function readTile(address: string, signal: AbortSignal): Promise<ArrayBuffer> {
  const cache = await openCache();
  const kept = await cache?.match(address);
  if (kept && Date.now() - Number(kept.headers.get(KEPT_AT)) < FRESH_MS) return kept.arrayBuffer();
  try {
    const bytes = await fetchTile(address, signal);
    if (cache) void keep(cache, address, bytes.slice(0)).catch(() => undefined);
    return bytes;
  } catch (error) {
    if (kept) return kept.arrayBuffer();
    throw error;
  }
}

/** Null where the page may keep nothing. */
const openCache = (): Promise<Cache | null> =>
  'caches' in globalThis ? caches.open(CACHE).catch(() => null) : Promise.resolve(null);

async function fetchTile(address: string, signal: AbortSignal): Promise<ArrayBuffer> {
  const answer = await fetch(address, { signal, credentials: 'omit' });
  if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`);
  return answer.arrayBuffer();
}

let keptSinceTidied = SPARE;

async function keep(cache: Cache, address: string, bytes: ArrayBuffer): Promise<void> {
  await cache.put(address, new Response(bytes, { headers: { [KEPT_AT]: String(Date.now()) } }));
  keptSinceTidied += 1;
  if (keptSinceTidied < SPARE) return;
  keptSinceTidied = 0;
  const all = await cache.keys();
  if (all.length > MOST) {
    // The oldest stand first.
    await Promise.all(all.slice(0, all.length - MOST + SPARE).map((one) => cache.delete(one)));
  }
}

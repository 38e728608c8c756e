import { Failure } from '../failure.ts';
import { pastedUrl } from './pasted-url.ts';
import { zoneMapHost } from './zone-map-host.ts';

/** Where a pasted link leads to: to a map that can be downloaded, or to an address that redirects. */
export type ZoneLink =
  | Readonly<{ type: 'google-my-maps'; id: string; downloadUrl: string; viewUrl: string }>
  | Readonly<{ type: 'yandex-constructor'; id: string; downloadUrl: string; viewUrl: string }>
  | Readonly<{ type: 'short'; url: string }>;

/** Modern ids, and those of the years when an id had a dot (`iiko-local.md` 2.2). */
const GOOGLE_ID = /^(?:[A-Za-z0-9_-]{20,64}|[A-Za-z0-9_-]{8,40}\.[A-Za-z0-9_-]{6,40})$/;
const YANDEX_ID = /^(?:constructor|mymaps):[A-Za-z0-9_-]{16,128}$/;
const MY_MAPS_PATH = /^\/(?:maps\/d(?:\/|$)|mymaps(?:\/|$)|map\/(?:u\/\d\/)?(?:edit|viewer|view)$)/;

/** Sites that hold maps which this program cannot fetch; each has its own advice. */
const OTHER_SITES: readonly (readonly [host: RegExp, code: string])[] = [
  [/^earth\.google\.com$/, 'zones.link-google-earth'],
  [/^(?:drive|docs)\.google\.com$/, 'zones.link-google-drive'],
  [/^(?:disk\.(?:360\.)?yandex\.[a-z.]+|yadi\.sk)$/, 'zones.link-yandex-disk'],
  [/^(?:[a-z0-9-]+\.)*2gis\.[a-z.]+$/, 'zones.link-2gis'],
  [/^(?:[a-z0-9-]+\.)*openstreetmap\.(?:org|fr|de)$/, 'zones.link-openstreetmap'],
  [/^(?:[a-z0-9-]+\.)*(?:iiko\.[a-z.]+|syrve\.[a-z.]+)$/, 'zones.link-iiko'],
];

/**
 * Reads a pasted link of Google My Maps or Yandex Constructor in any of its shapes, or a bare id,
 * and says where its map is downloaded (`iiko-local.md` 2.2, 2.4). Every other link is a
 * `Failure('invalid', 'zones.link-…')` that says what it leads to and what to do instead.
 */
export function readZoneLink(text: string): ZoneLink {
  const bare = text.trim();
  if (GOOGLE_ID.test(bare) && !isFileName(bare)) return googleLink(bare, null);
  return linkOf(pastedUrl(text), 1);
}

const isFileName = (text: string): boolean =>
  /\.(?:kml|kmz|json|geojson|csv|xlsx?|com|ru)$/i.test(text);

function linkOf(url: URL, unwraps: number): ZoneLink {
  const host = url.hostname;
  const inner = url.searchParams.get('continue') ?? redirectTarget(url);
  if (host === 'accounts.google.com' || redirectTarget(url) !== null) {
    if (inner === null || unwraps === 0) return refuse('zones.link-sign-in');
    return linkOf(pastedUrl(inner), unwraps - 1);
  }
  const site = OTHER_SITES.find(([known]) => known.test(host));
  if (site) return refuse(site[1], { host });
  switch (zoneMapHost(url.port === '' ? host : '')) {
    case 'google':
      return myMapsLink(url);
    case 'google-short':
      return { type: 'short', url: `https://${host}${url.pathname}` };
    case 'yandex':
    case 'yandex-content':
      return constructorLink(url);
    case 'google-content':
    case null:
      return refuse('zones.link-host', { host: host.slice(0, 100) });
  }
}

/** `google.com/url?q=…`, as mail and messengers wrap links. */
function redirectTarget(url: URL): string | null {
  if (zoneMapHost(url.hostname) !== 'google' || url.pathname !== '/url') return null;
  return url.searchParams.get('q') ?? url.searchParams.get('url');
}

function myMapsLink(url: URL): ZoneLink {
  if (url.searchParams.has('msid')) return refuse('zones.link-classic-map');
  const id = url.searchParams.get('mid');
  if (id === null) {
    if (url.pathname.startsWith('/maps/d/') || url.pathname === '/maps/d') {
      return refuse('zones.link-no-id');
    }
    return refuse(MY_MAPS_PATH.test(url.pathname) ? 'zones.link-no-id' : 'zones.link-google-place');
  }
  if (!MY_MAPS_PATH.test(url.pathname)) return refuse('zones.link-google-place');
  if (!GOOGLE_ID.test(id)) return refuse('zones.link-id-damaged', { id: id.slice(0, 80) });
  return googleLink(id, url.searchParams.get('lid'));
}

/** `forcekml=1` asks for plain KML, `lid` for one layer only. */
function googleLink(id: string, layer: string | null): ZoneLink {
  const download = new URL('https://www.google.com/maps/d/kml?forcekml=1');
  download.searchParams.set('mid', id);
  if (layer !== null && /^[\w-]{1,64}$/.test(layer)) download.searchParams.set('lid', layer);
  const viewUrl = `https://www.google.com/maps/d/viewer?mid=${id}`;
  return { type: 'google-my-maps', id, downloadUrl: download.href, viewUrl };
}

/** Constructor's map is written down on the page that shows it: its script only puts up a frame. */
function constructorLink(url: URL): ZoneLink {
  if (/^\/maps\/-\/[\w~-]+\/?$/.test(url.pathname)) {
    return { type: 'short', url: `https://${url.hostname}${url.pathname}` };
  }
  const id = constructorId(url);
  if (id === null) {
    const isEditor = url.pathname.startsWith('/map-constructor');
    return refuse(isEditor ? 'zones.link-constructor-editor' : 'zones.link-yandex-place');
  }
  if (!YANDEX_ID.test(id)) return refuse('zones.link-id-damaged', { id: id.slice(0, 80) });
  const viewUrl = `https://yandex.ru/maps/?um=${encodeURIComponent(id)}`;
  return { type: 'yandex-constructor', id, downloadUrl: viewUrl, viewUrl };
}

/** Old codes of embedded maps name a map by `sid`; Constructor itself reads that as `um`. */
function constructorId({ searchParams }: URL): string | null {
  const old = searchParams.get('sid');
  return searchParams.get('um') ?? (old === null ? null : `constructor:${old}`);
}

function refuse(code: string, params: Readonly<Record<string, string | number>> = {}): never {
  throw new Failure('invalid', code, params);
}

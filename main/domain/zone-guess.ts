import { isZone, offsetAt, type Zone } from './local-time.ts';
import type { Instant } from './orders/order.ts';
import { CITY_ZONES, COUNTRY_ZONES } from './city-zones.ts';

/** What the vendor tells about where an organization stands. */
export type Whereabouts = Readonly<{
  /** The venues' own texts; their spelling is not documented (`iiko-api.md` 1.7). */
  timeZones: readonly string[];
  latitude: number | null;
  longitude: number | null;
  country: string;
}>;

/** Beyond this, the nearest known city says nothing. */
const NEAR_KM = 900;
const KM_PER_DEGREE = 111;
const MINUTE_MS = 60_000;

/**
 * The IANA zone an organization most likely lives in, or null when the vendor's data does not say:
 * the venues' text first, then coordinates, then the country. An offset alone is joined with
 * coordinates, since many zones share an offset.
 */
export function guessZone(place: Whereabouts, now: Instant): Zone | null {
  for (const text of place.timeZones) {
    const named = readZoneName(text);
    if (named !== null) return named;
  }
  const offsets = place.timeZones.map(readOffsetMinutes).filter((offset) => offset !== null);
  const [offset] = offsets;
  if (offset !== undefined) {
    // Nearest first: reading a zone's offsets takes long, so as few zones as possible are read.
    const fits = ({ zone }: Near): boolean => offsetAt(now, zone) === offset * MINUTE_MS;
    return byDistance(place).find(fits)?.zone ?? null;
  }
  const [nearest] = byDistance(place);
  const near = nearest !== undefined && nearest.km < NEAR_KM ? nearest.zone : null;
  return near ?? countryZone(place.country);
}

function readZoneName(text: string): Zone | null {
  const name = /[A-Z][A-Za-z]+\/[A-Za-z_/-]+/.exec(text)?.[0];
  return name !== undefined && isZone(name) ? name : null;
}

/** Reads `04:00:00`, `+04:00`, `UTC+4`, `GMT+04:00`, `PT4H` and `-3:30` as minutes east of UTC. */
function readOffsetMinutes(text: string): number | null {
  const iso = /^([+-]?)PT(\d{1,2})H(?:(\d{1,2})M)?$/.exec(text.trim());
  const match =
    iso ?? /^\(?(?:UTC|GMT)?\s*([+-]?)(\d{1,2})(?::(\d\d))?(?::\d\d)?\b/.exec(text.trim());
  if (!match) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  if (minutes > 14 * 60) return null;
  return match[1] === '-' ? -minutes : minutes;
}

type Near = Readonly<{ zone: Zone; km: number }>;

/** Known cities, nearest first; in the table's order, infinitely far, without coordinates. */
function byDistance({ latitude, longitude }: Whereabouts): readonly Near[] {
  const nowhere = latitude === null || longitude === null || (latitude === 0 && longitude === 0);
  if (nowhere) return CITY_ZONES.map(([, , zone]) => ({ zone, km: Infinity }));
  return CITY_ZONES.map(([cityLatitude, cityLongitude, zone]) => ({
    zone,
    km: distanceKm(latitude, longitude, cityLatitude, cityLongitude),
  })).toSorted((left, right) => left.km - right.km);
}

/** Flat-earth distance: good enough to find the nearest city. */
function distanceKm(latitude: number, longitude: number, otherLat: number, otherLon: number) {
  const north = (latitude - otherLat) * KM_PER_DEGREE;
  const shrink = Math.cos((((latitude + otherLat) / 2) * Math.PI) / 180);
  return Math.hypot(north, (longitude - otherLon) * KM_PER_DEGREE * shrink);
}

function countryZone(country: string): Zone | null {
  return COUNTRY_ZONES.get(country.trim().toLowerCase()) ?? null;
}

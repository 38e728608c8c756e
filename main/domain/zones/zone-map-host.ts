/** Google under any of its national addresses. */
const GOOGLE = /^(?:www\.|maps\.|mapsengine\.)?google\.(?:com|[a-z]{2}|com?\.[a-z]{2})$/;
const GOOGLE_CONTENT = /^(?:[a-z0-9-]+\.)*(?:googleusercontent\.com|usercontent\.google\.com)$/;
const YANDEX = /^(?:www\.|maps\.)?yandex\.(?:ru|com|by|kz|uz|com\.tr|com\.am|com\.ge|net)$/;
const YANDEX_CONTENT = /^(?:api-maps|constructor\.maps)\.yandex\.(?:ru|com)$/;
const SHORT = new Set(['maps.app.goo.gl', 'goo.gl', 'g.co']);

/** Whose address it is; null for everybody else. */
export type ZoneMapHost =
  | 'google'
  | 'google-content'
  | 'google-short'
  | 'yandex'
  | 'yandex-content';

/** Tells the owner of a host name that maps may come from; no other host is ever asked. */
export function zoneMapHost(host: string): ZoneMapHost | null {
  if (GOOGLE.test(host)) return 'google';
  if (GOOGLE_CONTENT.test(host)) return 'google-content';
  if (SHORT.has(host)) return 'google-short';
  if (YANDEX.test(host)) return 'yandex';
  return YANDEX_CONTENT.test(host) ? 'yandex-content' : null;
}

/** Whether an address may be asked: https, its usual port, no name or password, a known owner. */
export const isZoneMapUrl = ({ protocol, port, username, password, hostname }: URL): boolean =>
  protocol === 'https:' &&
  port === '' &&
  username === '' &&
  password === '' &&
  zoneMapHost(hostname) !== null;

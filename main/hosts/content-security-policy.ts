/** Where the built page expects the nonce of its styles. */
const NONCE_PLACE = '%CSP_NONCE%';

/**
 * The policy of the page in the window and in the browser alike. Scripts come from our own files
 * only. Mantine writes style elements: they carry the nonce of this answer; everything else that a
 * stylesheet could be is refused, and style attributes are set by script properties, which no policy
 * forbids. The one foreign host that may be asked is the map's, `tiles`, for pictures of streets.
 */
export function contentSecurityPolicy(
  nonce: string,
  reportTo: string | null,
  tiles: string | null = null,
): string {
  const rules = [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "media-src 'self'",
    `connect-src 'self'${tiles === null ? '' : ` ${tiles}`}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ];
  return [...rules, ...(reportTo === null ? [] : [`report-uri ${reportTo}`])].join('; ');
}

/** The page with the nonce of this answer. */
export function withNonce(page: string, nonce: string): string {
  return page.replaceAll(NONCE_PLACE, nonce);
}

/** Headers of every answer, page or not. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), display-capture=()',
  'cache-control': 'no-store',
};

import type { Instant } from '../../domain/orders/order.ts';
import type { Token } from '../http/session.ts';

const HOUR_MS = 3_600_000;
const MARGIN_MS = 300_000;

/**
 * Plans a token's renewal by the server's clock: five minutes (or a tenth of its life) before the
 * `exp` of a JWT, or before an hour has passed when the token says nothing (`iiko-api.md` 1.2).
 * `now` is this PC's clock at that moment.
 */
export function planToken(text: string, issuedAt: Instant, now: Instant): Token {
  const exp = expiryOf(text);
  const lifeMs = exp !== null && exp > issuedAt ? exp - issuedAt : HOUR_MS;
  const usedMs = lifeMs - Math.min(MARGIN_MS, lifeMs / 10);
  return { text, renewAt: issuedAt + usedMs, renewHereAt: now + usedMs };
}

function expiryOf(token: string): Instant | null {
  const [, payload] = token.split('.');
  if (payload === undefined) return null;
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    const exp = (claims as { exp?: unknown } | null)?.exp;
    return typeof exp === 'number' && Number.isFinite(exp) ? exp * 1000 : null;
  } catch {
    return null;
  }
}

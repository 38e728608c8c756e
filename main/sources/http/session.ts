import { createHash } from 'node:crypto';
import type { Instant } from '../../domain/orders/order.ts';
import type { SourceOutside } from '../order-source.ts';
import { createGate, type Gate } from './gate.ts';
import { createPace, type Pace } from './pace.ts';

/** A token and when to get the next one: by the server's clock and, before it was heard, by this PC's. */
export type Token = Readonly<{ text: string; renewAt: Instant; renewHereAt: Instant }>;

/** Whether a token may still be used; `serverNow` is null before a client's first answer. */
export const isFresh = (token: Token, serverNow: Instant | null, now: Instant): boolean =>
  serverNow === null ? now < token.renewHereAt : serverNow < token.renewAt;

/** What everybody who uses one login shares: its turn, its pace and its token. */
export type Session = { gate: Gate; pace: Pace; token: Token | null };

const sessions = new WeakMap<SourceOutside['fetch'], Map<string, Session>>();

/**
 * The one session of a login in this program: a connection test and a running sync must not send
 * two requests at once either.
 */
export function sessionFor(
  settings: Readonly<{ host: string; minIntervalMs: number }>,
  secret: object,
  outside: SourceOutside,
): Session {
  const known = sessions.get(outside.fetch) ?? new Map<string, Session>();
  sessions.set(outside.fetch, known);
  const login = JSON.stringify([settings.host, Object.values(secret)]);
  // Hashed, so that no second copy of a secret lies about in memory.
  const key = createHash('sha256').update(login).digest('hex');
  const shared = known.get(key);
  if (shared) return shared;
  const pace = createPace(settings.minIntervalMs, () => outside.now());
  const session: Session = { gate: createGate(), pace, token: null };
  known.set(key, session);
  return session;
}

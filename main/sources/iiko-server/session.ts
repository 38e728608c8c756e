import { createHash } from 'node:crypto';
import { createGate, type Gate } from '../http/gate.ts';
import { createPace, type Pace } from '../http/pace.ts';
import type { SourceOutside } from '../order-source.ts';
import type { IikoServerSecret, IikoServerSettings } from './settings.ts';

/**
 * The one session of a login in this program. A login takes a licence slot (`iiko-api.md` 3.1), so
 * everybody shares the token, and the last one to close gives it back.
 */
export type ServerSession = {
  /** Names the login in the keeper of sessions; no secret can be read from it. */
  readonly key: string;
  readonly gate: Gate;
  readonly pace: Pace;
  token: string | null;
  /** Who has asked since the last time the slot was given back. */
  readonly users: Set<object>;
};

const sessions = new WeakMap<SourceOutside['fetch'], Map<string, ServerSession>>();

/** Finds or makes the session of a login. */
export function serverSessionFor(
  settings: IikoServerSettings,
  { login, password }: IikoServerSecret,
  outside: SourceOutside,
): ServerSession {
  const known = sessions.get(outside.fetch) ?? new Map<string, ServerSession>();
  sessions.set(outside.fetch, known);
  const words = JSON.stringify([
    settings.host.toLowerCase(),
    settings.fingerprint,
    login,
    password,
  ]);
  const key = createHash('sha256').update(words).digest('hex');
  const shared = known.get(key);
  if (shared) return shared;
  const pace = createPace(settings.minIntervalMs, () => outside.now());
  const session = { key, gate: createGate(), pace, token: null, users: new Set<object>() };
  known.set(key, session);
  return session;
}

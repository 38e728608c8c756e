import { Failure } from '../../domain/failure.ts';
import type { Instant } from '../../domain/orders/order.ts';
import { backOffMs } from '../http/back-off.ts';
import { isFresh, sessionFor, type Session } from '../http/session.ts';
import type { SourceOutside } from '../order-source.ts';
import { createCaller, type Answered, type Caller, type Query } from './caller.ts';
import { brokenAnswer, type Refusal } from './refusal.ts';
import type { IikoBizSecret, IikoBizSettings } from './settings.ts';

/** Calls of iiko.biz, one at a time per login. Every method rejects with a `Failure` only. */
export type Client = Readonly<{
  /** Gets `/api/0/…` with a token and gives the JSON of the answer, after so many tries at most. */
  get(path: string, query: Query, signal: AbortSignal, tries?: number): Promise<Answered>;
  /** Gets a new token whether or not one is there: proves the login. */
  login(signal: AbortSignal): Promise<void>;
  /** The server's clock as of its latest answer plus the time since. */
  serverNow(): Instant | null;
  /** What everybody who uses this login shares. */
  session: Session;
}>;

const ATTEMPTS = 3;
const BASE_MS = 1000;
/** A restaurant's server that did not answer within half a minute is given more time. */
const SILENT_BASE_MS = 5000;
/** A token lives a quarter of an hour (`iiko-api.md` 2.1); it is renewed two minutes before. */
const TOKEN_MS = 13 * 60_000;

type Parts = Readonly<{
  session: Session;
  caller: Caller;
  settings: IikoBizSettings;
  secret: IikoBizSecret;
  outside: SourceOutside;
}>;

/** Opens a client; nothing is sent before the first call. */
export function createClient(
  settings: IikoBizSettings,
  secret: IikoBizSecret,
  outside: SourceOutside,
): Client {
  const session = sessionFor(settings, secret, outside);
  const caller = createCaller(settings, outside);
  const parts: Parts = { session, caller, settings, secret, outside };
  const inTurn = async <T>(task: () => Promise<T>, signal: AbortSignal): Promise<T> => {
    try {
      return await session.gate.run(task, signal);
    } catch (error) {
      throw error instanceof Failure ? error : asFailure(error, signal);
    }
  };
  return {
    get: (path, query, signal, tries = ATTEMPTS) =>
      inTurn(() => getWithToken(parts, { path, query, tries }, signal), signal),
    login: (signal) =>
      inTurn(async () => {
        session.token = null;
        await tokenOf(parts, signal);
      }, signal),
    serverNow: () => caller.serverNow(),
    session,
  };
}

function asFailure(error: unknown, signal: AbortSignal): Failure {
  if (signal.aborted) return new Failure('conflict', 'source.cancelled', {}, { cause: error });
  return new Failure('unexpected', 'iiko-biz.unexpected', {}, { cause: error });
}

type Ask = Readonly<{ path: string; query: Query; tries: number }>;

async function getWithToken(parts: Parts, wanted: Ask, signal: AbortSignal): Promise<Answered> {
  const ask = async (): Promise<Answered | Refusal> => {
    const access = {
      access_token: await tokenOf(parts, signal),
      request_timeout: clockText(parts.settings.timeoutSeconds),
    };
    return attempts(parts, { ...wanted, query: { ...wanted.query, ...access } }, signal);
  };
  const first = await ask();
  if (!('advice' in first)) return first;
  if (first.advice !== 'renew-token') throw first.failure;
  parts.session.token = null;
  const second = await ask();
  if ('advice' in second) throw second.failure;
  return second;
}

/** `HH:mm:ss`, as iiko.biz wants the time it may wait for the restaurant. */
const clockText = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(11, 19);

/** The token to use now: the known one, or a new one when its time is near. */
async function tokenOf(parts: Parts, signal: AbortSignal): Promise<string> {
  const { session, caller, secret, outside } = parts;
  const { token } = session;
  if (token && isFresh(token, caller.serverNow(), outside.now())) return token.text;
  const path = 'auth/access_token';
  const query = { user_id: secret.userId, user_secret: secret.userSecret };
  const answer = await attempts(parts, { path, query, tries: ATTEMPTS }, signal);
  if ('advice' in answer) throw loginFailure(answer);
  const text = answer.body;
  if (typeof text !== 'string' || !/^[\x21-\x7e]{1,512}$/.test(text)) throw brokenAnswer(path);
  const renewHereAt = outside.now() + TOKEN_MS;
  session.token = { text, renewAt: answer.serverTime + TOKEN_MS, renewHereAt };
  return text;
}

/** Whatever the words of a refusal, at the door it means that the login is not accepted. */
function loginFailure({ failure }: Refusal): Failure {
  if (failure.kind !== 'refused' || failure.code === 'iiko-biz.wrong-address') return failure;
  return new Failure('refused', 'iiko-biz.login-refused', failure.params);
}

/** Tries a request until it is answered, refused for good, or tried often enough. */
async function attempts(
  { session: { pace }, caller, outside }: Parts,
  { path, query, tries }: Ask,
  signal: AbortSignal,
): Promise<Answered | Refusal> {
  for (let attempt = 1; ; attempt += 1) {
    const waitMs = pace.nextWaitMs();
    if (waitMs > 0) await outside.sleep(waitMs, signal);
    pace.started();
    const result = await caller.call(path, query, attempt, signal);
    if (!('advice' in result) || result.advice !== 'retry' || attempt >= tries) return result;
    const silent = result.failure.code.startsWith('source.restaurant-');
    const baseMs = silent || result.failure.kind === 'busy' ? SILENT_BASE_MS : BASE_MS;
    await outside.sleep(backOffMs(attempt, baseMs, outside.random()), signal);
  }
}

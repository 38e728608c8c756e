import { Failure } from '../../domain/failure.ts';
import type { Instant } from '../../domain/orders/order.ts';
import { backOffMs } from '../http/back-off.ts';
import { isFresh, sessionFor, type Session } from '../http/session.ts';
import type { SourceOutside } from '../order-source.ts';
import { createCaller, type Answered, type Caller } from './caller.ts';
import { brokenAnswer, TOKEN_REFUSED, type Refusal } from './refusal.ts';
import type { IikoCloudSecret, IikoCloudSettings } from './settings.ts';
import { planToken } from './token.ts';
import type { WireAccessToken, WireAccessTokenRequest } from './wire.ts';
import type { WireAccessTokenV2Request } from './wire.ts';

/** Calls of iiko Cloud, one at a time per login. Every method rejects with a `Failure` only. */
export type Client = Readonly<{
  /** Posts to `/api/…` with a token and gives the JSON object of the answer. */
  post<T extends object>(path: string, body: object, signal: AbortSignal): Promise<Answered<T>>;
  /** Gets a new token whether or not one is there: proves the login. */
  login(signal: AbortSignal): Promise<void>;
  /** The server's clock as of its latest answer plus the time since. */
  serverNow(): Instant | null;
}>;

const ATTEMPTS = 4;
const BASE_MS = 1000;
/** After a 429 without `Retry-After` the vendor is given more time. */
const BUSY_BASE_MS = 5000;
/** A longer silence is the scheduler's business: nobody waits that long inside a request. */
const LONGEST_WAIT_MS = 60_000;

type Parts = {
  session: Session;
  caller: Caller;
  secret: IikoCloudSecret;
  outside: SourceOutside;
};

/** Opens a client; nothing is sent before the first call. */
export function createClient(
  settings: IikoCloudSettings,
  secret: IikoCloudSecret,
  outside: SourceOutside,
): Client {
  const session = sessionFor(settings, secret, outside);
  const caller = createCaller(settings, outside);
  const parts: Parts = { session, caller, secret, outside };
  const inTurn = async <T>(task: () => Promise<T>, signal: AbortSignal): Promise<T> => {
    try {
      return await session.gate.run(task, signal);
    } catch (error) {
      throw error instanceof Failure ? error : asFailure(error, signal);
    }
  };
  return {
    post: <T extends object>(path: string, body: object, signal: AbortSignal) =>
      inTurn(() => postWithToken<T>(parts, path, body, signal), signal),
    login: (signal) =>
      inTurn(async () => {
        session.token = null;
        await tokenOf(parts, signal);
      }, signal),
    serverNow: () => caller.serverNow(),
  };
}

function asFailure(error: unknown, signal: AbortSignal): Failure {
  if (signal.aborted) return new Failure('conflict', 'source.cancelled', {}, { cause: error });
  return new Failure('unexpected', 'iiko-cloud.unexpected', {}, { cause: error });
}

async function postWithToken<T extends object>(
  parts: Parts,
  path: string,
  body: object,
  signal: AbortSignal,
): Promise<Answered<T>> {
  const first = await attempts<T>(parts, path, body, await tokenOf(parts, signal), signal);
  if (!('advice' in first)) return first;
  if (first.advice !== 'renew-token') throw first.failure;
  parts.session.token = null;
  const second = await attempts<T>(parts, path, body, await tokenOf(parts, signal), signal);
  if ('advice' in second) throw second.failure;
  return second;
}

/** The token to use now: the known one, or a new one when its time is near. */
async function tokenOf(parts: Parts, signal: AbortSignal): Promise<string> {
  const { session, caller, secret, outside } = parts;
  const { token } = session;
  if (token && isFresh(token, caller.serverNow(), outside.now())) return token.text;
  const { path, body } = loginOf(secret);
  const answer = await attempts<WireAccessToken>(parts, path, body, null, signal);
  if ('advice' in answer) throw loginFailure(answer);
  const text: unknown = answer.body.token;
  if (typeof text !== 'string' || !/^[\x21-\x7e]+$/.test(text)) {
    throw brokenAnswer(path, answer.correlationId);
  }
  session.token = planToken(text, answer.serverTime, outside.now());
  return text;
}

/** Whatever the vendor's words of a 401, at the door it means that the login is not accepted. */
function loginFailure({ failure }: Refusal): Failure {
  if (failure.code !== TOKEN_REFUSED) return failure;
  const reference = failure.reference === undefined ? {} : { reference: failure.reference };
  return new Failure('refused', 'iiko-cloud.login-refused', failure.params, reference);
}

type Login = { path: string; body: WireAccessTokenRequest | WireAccessTokenV2Request };

function loginOf(secret: IikoCloudSecret): Login {
  switch (secret.kind) {
    case 'api-login':
      return { path: '/api/1/access_token', body: { apiLogin: secret.apiLogin } };
    case 'api-key': {
      const { apiKey, appId, clientSecret } = secret;
      return { path: '/api/v2/access_token', body: { apiKey, appId, clientSecret } };
    }
  }
}

/** Tries a request until it is answered, refused for good, or tried often enough. */
async function attempts<T extends object>(
  { session: { pace }, caller, outside }: Parts,
  path: string,
  body: object,
  token: string | null,
  signal: AbortSignal,
): Promise<Answered<T> | Refusal> {
  for (let attempt = 1; ; attempt += 1) {
    await waitFor(pace.nextWaitMs(), path, outside, signal);
    pace.started();
    const result = await caller.call<T>({ path, body, token, attempt }, signal);
    if (!('advice' in result)) return result;
    if (result.retryAfterMs !== null) pace.hold(result.retryAfterMs);
    if (result.advice !== 'retry' || attempt === ATTEMPTS) return result;
    if ((result.retryAfterMs ?? 0) < BASE_MS) {
      const baseMs = result.failure.kind === 'busy' ? BUSY_BASE_MS : BASE_MS;
      await outside.sleep(backOffMs(attempt, baseMs, outside.random()), signal);
    }
  }
}

async function waitFor(
  ms: number,
  path: string,
  outside: SourceOutside,
  signal: AbortSignal,
): Promise<void> {
  if (ms > LONGEST_WAIT_MS) {
    const retryAfterSeconds = Math.ceil(ms / 1000);
    throw new Failure('busy', 'iiko-cloud.asked-to-wait', { path, retryAfterSeconds });
  }
  if (ms > 0) await outside.sleep(ms, signal);
}

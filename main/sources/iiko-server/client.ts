import { createHash } from 'node:crypto';
import { Failure } from '../../domain/failure.ts';
import type { Instant } from '../../domain/orders/order.ts';
import { backOffMs } from '../http/back-off.ts';
import type { SourceOutside } from '../order-source.ts';
import { createServerCaller, type ServerAnswer, type ServerCall } from './caller.ts';
import type { ServerCaller } from './caller.ts';
import { brokenAnswer, type Refusal } from './refusal.ts';
import { serverSessionFor, type ServerSession } from './session.ts';
import type { IikoServerSecret, IikoServerSettings } from './settings.ts';

type Question = Pick<ServerCall, 'path' | 'query' | 'json'>;

/** Calls of iikoServer, one at a time per login. Every method rejects with a `Failure` only. */
export type ServerClient = Readonly<{
  /** Asks with a token: GET, or POST where there is a body. */
  ask(question: Question, signal: AbortSignal): Promise<ServerAnswer>;
  /** Asks what the server tells without a login. */
  askOpenly(path: string, query: Question['query'], signal: AbortSignal): Promise<ServerAnswer>;
  /** Gets a token now, if none is there: proves the login. */
  login(signal: AbortSignal): Promise<void>;
  /** Gives the licence slot back, unless somebody else of this program still asks. */
  logout(): Promise<void>;
  serverNow(): Instant | null;
}>;

const ATTEMPTS = 4;
const BASE_MS = 1000;
const LOGOUT_MS = 15_000;
const TOKEN = /^[\w-]{8,100}$/;

type Parts = Readonly<{
  session: ServerSession;
  caller: ServerCaller;
  secret: IikoServerSecret;
  outside: SourceOutside;
}>;

/** Opens a client; nothing is sent before the first call. */
export function createServerClient(
  settings: IikoServerSettings,
  secret: IikoServerSecret,
  outside: SourceOutside,
): ServerClient {
  const session = serverSessionFor(settings, secret, outside);
  const caller = createServerCaller(settings, outside);
  const parts = { session, caller, secret, outside };
  const user = {};
  const inTurn = async <T>(task: () => Promise<T>, signal: AbortSignal): Promise<T> => {
    try {
      return await session.gate.run(task, signal);
    } catch (error) {
      throw error instanceof Failure ? error : asFailure(error, signal);
    }
  };
  return {
    ask: (question, signal) =>
      inTurn(() => {
        session.users.add(user);
        return askWithToken(parts, question, signal);
      }, signal),
    askOpenly: (path, query, signal) =>
      inTurn(async () => {
        const call = query ? { path, query, root: true as const } : { path, root: true as const };
        return goodOf(await attempts(parts, { ...call, token: null }, signal));
      }, signal),
    login: (signal) =>
      inTurn(async () => {
        session.users.add(user);
        await tokenOf(parts, signal);
      }, signal),
    async logout() {
      const signal = AbortSignal.timeout(LOGOUT_MS);
      session.users.delete(user);
      await inTurn(() => giveBack(parts, signal), signal).catch(() => undefined);
    },
    serverNow: () => caller.serverNow(),
  };
}

function asFailure(error: unknown, signal: AbortSignal): Failure {
  if (signal.aborted) return new Failure('conflict', 'source.cancelled', {}, { cause: error });
  return new Failure('unexpected', 'iiko-server.unexpected', {}, { cause: error });
}

function goodOf(result: ServerAnswer | Refusal): ServerAnswer {
  if ('advice' in result) throw result.failure;
  return result;
}

async function askWithToken(
  parts: Parts,
  question: Question,
  signal: AbortSignal,
): Promise<ServerAnswer> {
  const token = await tokenOf(parts, signal);
  const first = await attempts(parts, { ...question, token }, signal);
  if (!('advice' in first) || first.advice !== 'renew-token') return goodOf(first);
  // Idle for an hour, or the server was restarted: its tokens are gone.
  await keepToken(parts, null);
  const second = { ...question, token: await tokenOf(parts, signal) };
  return goodOf(await attempts(parts, second, signal));
}

/** The token in use, one that a crash left behind, or a new one: each new one takes a slot. */
async function tokenOf(parts: Parts, signal: AbortSignal): Promise<string> {
  const { session, secret, outside } = parts;
  if (session.token !== null) return session.token;
  const kept = (await outside.sessions?.kept(session.key)) ?? null;
  if (kept !== null) return (session.token = kept);
  const pass = createHash('sha1').update(secret.password, 'utf8').digest('hex');
  const form = { login: secret.login, pass };
  const { text } = goodOf(await attempts(parts, { path: '/auth', form, token: null }, signal));
  const token = text.trim();
  if (!TOKEN.test(token)) throw brokenAnswer('/auth');
  await keepToken(parts, token);
  return token;
}

/** Kept before it is used: whatever ends the program, the next start can give the slot back. */
async function keepToken({ session, outside }: Parts, token: string | null): Promise<void> {
  session.token = token;
  await outside.sessions?.keep(session.key, token);
}

async function giveBack(parts: Parts, signal: AbortSignal): Promise<void> {
  const { session, caller, outside } = parts;
  if (session.users.size > 0) return;
  const token = session.token ?? (await outside.sessions?.kept(session.key)) ?? null;
  if (token === null) return;
  const result = await caller.call({ path: '/logout', form: {}, token, attempt: 1 }, signal);
  session.token = null;
  // A server that is off forgets the token itself; one that answered has freed the slot.
  const freed = !('advice' in result) || result.advice === 'renew-token';
  if (freed) await keepToken(parts, null);
}

/** Tries a request until it is answered, refused for good, or tried often enough. */
async function attempts(
  { session: { pace }, caller, outside }: Parts,
  call: Omit<ServerCall, 'attempt'>,
  signal: AbortSignal,
): Promise<ServerAnswer | Refusal> {
  for (let attempt = 1; ; attempt += 1) {
    const waitMs = pace.nextWaitMs();
    if (waitMs > 0) await outside.sleep(waitMs, signal);
    pace.started();
    const result = await caller.call({ ...call, attempt }, signal);
    if (!('advice' in result) || result.advice !== 'retry' || attempt === ATTEMPTS) return result;
    await outside.sleep(backOffMs(attempt, BASE_MS, outside.random()), signal);
  }
}

import { requestAnswerer, type StruckFault } from './answer-request.ts';
import type { ChainContext, LoadedZone } from './answers/chain-context.ts';
import type { ChainReply, ChainRequest } from './answers/exchange.ts';
import { credentialsOf, tokenOffice, type Credentials } from './answers/tokens.ts';
import { chainFetch } from './chain-fetch.ts';
import { chainTruth, type ChainTruth } from './chain-truth.ts';
import type { ChainClock } from './chain-clock.ts';
import type { FaultPlan } from './faults/fault-plan.ts';
import { licenceSlots, serverLoginOf, type ServerLogin } from './iiko-server/licence-slots.ts';
import { BIZ_BASE, bizAnswerer } from './iiko-biz/biz-answerer.ts';
import { bizLoginOf, bizTokens, type BizLogin } from './iiko-biz/biz-tokens.ts';
import { serverAnswerer } from './iiko-server/server-answerer.ts';
import { orderBook } from './orders/order-book.ts';
import { createWorld } from './world/world.ts';

/** How a chain is made; everything but the clock has a default. */
export type ChainOptions = Readonly<{
  clock: ChainClock;
  /** The same seed gives the same chain, order by order; default 1. */
  seed?: number | undefined;
  faults?: FaultPlan | undefined;
  /** How many days before the clock's start the first orders were promised; default 7. */
  historyDays?: number | undefined;
  /** Orders a day over all venues, on average; default 1,200, at most about 17,000. */
  ordersPerDay?: number | undefined;
  /** More orders than this in a window answer end as 422; default 1,000. */
  maxOrdersPerAnswer?: number | undefined;
  /** Version of the chain's own iikoServer; default 9.1.2. */
  serverVersion?: string | undefined;
  /** Licence slots of iikoServer's API; default 1. */
  serverSlots?: number | undefined;
}>;

/** A chain without a network: what every host of it needs. */
export type ChainCore = Credentials &
  Readonly<{
    clock: ChainClock;
    truth: ChainTruth;
    /** Answers a request at once. */
    handle(request: ChainRequest): ChainReply;
    /** The same as a `fetch`: whatever host the address names. */
    fetch: typeof globalThis.fetch;
    /** Which faults struck which requests, in order. */
    struckFaults: readonly StruckFault[];
    requestCount(): number;
    /** The login of the chain at iiko.biz, under `/api/0` of the same address. */
    bizLogin: BizLogin;
    /** The login of the chain's own iikoServer, under `/resto` of the same address. */
    serverLogin: ServerLogin;
    /** Licence slots of iikoServer that are taken now, and how often somebody logged in. */
    serverSlots(): Readonly<{ taken: number; logins: number }>;
    /** How many days of one city are in memory: never more than 60. */
    daysHeld(): number;
    /** What «Обновить список зон» does in iikoOffice: the organization has these zones; null: its own again. */
    loadZones(organizationId: string, zones: readonly LoadedZone[] | null): void;
  }>;

const DAY_MS = 86_400_000;

/** Makes a chain in this process; cheap enough to be made anew for every test. */
export function createChain(options: ChainOptions): ChainCore {
  const { clock, seed = 1, faults = { seed, rules: [] } } = options;
  const { historyDays = 7, ordersPerDay = 1200, maxOrdersPerAnswer = 1000 } = options;
  const world = createWorld(seed);
  const book = orderBook(world, ordersPerDay, clock.now() - historyDays * DAY_MS);
  const loadedZones: ChainContext['loadedZones'] = new Map();
  const context = { world, book, clock, maxOrdersPerAnswer, loadedZones };
  const credentials = credentialsOf(seed);
  const answerer = requestAnswerer({ context, tokens: tokenOffice(credentials) }, faults);
  const serverLogin = serverLoginOf(seed);
  const slots = licenceSlots(seed, serverLogin, options.serverSlots ?? 1);
  const version = options.serverVersion ?? '9.1.2';
  const askServer = serverAnswerer({ context, slots, version, faults });
  const bizLogin = bizLoginOf(seed);
  const askBiz = bizAnswerer({ context, tokens: bizTokens(bizLogin), faults });
  const handle = (request: ChainRequest): ChainReply => {
    if (request.path.startsWith('/resto/')) return askServer(request);
    return request.path.startsWith(BIZ_BASE) ? askBiz(request) : answerer.answer(request);
  };
  return {
    ...credentials,
    clock,
    truth: chainTruth(context),
    handle,
    fetch: chainFetch(handle),
    bizLogin,
    serverLogin,
    serverSlots: () => ({ taken: slots.taken(clock.now()), logins: slots.logins }),
    struckFaults: answerer.struck,
    requestCount: answerer.requestCount,
    daysHeld: book.daysHeld,
    loadZones(organizationId, zones) {
      if (zones) loadedZones.set(organizationId, zones);
      else loadedZones.delete(organizationId);
    },
  };
}

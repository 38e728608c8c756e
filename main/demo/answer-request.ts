import type { ChainContext } from './answers/chain-context.ts';
import { readBody, Refusal, type ChainReply, type ChainRequest } from './answers/exchange.ts';
import type { OrderPage } from './answers/orders.ts';
import { DIRECTORY_ROUTES, ORDER_ROUTES, TOKEN_ROUTES } from './answers/routes.ts';
import type { TokenOffice } from './answers/tokens.ts';
import { carry } from './faults/carry.ts';
import { disturbPage } from './faults/disturb-page.ts';
import {
  CARRYING_FAULTS,
  HIDING_FAULTS,
  ORDER_FAULTS,
  REFUSING_FAULTS,
  SEQUENCE_FAULTS,
} from './faults/fault-kinds.ts';
import { withoutCity } from './faults/hide-city.ts';
import { rulesFor, strikes, type ArmedRule, type FaultPlan } from './faults/fault-plan.ts';
import { refuse } from './faults/refuse.ts';
import { spoilOrder } from './faults/spoil-order.ts';
import { mix, writeUuid } from './seeded.ts';

/** What one request is answered with: its number, its id for the log, the faults that strike. */
type Turn = Readonly<{ request: number; correlationId: string; armed: readonly ArmedRule[] }>;
type Server = Readonly<{ context: ChainContext; tokens: TokenOffice }>;

function armedOf<K extends string>(turn: Turn, kinds: readonly K[]): [K, ArmedRule][] {
  return turn.armed.flatMap((armed) => {
    const kind = kinds.find((it) => it === armed.rule.kind);
    return kind === undefined ? [] : [[kind, armed] as [K, ArmedRule]];
  });
}

function reply(status: number, value: unknown): ChainReply {
  const headers = { 'content-type': 'application/json; charset=utf-8' };
  return { status, headers, body: JSON.stringify(value), manner: 'whole' };
}

function disturbed(server: Server, page: OrderPage, turn: Turn): OrderPage {
  const { world, clock } = server.context;
  const place = { world, now: clock.now(), request: turn.request };
  return armedOf(turn, SEQUENCE_FAULTS).reduce(
    (current, [kind, armed]) => disturbPage(kind, current, armed, place),
    page,
  );
}

/** The orders of a group as they are sent, one of them spoiled per order fault that strikes. */
function sentOrders(page: OrderPage, turn: Turn): Map<string, unknown[]> {
  const sent = new Map(
    page.groups.map((group) => [group.organizationId, group.orders.map(({ info }) => info)]),
  ) as Map<string, unknown[]>;
  for (const [kind, armed] of armedOf(turn, ORDER_FAULTS)) {
    const full = page.groups.filter((group) => group.orders.length > 0);
    const throwOf = mix(armed.salt, turn.request);
    const group = full[throwOf % Math.max(1, full.length)];
    if (!group) continue;
    const place = (throwOf >>> 8) % group.orders.length;
    sent.get(group.organizationId)![place] = spoilOrder(kind, group.orders[place]!.info);
  }
  return sent;
}

function pageValue(server: Server, page: OrderPage, turn: Turn): object {
  const { by, maxRevision, groups } = disturbed(server, page, turn);
  const sent = sentOrders({ by, maxRevision, groups }, turn);
  const { correlationId } = turn;
  if (by === 'id') return { correlationId, orders: [...sent.values()].flat() };
  const rows = [...sent].map(([organizationId, orders]) => ({ organizationId, orders }));
  return { correlationId, maxRevision, ordersByOrganizations: rows };
}

function isTokenPath(path: string): path is keyof typeof TOKEN_ROUTES {
  return Object.hasOwn(TOKEN_ROUTES, path);
}

function route(server: Server, request: ChainRequest, turn: Turn): ChainReply {
  const { context, tokens } = server;
  const { path } = request;
  const now = context.clock.now();
  const { correlationId } = turn;
  const isList = request.method === 'GET' && path === '/api/1/organizations';
  if (request.method !== 'POST' && !isList) throw new Refusal(405, 'Method is not allowed.');
  if (isTokenPath(path)) {
    const token = tokens[TOKEN_ROUTES[path]](readBody(request.body), now);
    return reply(200, { correlationId, token });
  }
  tokens.check(request.headers['authorization'], now);
  const body = readBody(request.body);
  const directory = DIRECTORY_ROUTES[path];
  if (directory) return reply(200, { correlationId, ...directory(context, body) });
  const orders = ORDER_ROUTES[path];
  if (orders) return reply(200, pageValue(server, orders(context, body), turn));
  throw new Refusal(404, `Method ${path} is not found.`);
}

function routeOrRefuse(server: Server, request: ChainRequest, turn: Turn): ChainReply {
  try {
    return route(server, request, turn);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { status, message, error: code } = error;
    const { correlationId } = turn;
    return reply(status, { correlationId, errorDescription: message, error: code });
  }
}

/** The server without what its faults hide now. */
function hidden(server: Server, turn: Turn): Server {
  const { context } = server;
  const world = armedOf(turn, HIDING_FAULTS).reduce(
    (current, [, armed]) => withoutCity(current, armed, context.clock.now()),
    context.world,
  );
  return world === context.world ? server : { ...server, context: { ...context, world } };
}

function answerTurn(server: Server, request: ChainRequest, turn: Turn): ChainReply {
  const [refused] = armedOf(turn, REFUSING_FAULTS);
  const answer = refused
    ? refuse(refused[0], request.path, turn.correlationId)
    : routeOrRefuse(hidden(server, turn), request, turn);
  const date = new Date(server.context.clock.now()).toUTCString();
  const dated = { ...answer, headers: { ...answer.headers, date } };
  return armedOf(turn, CARRYING_FAULTS).reduce<ChainReply>(
    (current, [kind, armed]) => carry(kind, current, mix(armed.salt, turn.request)),
    dated,
  );
}

/** Rules that are always looked at: their throw belongs to a change or to an hour, not to the request. */
const ALWAYS: ReadonlySet<string> = new Set(['revision-missing', ...HIDING_FAULTS]);

/** One of the faults that struck, for tests and the log. */
export type StruckFault = Readonly<{ request: number; path: string; kind: string }>;

/** The chain as one function of a request, and what it did. */
export type RequestAnswerer = Readonly<{
  answer(request: ChainRequest): ChainReply;
  struck: readonly StruckFault[];
  requestCount(): number;
}>;

/** The whole chain as one function of a request: no network, no waiting. */
export function requestAnswerer(server: Server, faults: FaultPlan): RequestAnswerer {
  let requests = 0;
  const struck: StruckFault[] = [];
  const answer = (request: ChainRequest): ChainReply => {
    requests += 1;
    const rules = faults.rules.length === 0 ? [] : rulesFor(faults, request.path);
    const armed = rules.filter((it) => ALWAYS.has(it.rule.kind) || strikes(it, requests));
    for (const { rule } of armed) {
      struck.push({ request: requests, path: request.path, kind: rule.kind });
    }
    const a = mix(server.context.world.seed ^ 0xc0, requests);
    const correlationId = writeUuid(a, mix(a, 1), mix(a, 2), requests);
    return answerTurn(server, request, { request: requests, correlationId, armed });
  };
  return { answer, struck, requestCount: () => requests };
}

import type { ChainContext } from '../answers/chain-context.ts';
import { Refusal, type ChainReply, type ChainRequest } from '../answers/exchange.ts';
import { carry } from '../faults/carry.ts';
import {
  BIZ_FAULTS,
  CARRYING_FAULTS,
  ORDER_FAULTS,
  REFUSING_FAULTS,
} from '../faults/fault-kinds.ts';
import { rulesFor, strikes, type ArmedRule, type FaultPlan } from '../faults/fault-plan.ts';
import { refuse } from '../faults/refuse.ts';
import { mix } from '../seeded.ts';
import { BIZ_DIRECTORIES, bizNomenclature } from './biz-directories.ts';
import { bizError, bizRefusal, spoilBizOrder } from './biz-faults.ts';
import { deliveryOrders, orderInfo } from './biz-orders.ts';
import type { BizTokens } from './biz-tokens.ts';

/** Everything that iiko.biz is made of. */
export type BizParts = Readonly<{ context: ChainContext; tokens: BizTokens; faults: FaultPlan }>;

/** Where iiko.biz's API begins. */
export const BIZ_BASE = '/api/0/';

type Turn = Readonly<{ number: number; armed: readonly ArmedRule[] }>;

/** iiko.biz as a function of a request (`iiko-api.md` 2): the same truth, told more coarsely. */
export function bizAnswerer(parts: BizParts): (request: ChainRequest) => ChainReply {
  let requests = 0;
  return (request) => {
    requests += 1;
    const number = requests;
    const armed = rulesFor(parts.faults, request.path).filter((rule) => strikes(rule, number));
    const turn = { number, armed };
    const path = request.path.slice(BIZ_BASE.length);
    const answer = refusalOf(turn, path) ?? answerOf(parts, path, request, turn);
    const date = new Date(parts.context.clock.now()).toUTCString();
    const dated = { ...answer, headers: { ...answer.headers, date } };
    return armedOf(turn, CARRYING_FAULTS).reduce<ChainReply>(
      (current, [kind, { salt }]) => carry(kind, current, mix(salt, number)),
      dated,
    );
  };
}

const armedOf = <K extends string>({ armed }: Turn, kinds: readonly K[]): [K, ArmedRule][] =>
  kinds.flatMap((kind) =>
    armed.filter(({ rule }) => rule.kind === kind).map((rule): [K, ArmedRule] => [kind, rule]),
  );

function refusalOf(turn: Turn, path: string): ChainReply | null {
  const [general] = armedOf(turn, REFUSING_FAULTS);
  if (general) return refuse(general[0], path, '');
  for (const [kind, { salt }] of armedOf(turn, BIZ_FAULTS)) {
    const refused = bizRefusal(kind, path, mix(salt, turn.number));
    if (refused) return refused;
  }
  return null;
}

function answerOf(
  parts: BizParts,
  path: string,
  { method, query }: ChainRequest,
  turn: Turn,
): ChainReply {
  try {
    if (method !== 'GET') throw new Refusal(405, 'Method is not allowed', '405');
    return good(route(parts, path, new URLSearchParams(query ?? ''), turn));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return bizError(error.status, error.error ?? '', error.message);
  }
}

const good = (value: unknown): ChainReply => ({
  status: 200,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(value),
  manner: 'whole',
});

function route(parts: BizParts, path: string, query: URLSearchParams, turn: Turn): unknown {
  const { context, tokens } = parts;
  const now = context.clock.now();
  if (path === 'auth/access_token') return tokens.issue(query, now);
  tokens.check(query, now);
  if (path === 'auth/echo') return query.get('msg') ?? '';
  if (path === 'orders/deliveryOrders') return page(deliveryOrders(context, query), turn);
  if (path === 'orders/info') return orderInfo(context, query);
  const [, organization] = /^nomenclature\/([0-9a-f-]+)$/i.exec(path) ?? [];
  if (organization) return bizNomenclature(context, organization);
  const directory = BIZ_DIRECTORIES[path];
  if (!directory) throw new Refusal(404, 'Method is not found', '404');
  return directory(context, query);
}

/** The orders of an answer, one of them spoiled per order fault that strikes. */
function page(orders: ReturnType<typeof deliveryOrders>, turn: Turn): unknown {
  const sent: unknown[] = [...orders];
  for (const [kind, { salt }] of armedOf(turn, [...ORDER_FAULTS, 'biz-status-wrong'] as const)) {
    const place = mix(salt, turn.number) % Math.max(1, orders.length);
    const order = orders[place];
    if (order) sent[place] = spoilBizOrder(kind, order);
  }
  const broken = armedOf(turn, ['biz-no-list'] as const).length > 0;
  return broken ? { deliveryOrders: null } : { deliveryOrders: sent };
}

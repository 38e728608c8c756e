import { manualClock, type ManualClock } from '../../main/demo/chain-clock.ts';
import { createChain, type ChainCore, type ChainOptions } from '../../main/demo/create-chain.ts';
import type { WireOrderInfo } from '../../main/sources/iiko-cloud/wire.ts';

/** A Wednesday evening in Moscow, far from midnight in every city of the chain. */
export const EVENING = Date.UTC(2026, 9, 14, 13, 30);

export type Answered = { status: number; body: Record<string, unknown> };

/** A chain with a clock moved by hand and a token at hand. */
export type AskedChain = ChainCore & {
  clock: ManualClock;
  ids: string[];
  ask(path: string, body: object): Answered;
};

/** Makes a small chain in process and logs in. */
export function openChain(options: Partial<ChainOptions> = {}): AskedChain {
  const clock = manualClock(EVENING);
  const chain = createChain({ ordersPerDay: 120, ...options, clock });
  const ask = (path: string, body: object): Answered => send(chain, path, body, tokenOf(chain));
  const ids = [...new Set(chain.truth.venues.map((venue) => venue.organizationId))];
  return { ...chain, truth: chain.truth, clock, ids, ask };
}

/** Sends one request as it is. */
export function send(chain: ChainCore, path: string, body: object, token: string): Answered {
  const headers = { authorization: `Bearer ${token}` };
  const reply = chain.handle({ method: 'POST', path, headers, body: JSON.stringify(body) });
  return { status: reply.status, body: JSON.parse(reply.body) as Record<string, unknown> };
}

function tokenOf(chain: ChainCore): string {
  const { apiLogin } = chain;
  return String(send(chain, '/api/1/access_token', { apiLogin }, '').body['token']);
}

export const WINDOW = '/api/1/deliveries/by_delivery_date_and_status';
export const REVISION = '/api/1/deliveries/by_revision';
export const BY_ID = '/api/1/deliveries/by_id';

/** The orders of an answer, of all organizations. */
export function ordersIn({ body }: Answered): WireOrderInfo[] {
  const groups = body['ordersByOrganizations'] as { orders: WireOrderInfo[] }[] | undefined;
  return groups?.flatMap((group) => group.orders) ?? (body['orders'] as WireOrderInfo[]);
}

/** One local day of every organization, a window each. */
export function ordersOfDay(chain: AskedChain, day: string): WireOrderInfo[] {
  const deliveryDateFrom = `${day} 00:00:00.000`;
  const deliveryDateTo = `${day} 23:59:59.999`;
  return chain.ids.flatMap((id) =>
    ordersIn(chain.ask(WINDOW, { organizationIds: [id], deliveryDateFrom, deliveryDateTo })),
  );
}

import { manualClock, type ManualClock } from '../../../main/demo/chain-clock.ts';
import { createChain, type ChainCore, type ChainOptions } from '../../../main/demo/create-chain.ts';
import { readFaultList } from '../../../main/demo/faults/fault-plan.ts';
import type { ObservedOrder, Quarantined } from '../../../main/domain/orders/order.ts';
import { iikoServer } from '../../../main/sources/iiko-server/iiko-server.ts';
import type { OrderSource, SourceOutside } from '../../../main/sources/order-source.ts';

/** A Wednesday evening in Moscow. */
export const EVENING = Date.UTC(2026, 9, 14, 13, 30);
const LIMIT_MS = 30_000;

export const signal = (): AbortSignal => AbortSignal.timeout(LIMIT_MS);

export type OpenServer = Readonly<{
  chain: ChainCore;
  clock: ManualClock;
  kept: Map<string, string>;
  /** Addresses in the order they were asked. */
  asked: string[];
  /** Opens the source as another start of the program would. */
  open(password?: string): OrderSource;
}>;

/** A small chain with its server in this process; waiting moves the chain's clock on. */
export function openServer(
  options: Partial<ChainOptions> & { faultList?: string } = {},
): OpenServer {
  const clock = manualClock(EVENING);
  const { faultList, ...rest } = options;
  const faults = faultList === undefined ? {} : { faults: readFaultList(faultList, 5) };
  const chain = createChain({ ordersPerDay: 60, historyDays: 30, ...faults, ...rest, clock });
  const kept = new Map<string, string>();
  const asked: string[] = [];
  const open = (password = chain.serverLogin.password): OrderSource =>
    iikoServer.open(
      iikoServer.settings.parse({ host: 'http://chain.test', minIntervalMs: 0 }),
      { ...chain.serverLogin, password },
      outsideOf(chain, clock, kept, asked),
    );
  return { chain, clock, kept, asked, open };
}

function outsideOf(
  chain: ChainCore,
  clock: ManualClock,
  kept: Map<string, string>,
  asked: string[],
): SourceOutside {
  return {
    // Another function each time: no session is shared with an earlier start.
    fetch: (...request) => {
      asked.push(new Request(...request).url);
      return chain.fetch(...request);
    },
    now: () => clock.now(),
    sleep: async (ms) => clock.advance(Math.ceil(ms)),
    random: () => 0.5,
    logRequest: () => {},
    sessions: {
      keep: async (key, session) =>
        void (session === null ? kept.delete(key) : kept.set(key, session)),
      kept: async (key) => kept.get(key) ?? null,
    },
  };
}

/** Everything that the server tells of a day, over all its venues. */
export async function readDay(
  source: OrderSource,
  day: string,
): Promise<{ orders: ObservedOrder[]; quarantined: Quarantined[] }> {
  const [orders, quarantined]: [ObservedOrder[], Quarantined[]] = [[], []];
  for (const { id } of await source.fetchOrganizations(signal())) {
    const context = { id, zone: 'Europe/Moscow', currency: 'RUB' };
    const parts = source.fetchOrdersPromised(
      context,
      `${day} 00:00:00.000`,
      `${day} 23:59:59.999`,
      signal(),
    );
    for await (const part of parts) {
      orders.push(...part.orders);
      quarantined.push(...part.quarantined);
    }
  }
  return { orders, quarantined };
}

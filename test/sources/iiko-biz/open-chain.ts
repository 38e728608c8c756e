import { manualClock } from '../../../main/demo/chain-clock.ts';
import { createChain, type ChainCore, type ChainOptions } from '../../../main/demo/create-chain.ts';
import { iikoBiz } from '../../../main/sources/iiko-biz/iiko-biz.ts';
import { iikoBizSecret, iikoBizSettings } from '../../../main/sources/iiko-biz/settings.ts';
import type {
  OrderSource,
  OrganizationContext,
  RequestLogEntry,
  WindowRead,
} from '../../../main/sources/order-source.ts';

/** Our source of iiko.biz on a demo chain in this process. */
export type OpenedBiz = Readonly<{
  chain: ChainCore;
  clock: ReturnType<typeof manualClock>;
  source: OrderSource;
  contexts: readonly OrganizationContext[];
  /** Full addresses, as they left. */
  asked: string[];
  log: RequestLogEntry[];
  waitsMs: number[];
}>;

const START = Date.UTC(2026, 10, 20, 15);

/** Opens the source on a fresh chain whose clock moves only by hand and by the source's waits. */
export function openBiz(
  options: Omit<ChainOptions, 'clock'>,
  secret: Record<string, string> = {},
): OpenedBiz {
  const clock = manualClock(START);
  const chain = createChain({ clock, ...options });
  const [asked, log, waitsMs]: [string[], RequestLogEntry[], number[]] = [[], [], []];
  const outside = {
    fetch: (...[input, init]: Parameters<typeof fetch>) => {
      asked.push(input as string);
      return chain.fetch(input, init);
    },
    now: clock.now,
    sleep: async (ms: number) => {
      waitsMs.push(ms);
      clock.advance(ms);
    },
    random: () => 0.5,
    logRequest: (entry: RequestLogEntry) => void log.push(entry),
  };
  const settings = { host: 'https://biz.example:9900', minIntervalMs: 0, timeoutSeconds: 5 };
  const source = iikoBiz.open(
    iikoBizSettings.parse(settings),
    iikoBizSecret.parse({ ...chain.bizLogin, ...secret }),
    outside,
  );
  const zones = new Map(chain.truth.venues.map((venue) => [venue.organizationId, venue.zone]));
  const contexts = [...zones].map(([id, zone]) => ({ id, zone, currency: 'RUB' }));
  return { chain, clock, source, contexts, asked, log, waitsMs };
}

/** Everything promised from one day to another, of every organization. */
export async function readDays(
  { source, contexts }: OpenedBiz,
  from: string,
  to = from,
): Promise<WindowRead[]> {
  const { signal } = new AbortController();
  const parts: WindowRead[] = [];
  for (const context of contexts) {
    const window = [`${from} 00:00:00.000`, `${to} 23:59:59.999`] as const;
    for await (const part of source.fetchOrdersPromised(context, ...window, signal)) {
      parts.push(part);
    }
  }
  return parts;
}

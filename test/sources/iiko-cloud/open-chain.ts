import { manualClock } from '../../../main/demo/chain-clock.ts';
import { createChain, type ChainCore, type ChainOptions } from '../../../main/demo/create-chain.ts';
import { iikoCloud } from '../../../main/sources/iiko-cloud/iiko-cloud.ts';
import { iikoCloudSettings } from '../../../main/sources/iiko-cloud/settings.ts';
import type { OrderSource, OrganizationContext } from '../../../main/sources/order-source.ts';

/** A request that reached the chain, with what it answered. */
export type Exchange = Readonly<{
  path: string;
  request: unknown;
  status: number;
  answer: unknown;
}>;

/** Our source on a demo chain in this process. */
export type OpenedChain = Readonly<{
  chain: ChainCore;
  clock: ReturnType<typeof manualClock>;
  source: OrderSource;
  contexts: readonly OrganizationContext[];
  exchanges: Exchange[];
}>;

const START = Date.UTC(2026, 10, 20, 15);

/** Opens the source on a fresh chain whose clock moves only by hand and by the source's waits. */
export function openChain(
  options: Omit<ChainOptions, 'clock'>,
  loginBy: 'api-login' | 'api-key' = 'api-login',
): OpenedChain {
  const clock = manualClock(START);
  const chain = createChain({ clock, ...options });
  const { apiLogin, apiKey, appId, clientSecret } = chain;
  const exchanges: Exchange[] = [];
  const outside = {
    fetch: async (...[input, init]: Parameters<typeof fetch>) => {
      const response = await chain.fetch(input, init);
      const path = new URL(input as string).pathname;
      const request: unknown = JSON.parse(init?.body as string);
      const answer = await readIfJson(response.clone());
      exchanges.push({ path, request, status: response.status, answer });
      return response;
    },
    now: clock.now,
    sleep: async (ms: number) => clock.advance(ms),
    random: () => 0.5,
    logRequest: () => undefined,
  };
  const host = 'https://chain.example';
  const settings = iikoCloudSettings.parse({ host, timeoutSeconds: 1, minIntervalMs: 0 });
  const source = iikoCloud.open(
    settings,
    loginBy === 'api-login'
      ? { kind: loginBy, apiLogin }
      : { kind: loginBy, apiKey, appId, clientSecret },
    { ...outside, fetch: options.faults ? chain.fetch : outside.fetch },
  );
  const zones = new Map(chain.truth.venues.map((venue) => [venue.organizationId, venue.zone]));
  const contexts = [...zones].map(([id, zone]) => ({ id, zone, currency: 'RUB' }));
  return { chain, clock, source, contexts, exchanges };
}

async function readIfJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return null;
  }
}

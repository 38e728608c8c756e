import { iikoCloud } from '../../main/sources/iiko-cloud/iiko-cloud.ts';
import type { Chain } from './ingest-store.ts';
import { payloadText } from '../support/payload-text.ts';

/** Orders in one transaction. */
export const PAGE = 50;

/** One answer's orders as the vendor sends them. */
export type Page = Readonly<{ organizationId: string; zone: string; body: Buffer }>;

type Days = Readonly<{ from: string; to: string }>;

/** Everything the chain shows of the days, as JSON of pages of fifty orders. */
export async function readPages(chain: Chain, days: Days): Promise<Page[]> {
  const zones = new Map(
    chain.truth.venues.map(({ organizationId, zone }) => [organizationId, zone]),
  );
  const pages: Page[] = [];
  for (const [id, zone] of zones) pages.push(...(await pagesOf(chain, id, zone, days)));
  return pages;
}

async function pagesOf(chain: Chain, id: string, zone: string, days: Days): Promise<Page[]> {
  const { signal } = new AbortController();
  const context = { id, zone, currency: 'RUB' };
  const pages: Page[] = [];
  const reads = openSource(chain).fetchOrdersPromised(context, days.from, days.to, signal);
  for await (const read of reads) {
    for (let from = 0; from < read.orders.length; from += PAGE) {
      const part = read.orders.slice(from, from + PAGE).map(({ payload }) => payloadText(payload));
      pages.push({ organizationId: id, zone, body: Buffer.from(`{"orders":[${part.join(',')}]}`) });
    }
  }
  return pages;
}

function openSource(chain: Chain) {
  return iikoCloud.open(
    iikoCloud.settings.parse({ host: 'http://127.0.0.1' }),
    { kind: 'api-login', apiLogin: chain.apiLogin },
    {
      fetch: chain.fetch,
      now: chain.clock.now,
      sleep: async () => undefined,
      random: Math.random,
      logRequest: () => undefined,
    },
  );
}

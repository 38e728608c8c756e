import { describe, expect, it } from 'vitest';
import { openChain } from '../sources/iiko-cloud/open-chain.ts';
import { loadVendorOpenApi } from './vendor-openapi.ts';
import { hasSamples, WITHOUT_SAMPLES } from './vendor-samples.ts';

const { signal } = new AbortController();
const title = hasSamples ? '' : ` ${WITHOUT_SAMPLES}`;

describe.skipIf(!hasSamples)(`the demo chain and our client${title}`, () => {
  it('speak as the vendor’s OpenAPI document says, both sides', async () => {
    const { source, contexts, clock, exchanges } = openChain({
      ordersPerDay: 400,
      maxOrdersPerAnswer: 150,
    });
    for await (const step of source.probe(signal)) expect(step.state).not.toBe('failed');
    const ids = contexts.map(({ id }) => id);
    for await (const read of source.fetchDictionaries(ids, signal)) expect(read).toBeTruthy();
    const seen: string[] = [];
    for (const context of contexts) {
      const [from, to] = ['2026-11-18 00:00:00.000', '2026-11-21 23:59:59.999'];
      for await (const part of source.fetchOrdersPromised(context, from, to, signal)) {
        seen.push(...part.orders.map(({ order }) => order.identities[0].id));
      }
      await source.fetchOrdersById(context, seen.slice(-20), signal);
    }
    await source.fetchOrdersChanged(contexts, clock.now() - 3_600_000, signal);
    const openApi = loadVendorOpenApi();
    expect(seen.length).toBeGreaterThan(500);
    for (const { path, request, status, answer } of exchanges) {
      expect(openApi.faultsOfRequest(path, request), path).toEqual([]);
      expect(openApi.faultsOfAnswer(path, status, answer).slice(0, 5), path).toEqual([]);
    }
    expect(new Set(exchanges.map(({ path }) => path)).size).toBeGreaterThan(14);
  });
});

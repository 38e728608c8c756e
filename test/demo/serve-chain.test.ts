import { afterEach, describe, expect, it } from 'vitest';
import { acceleratedClock, manualClock } from '../../main/demo/chain-clock.ts';
import { createChain } from '../../main/demo/create-chain.ts';
import { readFaultList } from '../../main/demo/faults/fault-plan.ts';
import { serveChain, type Chain } from '../../main/demo/serve-chain.ts';
import { EVENING, openChain, ordersOfDay, WINDOW } from './ask-chain.ts';

const open: Chain[] = [];
afterEach(async () => {
  for (const chain of open.splice(0)) await chain.close();
});

async function serve(faults = ''): Promise<Chain> {
  const clock = manualClock(EVENING);
  const chain = await serveChain({ clock, ordersPerDay: 120, faults: readFaultList(faults, 1) });
  open.push(chain);
  return chain;
}

type Fetch = typeof globalThis.fetch;
const post = (ask: Fetch, url: string, body: object, init: RequestInit = {}): Promise<Response> =>
  ask(url, { method: 'POST', body: JSON.stringify(body), ...init });

async function login(chain: Chain): Promise<RequestInit> {
  const answer = await post(fetch, `${chain.address}/api/1/access_token`, {
    apiLogin: chain.apiLogin,
  });
  const { token } = (await answer.json()) as { token: string };
  return { headers: { authorization: `Bearer ${token}` } };
}

describe('the chain over HTTP', () => {
  it('answers on loopback with its own clock in the Date header', async () => {
    const chain = await serve();
    const init = await login(chain);
    expect(chain.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const answer = await post(fetch, `${chain.address}/api/1/organizations`, {}, init);
    expect(answer.headers.get('date')).toBe(new Date(EVENING).toUTCString());
    expect(((await answer.json()) as { organizations: [] }).organizations).toHaveLength(3);
  });

  it('says the same as in process', async () => {
    const chain = await serve();
    const init = await login(chain);
    const inside = openChain();
    const orders = ordersOfDay(inside, '2026-10-13');
    const window = {
      deliveryDateFrom: '2026-10-13 00:00:00.000',
      deliveryDateTo: '2026-10-13 23:59:59.999',
    };
    const url = `${chain.address}${WINDOW}`;
    const answer = await post(fetch, url, { organizationIds: inside.ids, ...window }, init);
    const { ordersByOrganizations } = (await answer.json()) as {
      ordersByOrganizations: { orders: [] }[];
    };
    expect(ordersByOrganizations.flatMap((group) => group.orders)).toEqual(orders);
  });

  it.each(['reset', 'cut'])('breaks the connection: %s', async (kind) => {
    const chain = await serve(`${kind}:1@organizations`);
    const init = await login(chain);
    const asked = post(fetch, `${chain.address}/api/1/organizations`, {}, init).then((it) =>
      it.text(),
    );
    await expect(asked).rejects.toThrow(/terminated|failed|other side|hang/);
  });

  it('drips until the caller gives up', async () => {
    const chain = await serve('drip:1@organizations');
    const init = { ...(await login(chain)), signal: AbortSignal.timeout(600) };
    const asked = post(fetch, `${chain.address}/api/1/organizations`, {}, init).then((it) =>
      it.text(),
    );
    await expect(asked).rejects.toThrow(/aborted|timeout/);
  });

  it('sends 100 MB when asked to', async () => {
    const chain = await serve('huge:1@organizations');
    const answer = await post(
      fetch,
      `${chain.address}/api/1/organizations`,
      {},
      await login(chain),
    );
    let size = 0;
    for await (const part of answer.body as unknown as AsyncIterable<Uint8Array>)
      size += part.length;
    expect(size).toBeGreaterThan(100_000_000);
  });
});

describe('a clock of the chain', () => {
  it('runs as many times faster as asked', async () => {
    const [slow, fast] = [acceleratedClock(EVENING, 10), acceleratedClock(EVENING, 10_000)];
    await new Promise((resolve) => setTimeout(resolve, 20));
    const [slept, leapt] = [slow.now() - EVENING, fast.now() - EVENING];
    expect(slept).toBeGreaterThan(0);
    expect(leapt).toBeGreaterThan(slept * 500);
  });
});

describe('the chain in process', () => {
  const inProcess = (faults: string) =>
    createChain({ clock: manualClock(EVENING), faults: readFaultList(faults, 1) });
  const url = 'http://chain.test/api/1/access_token';

  it('is a fetch', async () => {
    const chain = inProcess('');
    const { apiLogin } = chain;
    const answer = await post(chain.fetch, url, { apiLogin });
    expect([answer.status, answer.headers.get('date')]).toEqual([
      200,
      new Date(EVENING).toUTCString(),
    ]);
    expect(await answer.json()).toHaveProperty('token');
  });

  it('fails as a network does', async () => {
    await expect(post(inProcess('reset:1').fetch, url, {})).rejects.toThrow('fetch failed');
    const cut = await post(inProcess('cut:1').fetch, url, {});
    await expect(cut.text()).rejects.toThrow('fetch failed');
    const signal = AbortSignal.timeout(50);
    const silent = await post(inProcess('drip:1').fetch, url, {}, { signal });
    await expect(silent.text()).rejects.toThrow(/aborted|timeout/);
  });
});

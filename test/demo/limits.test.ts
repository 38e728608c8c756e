import { describe, expect, it } from 'vitest';
import {
  BY_ID,
  EVENING,
  openChain,
  ordersIn,
  ordersOfDay,
  REVISION,
  send,
  WINDOW,
} from './ask-chain.ts';

const HOUR_MS = 3_600_000;
const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const day = (text: string): object => ({
  deliveryDateFrom: `${text} 00:00:00.000`,
  deliveryDateTo: `${text} 23:59:59.999`,
});

describe('the limits of the API', () => {
  it('keep orders for seven days after their promised time', () => {
    const chain = openChain({ historyDays: 30 });
    expect(ordersOfDay(chain, '2026-10-06')).toEqual([]);
    expect(chain.truth.ordersPromised(null, '2026-10-06').length).toBeGreaterThan(60);
    const oldest = ordersOfDay(chain, '2026-10-07').flatMap((it) => it.order?.completeBefore ?? []);
    expect(oldest.length).toBeGreaterThan(10);
    // 13:30 UTC is 16:30 in Moscow, the westernmost city.
    for (const text of oldest) expect(text >= '2026-10-07 16:30').toBe(true);
    const [old] = chain.truth.ordersPromised(null, '2026-10-06');
    const { organizationId, id } = old!;
    expect(ordersIn(chain.ask(BY_ID, { organizationId, orderIds: [id] }))).toEqual([]);
  });

  it('refuse revisions that are older than three hours', () => {
    const chain = openChain();
    const ask = (startRevision: number): number =>
      chain.ask(REVISION, { organizationIds: chain.ids, startRevision }).status;
    expect([ask(EVENING - 3 * HOUR_MS), ask(EVENING - 3 * HOUR_MS - 1)]).toEqual([200, 400]);
    const { body } = chain.ask(REVISION, { organizationIds: chain.ids, startRevision: 1 });
    expect(body['errorDescription']).toBe('Passed revision is too old.');
  });

  it('refuse windows over a day, open ones, and answers of too many orders', () => {
    const chain = openChain({ maxOrdersPerAnswer: 100 });
    const organizationIds = chain.ids;
    const ask = (window: object) => chain.ask(WINDOW, { organizationIds, ...window });
    const deliveryDateFrom = '2026-10-13 00:00:00.000';
    const wide = ask({ deliveryDateFrom, deliveryDateTo: '2026-10-14 00:00:00.001' });
    expect([wide.status, wide.body['error']]).toEqual([422, 'TOO_MANY_DATA_REQUESTED']);
    expect(ask({ deliveryDateFrom }).status).toBe(422);
    expect(ask(day('2026-10-13')).status).toBe(422);
    const noon = { deliveryDateFrom, deliveryDateTo: '2026-10-13 13:00:00.000' };
    expect(ask(noon).status).toBe(200);
  });

  it('let a token live one hour of the chain’s clock, of either kind', () => {
    const chain = openChain();
    const { apiLogin, apiKey, appId, clientSecret } = chain;
    const tokens = [
      send(chain, '/api/1/access_token', { apiLogin }, ''),
      send(chain, '/api/v2/access_token', { apiKey, appId, clientSecret }, ''),
    ].map(({ body }) => String(body['token']));
    const payload = JSON.parse(Buffer.from(tokens[1]!.split('.')[1]!, 'base64url').toString());
    expect(payload.exp - payload.iat).toBe(3600);
    const use = (): number[] =>
      tokens.map((token) => send(chain, '/api/1/organizations', {}, token).status);
    chain.clock.advance(HOUR_MS - 1000);
    expect(use()).toEqual([200, 200]);
    chain.clock.advance(1000);
    expect(use()).toEqual([401, 401]);
    expect(send(chain, '/api/1/organizations', {}, 'stranger').status).toBe(401);
    const login = send(chain, '/api/1/access_token', { apiLogin: 'x' }, '');
    expect(login.body['errorDescription']).toBe('Login x is not authorized.');
  });

  it('take up to 200 ids, of one kind', () => {
    const chain = openChain();
    const [organizationId] = chain.ids;
    const ids = (count: number): string[] => Array.from({ length: count }, (_, i) => uuid(i));
    const ask = (fields: object): number => chain.ask(BY_ID, { organizationId, ...fields }).status;
    expect(ask({ orderIds: ids(200) })).toBe(200);
    expect(ask({ orderIds: ids(201) })).toBe(400);
    expect(ask({ orderIds: ids(1), posOrderIds: ids(1) })).toBe(400);
    expect(ask({})).toBe(400);
  });

  it('refuse what is not a request of the API', () => {
    const chain = openChain();
    expect(chain.ask('/api/1/nothing', {}).status).toBe(404);
    expect(chain.ask(WINDOW, { organizationIds: 'x', ...day('2026-10-13') }).status).toBe(400);
    expect(
      chain.ask(WINDOW, { organizationIds: chain.ids, deliveryDateFrom: 'today' }).status,
    ).toBe(400);
    expect(
      ordersIn(chain.ask(WINDOW, { organizationIds: [uuid(1)], ...day('2026-10-13') })),
    ).toEqual([]);
  });

  it('filter by status and source', () => {
    const chain = openChain();
    const ask = (filter: object) =>
      ordersIn(chain.ask(WINDOW, { organizationIds: chain.ids, ...day('2026-10-13'), ...filter }));
    const closed = ask({ statuses: ['Closed'] });
    const site = ask({ sourceKeys: ['Site'] });
    expect(new Set(closed.map((it) => it.order?.status))).toEqual(new Set(['Closed']));
    expect(site.length).toBeGreaterThan(5);
    for (const { order } of site) expect(order?.sourceKey ?? 'Site').toBe('Site');
  });
});

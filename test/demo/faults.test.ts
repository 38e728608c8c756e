import { describe, expect, it } from 'vitest';
import type { ChainReply } from '../../main/demo/answers/exchange.ts';
import { FAULT_KINDS, type FaultKind } from '../../main/demo/faults/fault-kinds.ts';
import { readFaultList } from '../../main/demo/faults/fault-plan.ts';
import { EVENING, openChain, ordersIn, REVISION, WINDOW, type AskedChain } from './ask-chain.ts';

const POLL = { startRevision: EVENING - 3_600_000 };
const DAY = {
  deliveryDateFrom: '2026-10-14 00:00:00.000',
  deliveryDateTo: '2026-10-14 23:59:59.999',
};
const always = (kind: FaultKind) => ({
  seed: 3,
  rules: [{ kind, probability: 1, paths: ['/deliveries/'] }],
});

function raw(kind: FaultKind, path = WINDOW): ChainReply {
  const { chain, headers } = logged(kind);
  const body = JSON.stringify({ organizationIds: chain.ids, ...(path === WINDOW ? DAY : POLL) });
  return chain.handle({ method: 'POST', path, headers, body });
}

function logged(kind: FaultKind) {
  const chain = openChain({ faults: always(kind) });
  const body = JSON.stringify({ apiLogin: chain.apiLogin });
  const answer = chain.handle({ method: 'POST', path: '/api/1/access_token', headers: {}, body });
  const { token } = JSON.parse(answer.body) as { token: string };
  return { chain, headers: { authorization: `Bearer ${token}` } };
}

const poll = (chain: AskedChain) => chain.ask(REVISION, { organizationIds: chain.ids, ...POLL });
const read = (chain: AskedChain) => chain.ask(WINDOW, { organizationIds: chain.ids, ...DAY });
const idsOf = (answer: ReturnType<typeof poll>): string[] => ordersIn(answer).map(({ id }) => id);

describe('a fault on request', () => {
  it.each([
    ['401-expired', 401],
    ['302-page', 302],
    ['401-right', 401],
    ['401-page', 401],
    ['408', 408],
    ['429', 429],
    ['429-retry-after', 429],
    ['500', 500],
    ['502', 502],
    ['503', 503],
  ] as const)('%s answers with its status', (kind, status) => {
    const reply = raw(kind);
    expect(reply.status).toBe(status);
    expect(reply.headers['retry-after']).toBe(kind === '429-retry-after' ? '2' : undefined);
    if (kind === '401-right') {
      expect(reply.body).toContain(
        'Right api/1/deliveries/by_delivery_date_and_status is not allowed',
      );
    }
  });

  it.each(['reset', 'drip', 'cut', 'huge'] as const)('%s spoils the way of the answer', (kind) => {
    const reply = raw(kind);
    expect([reply.status, reply.manner]).toEqual([200, kind]);
  });

  it('sends a proxy’s page, a wrong type, a wrong encoding, a wrong clock', () => {
    const page = raw('html');
    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(raw('wrong-content-type').headers['content-type']).toBe('application/octet-stream');
    const spoiled = raw('wrong-encoding');
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(spoiled.bytes)).toThrow(
      TypeError,
    );
    expect(new TextDecoder('windows-1251').decode(spoiled.bytes)).toContain('Самовывоз');
    const shift = Math.abs(Date.parse(raw('clock-wrong').headers['date']!) - EVENING);
    expect(shift).toBeGreaterThan(60_000);
    expect(raw('no-date').headers).not.toHaveProperty('date');
  });

  it.each([
    ['order-bad-uuid', /"id":"order-/],
    ['order-empty', /[[,]\{\}[,\]]/],
    ['order-text-for-number', /"sum":"много"/],
    ['order-unknown-status', /HandedToDrone/],
    ['order-unknown-item', /"type":"Subscription"/],
    ['order-extra-fields', /robotCourier/],
    ['order-nulls', /"completeBefore":"[^"]+","whenCreated":null/],
    ['order-not-object', /[[,]"order"[,\]]/],
  ] as const)('%s spoils one order of the page', (kind, mark) => {
    const body = raw(kind).body;
    expect(body).toMatch(mark);
    const [good, bad] = [read(openChain()), JSON.parse(body) as Record<string, unknown>];
    const same = ordersIn({ status: 200, body: bad }).filter(
      (order, place) => JSON.stringify(order) === JSON.stringify(ordersIn(good)[place]),
    );
    expect(same.length).toBe(ordersIn(good).length - 1);
  });

  it('repeats, reorders and regresses revisions', () => {
    const good = idsOf(poll(openChain()));
    const twice = idsOf(poll(openChain({ faults: always('revision-duplicate') })));
    expect(twice.length).toBeGreaterThan(good.length);
    expect(new Set(twice)).toEqual(new Set(good));
    const shuffled = idsOf(poll(openChain({ faults: always('revision-reordered') })));
    expect(shuffled).not.toEqual(good);
    expect(shuffled.toSorted()).toEqual(good.toSorted());
    const back = ordersIn(poll(openChain({ faults: always('revision-regressing') })));
    const newest = new Map<string, number>();
    const older = back.filter(({ id, timestamp }) => {
      const known = newest.get(id) ?? 0;
      newest.set(id, Math.max(known, timestamp));
      return timestamp < known;
    });
    expect(older.length).toBeGreaterThan(5);
  });

  it('loses a revision for ever, while windows still know the order', () => {
    const faults = readFaultList('revision-missing:0.2', 5);
    const [whole, holed] = [openChain(), openChain({ faults })];
    const good = idsOf(poll(whole));
    const first = idsOf(poll(holed));
    expect(first.length).toBeLessThan(good.length);
    expect(first.length).toBeGreaterThan(good.length * 0.6);
    expect(idsOf(poll(holed))).toEqual(first);
    expect(idsOf(read(holed))).toEqual(idsOf(read(whole)));
  });

  it('hides fresh changes, resets revisions, and forgets an order in a window', () => {
    const good = openChain();
    const late = openChain({ faults: always('revision-late') });
    const newest = Math.max(...ordersIn(poll(late)).map((it) => it.timestamp));
    expect(newest).toBeLessThanOrEqual(EVENING - 90_000);
    expect(Math.max(...ordersIn(poll(good)).map((it) => it.timestamp))).toBeGreaterThan(newest);
    const { body } = poll(openChain({ faults: always('revision-reset') }));
    expect(Number(body['maxRevision'])).toBeLessThan(POLL.startRevision);
    const holed = openChain({ faults: readFaultList('window-missing#2', 1) });
    const counts = [idsOf(read(holed)).length, idsOf(read(holed)).length];
    expect(Math.abs(counts[0]! - counts[1]!)).toBe(1);
  });

  it('names the newest order of a window instead of the newest revision of all', () => {
    const day = read(openChain({ faults: always('own-revisions') }));
    const newest = Math.max(...ordersIn(day).map(({ timestamp }) => timestamp));
    expect(day.body['maxRevision']).toBe(newest);
    expect(Number(read(openChain()).body['maxRevision'])).toBeGreaterThan(newest);
  });

  it('takes an organization from the login for hours: its list and its orders are empty', () => {
    const chain = openChain({ faults: readFaultList('organization-gone:1', 1) });
    const listed = () => {
      const { body } = chain.ask('/api/1/organizations', {});
      return (body['organizations'] as { id: string }[]).map(({ id }) => id);
    };
    const gone = chain.ids.filter((id) => !listed().includes(id));
    expect(gone).toHaveLength(1);
    const { body } = chain.ask(WINDOW, { organizationIds: gone, ...DAY });
    expect(body['ordersByOrganizations']).toEqual([]);
    expect(listed()).toHaveLength(chain.ids.length - 1);
  });

  it('strikes the same requests again under the same seed', () => {
    const struck = (seed: number): string[] => {
      const chain = openChain({
        faults: readFaultList('429:0.2,cut:0.1,503:0.1@by_revision', seed),
      });
      for (let i = 0; i < 60; i += 1) {
        const headers = {};
        chain.handle({ method: 'POST', path: i % 2 ? WINDOW : REVISION, headers, body: '{}' });
      }
      return chain.struckFaults.map(({ request, kind }) => `${request} ${kind}`);
    };
    expect(struck(4)).toEqual(struck(4));
    expect(struck(4)).not.toEqual(struck(5));
    expect(struck(4).length).toBeGreaterThan(8);
  });

  it('is read from the command line’s form', () => {
    const { rules } = readFaultList('429:0.1, cut#12,drip,401-right:1@by_revision+by_id', 1);
    expect(rules).toEqual([
      { kind: '429', probability: 0.1 },
      { kind: 'cut', atRequest: 12 },
      { kind: 'drip', probability: 0.05 },
      { kind: '401-right', probability: 1, paths: ['by_revision', 'by_id'] },
    ]);
    for (const kind of FAULT_KINDS) expect(readFaultList(kind, 1).rules[0]?.kind).toBe(kind);
    for (const wrong of ['fire', '429:2', 'cut:x']) {
      expect(() => readFaultList(wrong, 1)).toThrow('demo.fault-unreadable');
    }
  });
});

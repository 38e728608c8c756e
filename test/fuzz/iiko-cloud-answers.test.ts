import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Failure } from '../../main/domain/failure.ts';
import type { SourceVenue } from '../../main/domain/structure.ts';
import { iikoCloud } from '../../main/sources/iiko-cloud/iiko-cloud.ts';
import { iikoCloudSettings } from '../../main/sources/iiko-cloud/settings.ts';
import type { OrderSource } from '../../main/sources/order-source.ts';
import { orderInfo, ORGANIZATION_ID, uuidFor, VENUE_ID } from '../fixtures/iiko-cloud-order.ts';
import { CONTEXT } from '../sources/iiko-cloud/open-source.ts';
import { testCount } from '../support/test-count.ts';

const { signal } = new AbortController();
const [from, to] = ['2026-11-20 00:00:00.000', '2026-11-20 23:59:59.999'];

const venue: SourceVenue = {
  id: VENUE_ID,
  organizationId: ORGANIZATION_ID,
  name: 'A',
  address: '',
  timeZone: '',
  posVersion: '',
  sleeping: false,
};

async function drain(iterable: AsyncIterable<unknown>): Promise<void> {
  for await (const item of iterable) {
    expect(JSON.stringify(item)).not.toContain('iiko-cloud.unexpected');
  }
}

const calls: ((source: OrderSource) => Promise<unknown>)[] = [
  (source) => source.fetchOrganizations(signal),
  (source) => source.fetchVenues([ORGANIZATION_ID], signal),
  (source) => source.fetchAliveVenues([venue], signal),
  (source) => drain(source.fetchDictionaries([ORGANIZATION_ID], signal)),
  (source) => drain(source.fetchOrdersPromised(CONTEXT, from, to, signal)),
  (source) => source.fetchOrdersChanged([CONTEXT], 1, signal),
  (source) => source.fetchOrdersById(CONTEXT, [uuidFor(1)], signal),
  (source) => drain(source.probe(signal)),
];

const LISTS = [
  'organizations',
  'terminalGroups',
  'terminalGroupsInSleep',
  'isAliveStatus',
  'marketingSources',
  'orderTypes',
  'paymentTypes',
  'cancelCauses',
  'employees',
  'regions',
  'cities',
  'streets',
  'deliveryRestrictions',
  'ordersByOrganizations',
  'orders',
];

const anything = fc.jsonValue({ maxDepth: 3 });
const row = fc.record(
  {
    id: fc.oneof(fc.constant(uuidFor(1)), anything),
    organizationId: fc.oneof(fc.constant(ORGANIZATION_ID), anything),
    name: anything,
    items: fc.oneof(fc.array(anything, { maxLength: 2 }), anything),
    orders: fc.oneof(fc.constant([orderInfo()]), anything),
    deliveryZones: fc.oneof(fc.array(fc.record({ name: anything }), { maxLength: 2 }), anything),
    restrictions: anything,
    timestamp: anything,
  },
  { requiredKeys: [] },
);
const rows = fc.oneof(fc.array(fc.oneof(row, anything), { maxLength: 3 }), anything);
const body = fc.oneof(
  anything.map((value) => JSON.stringify(value)),
  fc
    .tuple(fc.oneof(fc.constant(5), anything), fc.dictionary(fc.constantFrom(...LISTS), rows))
    .map(([maxRevision, lists]) => JSON.stringify({ correlationId: 'c', maxRevision, ...lists })),
  fc.record({ errorDescription: anything, error: anything }).map((value) => JSON.stringify(value)),
  fc.string({ maxLength: 40 }),
);
const status = fc.oneof(
  { weight: 5, arbitrary: fc.constant(200) },
  fc.constantFrom(201, 302, 400, 401, 403, 404, 408, 410, 418, 422, 429, 500, 503),
);
const retryAfter = fc.constantFrom('', '0', '1', 'soon', '-1', 'Fri, 20 Nov 2026 12:00:00 GMT');

function sourceOn(answers: readonly (readonly [number, string, string])[]): OrderSource {
  let [asked, nowMs] = [0, Date.UTC(2026, 10, 20)];
  const answer = (url: string): Response => {
    if (url.endsWith('access_token')) return Response.json({ token: 't' });
    const [code, text, wait] = answers[asked++ % answers.length]!;
    return new Response(text, {
      status: code,
      headers: wait === '' ? {} : { 'Retry-After': wait },
    });
  };
  return iikoCloud.open(
    iikoCloudSettings.parse({ minIntervalMs: 0 }),
    { kind: 'api-login', apiLogin: 'x' },
    {
      fetch: (url) => Promise.resolve(answer(url as string)),
      now: () => nowMs,
      sleep: async (ms) => void (nowMs += ms),
      random: () => 0.5,
      logRequest: () => undefined,
    },
  );
}

/** The long run takes its time. */
const HOUR_MS = 3_600_000;

it(
  'rejects with nothing but a Failure, whatever the server answers',
  async () => {
    const answers = fc.array(fc.tuple(status, body, retryAfter), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(answers, fc.constantFrom(...calls), async (given, call) => {
        const error: unknown = await call(sourceOn(given)).then(
          () => null,
          (reason: unknown) => reason,
        );
        if (error === null) return;
        expect(error).toBeInstanceOf(Failure);
        expect((error as Failure).code, String((error as Failure).cause)).not.toMatch(/unexpected/);
      }),
      { seed: 20_261_121, numRuns: testCount(2000, 500_000) },
    );
  },
  HOUR_MS,
);

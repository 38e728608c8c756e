import type { Day } from '../../main/domain/local-time.ts';
import { Failure } from '../../main/domain/failure.ts';
import type { ObservedOrder, Order, Quarantined } from '../../main/domain/orders/order.ts';
import { NOBODY, NO_TIMES } from '../../main/domain/orders/untold.ts';
import type { OrderRead, OrderSource, SourceLimits } from '../../main/sources/order-source.ts';
import { payloadOf } from './payload-text.ts';

const HOUR = 3_600_000;

export const SMALL_LIMITS: SourceLimits = {
  historyDays: 7,
  revisionLagMs: 3 * HOUR,
  versions: true,
  windowAgainMs: HOUR,
  preOrderDays: 1,
  maxIdsPerRequest: 200,
};

export const ORGANIZATION = '00000000-0000-4000-8000-0000000000aa';
export const VENUE = '00000000-0000-4000-8000-0000000000bb';
export const OTHER_VENUE = '00000000-0000-4000-8000-0000000000cc';

type Kept = { id: string; version: number; day: Day | null; venue: string; createdAt: number };

type Mutable<T> = { -readonly [Name in keyof T]: T[Name] };

/** A vendor with one organization in UTC and two venues, told order by order what it has. */
export type SmallSource = Mutable<OrderSource> & {
  /** Puts an order on a day (null: promised for none), or changes it; its version is the vendor's clock. */
  put(id: number, day: Day | null, venue?: string): void;
  /** The vendor forgets the order. */
  drop(id: number): void;
  /** Called before each answer; may throw, or hide orders by returning their ids. */
  trouble: (way: 'window' | 'revision' | 'id') => readonly number[];
  quarantined: readonly Quarantined[];
  /** A window's revision is the newest of its own orders only, as some read the vendor's words. */
  ownRevisions: boolean;
  asked: { windows: string[]; revisions: number; ids: number };
};

export const smallId = (id: number): string =>
  `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`;

/** Creates the vendor; `now` is its clock. */
export function createSmallSource(now: () => number): SmallSource {
  const kept = new Map<string, Kept>();
  const begun = now();
  const answer = (way: 'window' | 'revision' | 'id', wanted: (one: Kept) => boolean): OrderRead => {
    const hidden = new Set(source.trouble(way).map(smallId));
    const orders = [...kept.values()].filter((one) => wanted(one) && !hidden.has(one.id));
    const own = Math.max(begun, ...orders.map(({ version }) => version));
    return {
      maxRevision: way === 'window' && source.ownRevisions ? own : now(),
      serverTime: now(),
      correlationId: 'c-1',
      orders: orders.map(observed),
      quarantined: way === 'id' ? [] : source.quarantined,
    };
  };
  const source: SmallSource = {
    trouble: () => [],
    quarantined: [],
    ownRevisions: false,
    asked: { windows: [], revisions: 0, ids: 0 },
    put(number, day, venue = VENUE) {
      const id = smallId(number);
      const createdAt = kept.get(id)?.createdAt ?? now();
      kept.set(id, { id, version: now(), day, venue, createdAt });
    },
    drop: (number) => void kept.delete(smallId(number)),
    serverNow: () => now(),
    fetchOrganizations: () => Promise.resolve([organization]),
    fetchVenues: () => Promise.resolve([venue(VENUE, 'Первая'), venue(OTHER_VENUE, 'Вторая')]),
    fetchAliveVenues: () => Promise.resolve(new Set([VENUE, OTHER_VENUE])),
    async *fetchDictionaries() {},
    async *fetchOrdersPromised(_, fromLocal, toLocal, signal) {
      signal.throwIfAborted();
      const [from, to] = [fromLocal.slice(0, 10), toLocal.slice(0, 10)];
      source.asked.windows.push(`${from} ${to}`);
      await Promise.resolve();
      yield {
        ...answer('window', ({ day }) => day !== null && from <= day && day <= to),
        fromLocal,
        toLocal,
      };
    },
    async fetchOrdersChanged(_, after, signal) {
      signal.throwIfAborted();
      source.asked.revisions += 1;
      await Promise.resolve();
      if (now() - after > 3 * HOUR) {
        throw new Failure('conflict', 'source.revision-too-old');
      }
      return answer('revision', ({ version }) => version > after);
    },
    async fetchOrdersById(_, ids) {
      source.asked.ids += ids.length;
      await Promise.resolve();
      return { ...answer('id', ({ id }) => ids.includes(id)), maxRevision: 0 };
    },
    async *probe() {},
  };
  return source;
}

const organization = {
  id: ORGANIZATION,
  name: 'Организация',
  currency: 'RUB',
  country: 'RU',
  version: '',
  latitude: null,
  longitude: null,
} as const;

const venue = (id: string, name: string) => ({
  id,
  name,
  organizationId: ORGANIZATION,
  address: '',
  timeZone: 'UTC',
  posVersion: '',
  sleeping: false,
});

const stamp = (instant: number) => ({
  text: new Date(instant).toISOString(),
  instant,
  certainty: 'exact' as const,
});

function observed({ id, version, day, venue: venueId, createdAt }: Kept): ObservedOrder {
  const order: Order = {
    ...EMPTY,
    identities: [{ vendor: 'iiko-cloud', id }],
    organizationId: ORGANIZATION,
    venueId,
    version,
    times: {
      ...EMPTY.times,
      created: stamp(createdAt),
      promised: day === null ? null : stamp(Date.parse(`${day}T12:00:00Z`)),
    },
  };
  return { order, payload: payloadOf({ id, version, day, venueId }) };
}

const EMPTY: Order = {
  identities: [{ vendor: 'iiko-cloud', id: '' }],
  organizationId: ORGANIZATION,
  venueId: VENUE,
  version: 0,
  status: { system: 'iiko-cloud', code: 'Closed' },
  stage: 'closed',
  created: true,
  creationError: '',
  number: '1',
  externalNumber: '',
  serviceType: 'courier',
  orderType: null,
  currency: 'RUB',
  sumMinor: 100,
  discountMinor: 0,
  paidMinor: null,
  phone: '',
  phoneExtension: '',
  customer: NOBODY,
  address: null,
  zone: '',
  times: NO_TIMES,
  durationMinutes: null,
  asap: false,
  marketingSource: null,
  sourceKey: '',
  coupon: '',
  externalData: [],
  conception: null,
  operator: null,
  courier: null,
  courierService: null,
  guests: 0,
  comment: '',
  problem: null,
  cancelCause: null,
  cancelComment: '',
  links: { movedFrom: null, movedTo: null, parent: null },
  deleted: false,
  lines: [],
  payments: [],
  discounts: [],
};

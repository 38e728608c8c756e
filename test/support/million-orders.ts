import type { OrderCard, OrderRow, PinnedRow, ViewCounts } from '../../main/contract/orders.ts';
import { PRESET_VIEWS } from '../../main/domain/orders/order-filter.ts';
import { STAGES } from '../../main/domain/orders/stage.ts';
import type { Answers } from './fake-client.ts';

const MINUTE = 60_000;
const STREETS = ['Лермонтова', 'Малышева', '8 Марта', 'Гагарина', 'Сиреневый бульвар'];

/** The order that stands at a place of the list: made from its place alone. */
export function orderAt(place: number, over: Partial<OrderRow> = {}): OrderRow {
  const stage = STAGES[place % 10] ?? 'closed';
  return {
    id: place + 1,
    number: String(100_000 + place),
    externalNumber: '',
    stage,
    status: stage,
    venueId: 1,
    venue: 'Центральная',
    createdAt: Date.now() - (place + 30) * MINUTE,
    promisedAt: Date.now() + (120 - (place % 3)) * MINUTE,
    cookingStartAt: null,
    zone: 'Europe/Moscow',
    city: 'Москва',
    street: `улица ${STREETS[place % STREETS.length]}`,
    house: String((place % 90) + 1),
    flat: String((place % 200) + 1),
    addressLine: '',
    guest: 'Анна',
    phone: `+7916${String(1_000_000 + place).slice(-7)}`,
    source: place % 4 === 0 ? '' : 'Сайт',
    sourceKey: '',
    sumMinor: 100_000 + place,
    currency: 'RUB',
    courier: place % 2 === 0 ? 'Баранов Егор' : '',
    operator: '',
    deliveryZone: 'Центр',
    serviceType: 'courier',
    problem: null,
    highRisk: false,
    checked: false,
    comment: '',
    timeUncertain: false,
    ...over,
  };
}

/** The card of an order at a place. */
export function cardAt(place: number, row: OrderRow = orderAt(place)): OrderCard {
  const at = row.createdAt ?? 0;
  const stamp = (instant: number) => ({ text: 'как пришло', instant, certainty: 'exact' as const });
  const nobody = { kind: 'regular' as const, id: 'c', surname: 'Иванова', comment: '' };
  return {
    row,
    order: {
      identities: [{ vendor: 'iiko-cloud', id: `order-${place}` }],
      organizationId: 'org',
      venueId: 'venue',
      version: 5,
      status: { system: 'iiko-cloud', code: 'CookingStarted' },
      stage: row.stage,
      created: true,
      creationError: '',
      number: row.number,
      externalNumber: 'WEB-1',
      serviceType: 'courier',
      orderType: null,
      currency: 'RUB',
      sumMinor: row.sumMinor,
      discountMinor: 0,
      paidMinor: null,
      phone: row.phone,
      phoneExtension: '',
      customer: { ...nobody, name: row.guest, highRisk: true, highRiskReason: 'Не открыл дверь' },
      address: null,
      zone: row.zone,
      times: Object.fromEntries(
        'created confirmed cookingStart printed cookingCompleted packed billPrinted sent delivered closed cancelled promised estimated receivedByApi receivedFromFront'
          .split(' ')
          .map((name) => [name, name === 'created' ? stamp(at) : null]),
      ) as OrderCard['order']['times'],
      durationMinutes: 60,
      asap: false,
      marketingSource: { id: 's', name: 'Сайт' },
      sourceKey: 'site',
      coupon: '',
      externalData: [{ key: 'utm', value: 'rolls' }],
      conception: null,
      operator: null,
      courier: null,
      courierService: null,
      guests: 2,
      comment: row.comment,
      problem: row.problem,
      cancelCause: null,
      cancelComment: '',
      links: { movedFrom: null, movedTo: null, parent: null },
      deleted: false,
      lines: [
        {
          kind: 'product',
          productId: null,
          name: 'Сет «Токио»',
          amountMilli: 1500,
          priceMinor: 129_000,
          sumMinor: 193_500,
          size: '',
          comment: '',
          status: '',
          deleted: true,
          deletionReason: 'Гость передумал',
          modifiers: [],
        },
      ],
      payments: [],
      discounts: [],
    },
    organization: 'Суши',
    pins: [],
    timeline: [
      { step: 'created', stamp: stamp(at), minutesSincePrevious: null, impossible: false },
      { step: 'sent', stamp: stamp(at - MINUTE), minutesSincePrevious: -1, impossible: true },
    ],
    journal: [
      {
        versionId: 3,
        version: 5,
        observedAt: at,
        path: 'revision',
        changes: [{ field: 'status', before: 'WaitCooking', after: 'CookingStarted' }],
      },
    ],
    customer: { orders: 1, totalMinor: 0, currency: 'RUB', firstAt: at, previous: [] },
    fields: { advert: 'Сайт', conception: '', venue: 'Центральная', city: 'Москва' },
    links: [{ kind: 'moved-from', orderId: 78, number: '100077', vendorId: 'old' }],
    provenance: { supplied: {}, conflicts: [], lookalikes: [] },
    identities: [{ vendor: 'iiko-cloud', id: `order-${place}` }],
    map: null,
    review: {
      note: '',
      rating: null,
      checkedAt: null,
      checkedBy: null,
      author: null,
      changedAt: null,
    },
  };
}

/** What a test changes of the list. */
export type OrdersState = {
  count: number;
  fresh: number;
  pinned: PinnedRow[];
  rowAt: (place: number) => OrderRow;
  snapshots: number;
};

/** A core with so many orders that exist only while they are asked for. */
export function ordersAnswers(over: Partial<OrdersState> = {}) {
  const state: OrdersState = {
    count: 1_000_000,
    fresh: 0,
    pinned: [],
    rowAt: orderAt,
    snapshots: 0,
    ...over,
  };
  const rows = (from: number, count: number) =>
    Array.from({ length: Math.max(0, Math.min(count, state.count - from)) }, (_, at) =>
      state.rowAt(from + at),
    );
  const page = (snapshot: string, from: number, count: number) => ({
    snapshot,
    total: state.count,
    truncated: false,
    from,
    rows: rows(from, count),
  });
  const counts = Object.fromEntries(PRESET_VIEWS.map((view) => [view, 7])) as ViewCounts;
  const answers = {
    open: ({ count }) => page(`s${(state.snapshots += 1)}`, 0, count),
    page: ({ snapshot, from, count }) => page(snapshot, from, count),
    position: ({ orderId }) => (orderId <= state.count ? orderId - 1 : null),
    fresh: () => state.fresh,
    pinned: () => state.pinned,
    counts: () => counts,
    countsOf: ({ filters }) => filters.map(() => 7),
    choices: () => ({
      venues: [{ id: 1, name: 'Центральная', city: 'Москва', zone: 'Europe/Moscow' }],
      sources: ['', 'Сайт'],
      couriers: ['', 'Баранов Егор'],
      operators: [],
    }),
    card: ({ orderId }) => cardAt(orderId - 1, state.rowAt(orderId - 1)),
    payload: () => ({ json: '{\n  "id": "order"\n}' }),
    saveReview: ({ note, rating, checked }) => ({
      note,
      rating,
      checkedAt: checked ? Date.now() : null,
      checkedBy: checked ? 'Ирина' : null,
      author: 'Ирина',
      changedAt: Date.now(),
    }),
  } satisfies NonNullable<Answers['orders']>;
  return { state, answers };
}

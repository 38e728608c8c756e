import { z } from 'zod';
import type { JoinDoubt } from '../domain/joining/group-views.ts';
import type { FieldConflict } from '../domain/joining/merge-views.ts';
import type { OrderField } from '../domain/joining/order-fields.ts';
import { ORDER_COLUMNS, PRESET_VIEWS, type PresetView } from '../domain/orders/order-filter.ts';
import type { OrderAlarm, PinReason } from '../domain/orders/order-alarm.ts';
import type { JournalEntry, OrderRow, PreviousOrder } from '../domain/orders/order-row.ts';
import type { Instant, Order, Stamp } from '../domain/orders/order.ts';
import { STAGES } from '../domain/orders/stage.ts';
import { announcement, ask } from './define.ts';

export type { JournalEntry, OrderAlarm, OrderRow, PreviousOrder };

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const id = z.int().positive();
const names = z.array(z.string().max(300)).max(200);

/**
 * Which orders are listed; empty lists and nulls do not restrict, `search` is words or the end of
 * a phone.
 */
export const orderFilter = z.strictObject({
  view: z.enum(PRESET_VIEWS),
  period: z.strictObject({ from: day, to: day }).nullable(),
  venueIds: z.array(id).max(500),
  stages: z.array(z.enum(STAGES)).max(20),
  sources: names,
  serviceTypes: z.array(z.enum(['courier', 'pickup', 'common', 'unknown'])).max(4),
  couriers: names,
  operators: names,
  problem: z.boolean().nullable(),
  late: z.boolean().nullable(),
  sumFromMinor: z.int().nullable(),
  sumToMinor: z.int().nullable(),
  search: z.string().max(200),
});

/** Views of its own that a profile may keep. */
export const MOST_VIEWS = 50;

/** By which column the list is sorted. */
export const orderSort = z.strictObject({ column: z.enum(ORDER_COLUMNS), descending: z.boolean() });

/** A stretch of a list whose rows keep their places, whatever comes meanwhile. */
export type OrderPage = Readonly<{
  /** Names the frozen order of rows; `orders.page` asks for more of it. */
  snapshot: string;
  /** How many rows in all; null while they are still being counted. */
  total: number | null;
  /** True when the search found more than it lists. */
  truncated: boolean;
  from: number;
  rows: readonly OrderRow[];
}>;

/** An order that somebody should look at now, and why. */
export type PinnedRow = OrderRow & Readonly<{ reasons: readonly PinReason[] }>;

/** A moment of an order’s life, with what is odd about it. */
export type TimelineStep = Readonly<{
  step: keyof Order['times'];
  stamp: Stamp;
  /** Minutes since the step before; null for the first. */
  minutesSincePrevious: number | null;
  /** The time contradicts the life of a delivery (earlier than a step that must precede it). */
  impossible: boolean;
}>;

/** What people noted of an order by hand. */
export type OrderReview = Readonly<{
  note: string;
  /** 1–5; null: not rated. */
  rating: number | null;
  checkedAt: Instant | null;
  checkedBy: string | null;
  author: string | null;
  changedAt: Instant | null;
}>;

/** Everything known of one order. */
export type OrderCard = Readonly<{
  row: OrderRow;
  /** Everything the vendor told, with phones masked where the profile may not see them. */
  order: Order;
  organization: string;
  pins: readonly PinReason[];
  timeline: readonly TimelineStep[];
  journal: readonly JournalEntry[];
  customer: Readonly<{
    orders: number;
    totalMinor: number;
    currency: string;
    firstAt: Instant | null;
    previous: readonly PreviousOrder[];
  }>;
  /** The four fields of feature 4; '' where there is none. */
  fields: Readonly<{ advert: string; conception: string; venue: string; city: string }>;
  links: readonly Readonly<{
    kind: 'moved-from' | 'moved-to' | 'parent';
    orderId: number | null;
    number: string;
    vendorId: string;
  }>[];
  identities: readonly Readonly<{ vendor: string; id: string }>[];
  /** How several systems' tellings were put together; empty when only one tells of the order. */
  provenance: Readonly<{
    /** Fields that another system than the leading one supplied. */
    supplied: Readonly<Partial<Record<OrderField, string>>>;
    /** What systems tell differently; the first is believed. Sums in minor units, moments in ms. */
    conflicts: readonly FieldConflict[];
    /** Orders that may be this one and stay apart, and why. */
    lookalikes: readonly Readonly<{
      doubt: JoinDoubt;
      orderId: number;
      vendor: string;
      number: string;
      sumMinor: number;
    }>[];
  }>;
  /** Ring and point for the small map; null without coordinates. */
  map: Readonly<{
    point: readonly [longitude: number, latitude: number];
    zones: readonly Readonly<{ name: string; ring: readonly (readonly [number, number])[] }>[];
  }> | null;
  review: OrderReview;
}>;

/** How many orders each view shows. */
export type ViewCounts = Readonly<Record<PresetView, number>>;

/** What the filter can be set to: values that stored orders have. */
export type FilterChoices = Readonly<{
  venues: readonly Readonly<{ id: number; name: string; city: string; zone: string }>[];
  sources: readonly string[];
  couriers: readonly string[];
  operators: readonly string[];
}>;

/** Deliveries: list, card, review. */
export const orders = {
  /** Freezes the order of rows for a filter and sort, and gives the first of them. */
  open: ask(
    'list',
    z.strictObject({ filter: orderFilter, sort: orderSort, count: z.int().min(1).max(500) }),
  ).gives<OrderPage>(),
  /** Rows of a frozen order by position, with their newest values; `conflict` `orders.snapshot-gone` when it was dropped. */
  page: ask(
    'list',
    z.strictObject({
      snapshot: z.string().max(40),
      from: z.int().min(0),
      count: z.int().min(1).max(500),
    }),
  ).gives<OrderPage>(),
  /** Position of an order in a frozen order of rows; null when it is not there. */
  position: ask('list', z.strictObject({ snapshot: z.string().max(40), orderId: id })).gives<
    number | null
  >(),
  /** How many orders match that came after the snapshot was made. */
  fresh: ask('list', z.strictObject({ snapshot: z.string().max(40) })).gives<number>(),
  /** Late, overdue and problem orders, most urgent first, whatever the filter. */
  pinned: ask('list', z.strictObject({})).gives<readonly PinnedRow[]>(),
  /** How many orders each preset view holds under the filter; beyond a month of days under its days and venues alone. */
  counts: ask('list', z.strictObject({ filter: orderFilter })).gives<ViewCounts>(),
  /** How many orders each filter leaves; null over more than a month of days. */
  countsOf: ask('list', z.strictObject({ filters: z.array(orderFilter).max(MOST_VIEWS) })).gives<
    readonly (number | null)[]
  >(),
  choices: ask('list', z.strictObject({})).gives<FilterChoices>(),
  card: ask('list', z.strictObject({ orderId: id })).gives<OrderCard>(),
  /** The vendor's own payload of one journal entry (newest when null), as indented JSON, phones masked as the profile demands. */
  payload: ask('list', z.strictObject({ orderId: id, versionId: id.nullable() })).gives<
    Readonly<{ json: string }>
  >(),
  /** CSV of the filtered orders (or of the given ids only), ready for Russian Excel; answers a handle for `transfer`. */
  exportCsv: ask(
    'report',
    z.strictObject({
      filter: orderFilter,
      sort: orderSort,
      orderIds: z.array(id).max(10_000).nullable(),
      columns: z.array(z.enum(ORDER_COLUMNS)).min(1).max(ORDER_COLUMNS.length),
      language: z.enum(['ru', 'en']),
    }),
  ).gives<Readonly<{ handle: string; fileName: string; rows: number }>>(),
  /** Saves note, rating and mark; answers the review before, so that it can be undone. */
  saveReview: ask(
    'core',
    z.strictObject({
      orderId: id,
      note: z.string().max(2000),
      rating: z.int().min(1).max(5).nullable(),
      checked: z.boolean(),
    }),
  ).gives<OrderReview>(),
  /** Orders were stored or changed. `ids` is cut at 500. */
  changed: announcement<
    Readonly<{
      ids: readonly number[];
      created: number;
      changed: number;
      alarms: readonly OrderAlarm[];
    }>
  >(),
};

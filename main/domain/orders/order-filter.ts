import type { Day } from '../local-time.ts';
import type { ServiceType } from './order.ts';
import type { Stage } from './stage.ts';

/** The views every operator has; `time-to-cook`, `late` and `problem` depend on the clock. */
export const PRESET_VIEWS = [
  'all',
  'unconfirmed',
  'new',
  'time-to-cook',
  'cooking',
  'waiting',
  'on-way',
  'problem',
  'late',
  'cancelled',
] as const;

/** One of them; a person’s own views begin with one. */
export type PresetView = (typeof PRESET_VIEWS)[number];

/** Stages that a preset view shows; null where the clock or a flag decides, not the stage. */
export const VIEW_STAGES: Readonly<Record<PresetView, readonly Stage[] | null>> = {
  all: null,
  unconfirmed: ['unconfirmed'],
  new: ['new', 'ready-for-cooking'],
  'time-to-cook': null,
  cooking: ['cooking'],
  waiting: ['cooked', 'waiting'],
  'on-way': ['on-way'],
  problem: null,
  late: null,
  cancelled: ['cancelled'],
};

/** Columns of the order list; every one can be sorted by, each with an index behind it. */
export const ORDER_COLUMNS = [
  'created',
  'number',
  'status',
  'address',
  'guest',
  'phone',
  'venue',
  'source',
  'sum',
  'promised',
  'remaining',
  'courier',
  'zone',
  'operator',
] as const;

/** One column, as settings and sortings name it. */
export type OrderColumn = (typeof ORDER_COLUMNS)[number];

/** A column of an exported list: its times say no zone themselves. */
export type ExportColumn = OrderColumn | 'time-zone';

/** Columns as they are exported: a list with times of several cities needs their zone to be read. */
export const exportColumns = (shown: readonly OrderColumn[]): readonly ExportColumn[] =>
  shown.includes('created') || shown.includes('promised') ? [...shown, 'time-zone'] : shown;

/** By which column the list stands, and from which end. */
export type OrderSort = Readonly<{ column: OrderColumn; descending: boolean }>;

/** What the list shows. Empty arrays and nulls do not restrict. */
export type OrderFilter = Readonly<{
  view: PresetView;
  /** Business days of the promise, both ends included; null: all time. */
  period: Readonly<{ from: Day; to: Day }> | null;
  venueIds: readonly number[];
  stages: readonly Stage[];
  /** Names of marketing sources; '' stands for orders without one. */
  sources: readonly string[];
  serviceTypes: readonly ServiceType[];
  couriers: readonly string[];
  operators: readonly string[];
  problem: boolean | null;
  late: boolean | null;
  sumFromMinor: number | null;
  sumToMinor: number | null;
  /** Free text: phone's last digits in any format, number, name, street, dish, comment. */
  search: string;
}>;

/** Shows everything. */
export const EVERY_ORDER: OrderFilter = {
  view: 'all',
  period: null,
  venueIds: [],
  stages: [],
  sources: [],
  serviceTypes: [],
  couriers: [],
  operators: [],
  problem: null,
  late: null,
  sumFromMinor: null,
  sumToMinor: null,
  search: '',
};

import { assertNever } from '../../domain/assert-never.ts';
import type { Dimension } from '../../domain/reports/report-dimension.ts';
import type { ReportModel } from '../../domain/reports/report-model.ts';
import {
  bundleOf,
  DAY_BUNDLES,
  daysBundled,
  type DayBundle,
} from '../../domain/reports/report-day.ts';
import { STAGES } from '../../domain/orders/stage.ts';
import type { StatusGroup } from '../../domain/status-mapping/status-group.ts';
import type { ReadableDb } from '../../store/database.ts';
import type { DaySpan } from '../../store/reports/fact-source.ts';
import {
  readCategories,
  readChannelNames,
  readOrganizationNames,
  readProductNames,
  readSourceNames,
  readValueTexts,
  readVenueNames,
} from '../../store/reports/report-names.ts';
import { columnOf, TEXT_COLUMNS, type FactCondition } from '../../store/reports/report-columns.ts';
import type { FactStatus } from '../../store/reports/report-values.ts';
import type { FrozenNames } from './report-scope.ts';

type Numbered = ReadonlyMap<number, string>;

type Needs = Readonly<{
  statuses: readonly FactStatus[];
  groups: ReadonlyMap<number, StatusGroup>;
  model: ReportModel;
  /** Version of the data; null: now. */
  version: number | null;
  /** The recipe whose kept sources are read; null: those of now. */
  recipe: number | null;
  frozen: FrozenNames;
}>;

/** Turns the facts' numbers into keys and labels of dimensions, and keys back into conditions. */
export type ReportNames = Readonly<{
  /** Key of a value of a dimension; `statusId` serves the dimensions that are made of statuses. */
  keyOf(dimension: Dimension, value: number, statusId: number): string;
  /** What is shown for a key; closed sets are translated by who shows them. */
  labelOf(dimension: Dimension, key: string): string;
  /** The facts that have one of these keys. */
  conditionOf(dimension: Dimension, keys: readonly string[], days: DaySpan): FactCondition;
  currencyOf(value: number): string;
  /** The channel that attribution counts a source of this name under; undefined for unknown names. */
  channelOfName(name: string): string | undefined;
}>;

/** Reads the names that the facts' numbers stand for. */
export function openNames(db: ReadableDb, needs: Needs): ReportNames {
  const values = readValueTexts(db);
  const names = namesOf(db, needs);
  const keyOf = keyReader(needs, names, values);
  return {
    keyOf,
    labelOf: (dimension, key) => labelOf(names, dimension, key),
    conditionOf: (dimension, keys, days) =>
      conditionOf({ needs, names, values, keyOf }, dimension, keys, days),
    currencyOf: (value) => values.get(value) ?? '',
    channelOfName: (name) => names.channels().get(name),
  };
}

function keyReader(needs: Needs, names: Names, values: Numbered): ReportNames['keyOf'] {
  const status = new Map(needs.statuses.map((one) => [one.id, one]));
  const bundled = bundleKeys();
  const numbered = (value: number): string => (value === 0 ? '' : String(value));
  const ofStatus: Partial<Record<Dimension, (statusId: number) => string>> = {
    organization: (id) => String(status.get(id)?.organizationId ?? ''),
    status: (id) => statusKey(status.get(id)),
    'status-group': (id) => needs.groups.get(id) ?? 'unmapped',
  };
  const ofValue: Partial<Record<Dimension, (value: number) => string>> = {
    hour: String,
    stage: (value) => STAGES[value] ?? '',
    'cancel-stage': (value) => STAGES[value] ?? '',
    venue: numbered,
    product: numbered,
    category: (value) => names.categories().get(value) ?? '',
    ...Object.fromEntries(
      DAY_BUNDLES.map((bundle) => [bundle, (value: number) => bundled(value, bundle)]),
    ),
  };
  return (dimension, value, statusId) => {
    const read = ofStatus[dimension];
    if (read) return read(statusId);
    const readValue = ofValue[dimension];
    if (readValue) return readValue(value);
    return TEXT_COLUMNS.has(columnOf(dimension, needs.model))
      ? (values.get(value) ?? '')
      : sourceKey(names.sources(), value);
  };
}

/** Days repeat in every row: each is bundled once. */
function bundleKeys(): (day: number, bundle: DayBundle) => string {
  const known = new Map(DAY_BUNDLES.map((bundle) => [bundle, new Map<number, string>()]));
  return (day, bundle) => {
    const keys = known.get(bundle)!;
    let key = keys.get(day);
    if (key === undefined) {
      key = bundleOf(day, bundle);
      keys.set(day, key);
    }
    return key;
  };
}

/** «Direct» is a source that attribution made itself: it has no name of its own. */
const DIRECT = 2;

const sourceKey = (sources: Numbered, id: number): string =>
  id === DIRECT ? ':direct' : (sources.get(id) ?? '');

const statusKey = (status: FactStatus | undefined): string =>
  status === undefined ? '' : `${status.system} ${status.status}`;

type Names = ReturnType<typeof namesOf>;

function namesOf(db: ReadableDb, { version, recipe, frozen }: Needs) {
  return {
    sources: once(() => readSourceNames(db, recipe)),
    categories: once(() => readCategories(db, version)),
    venues: once(() => frozenOr(frozen.venues, () => readVenueNames(db))),
    organizations: once(() => frozenOr(frozen.organizations, () => readOrganizationNames(db))),
    channels: once(() => readChannelNames(db, recipe)),
    products: once(() => readProductNames(db)),
  };
}

function once<Value>(read: () => Value): () => Value {
  let known: Value | undefined;
  return () => (known ??= read());
}

const frozenOr = (
  frozen: Readonly<Record<string, string>> | undefined,
  read: () => Numbered,
): Numbered =>
  frozen ? new Map(Object.entries(frozen).map(([id, name]) => [Number(id), name])) : read();

function labelOf(names: Names, dimension: Dimension, key: string): string {
  if (dimension === 'venue') return key === '' ? '' : (names.venues().get(Number(key)) ?? key);
  if (dimension === 'organization') return names.organizations().get(Number(key)) ?? key;
  if (dimension === 'product') return key === '' ? '' : (names.products().get(Number(key)) ?? key);
  return dimension === 'status' ? key.slice(key.indexOf(' ') + 1) : key;
}

type Reverse = Readonly<{
  needs: Needs;
  names: Names;
  values: Numbered;
  keyOf: ReportNames['keyOf'];
}>;

function conditionOf(
  reverse: Reverse,
  dimension: Dimension,
  keys: readonly string[],
  days: DaySpan,
): FactCondition {
  const column = columnOf(dimension, reverse.needs.model);
  if (column === 'day') {
    return { column, values: daysBundled(days, dimension as 'day', keys) };
  }
  const wanted = new Set(keys);
  const values = possible(reverse, dimension).filter((value) =>
    wanted.has(reverse.keyOf(dimension, value, value)),
  );
  return { column, values };
}

/** Every number a column may hold, whose keys are then compared: small sets all. */
function possible({ needs, names, values }: Reverse, dimension: Dimension): readonly number[] {
  switch (dimension) {
    case 'hour':
      return Array.from({ length: 24 }, (_, hour) => hour);
    case 'stage':
    case 'cancel-stage':
      return [-1, ...STAGES.keys()];
    case 'organization':
    case 'status':
    case 'status-group':
      return needs.statuses.map(({ id }) => id);
    case 'venue':
      return [0, ...names.venues().keys()];
    case 'product':
    case 'category':
      return [0, ...names.products().keys()];
    case 'day':
    case 'week':
    case 'month':
    case 'weekday':
      return [];
    case 'channel':
    case 'source':
      return [...(needs.model === 'order-field' ? values : names.sources()).keys()];
    case 'advert':
    case 'conception':
    case 'city':
    case 'zone':
    case 'service-type':
    case 'order-type':
    case 'courier':
    case 'operator':
    case 'source-key':
    case 'payment-type':
    case 'cancel-cause':
      return [...values.keys()];
    default:
      return assertNever(dimension);
  }
}

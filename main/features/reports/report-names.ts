import { assertNever } from '../../domain/assert-never.ts';
import type { Dimension } from '../../domain/report-dimension.ts';
import type { ReportModel } from '../../domain/report-model.ts';
import { bundleOf, daysBundled } from '../../domain/report-day.ts';
import { STAGES } from '../../domain/stage.ts';
import type { StatusGroup } from '../../domain/status-group.ts';
import type { ReadableDb } from '../../store/database.ts';
import type { DaySpan } from '../../store/fact-source.ts';
import {
  readCategories,
  readChannelNames,
  readOrganizationNames,
  readProductNames,
  readSourceNames,
  readValueTexts,
  readVenueNames,
} from '../../store/report-names.ts';
import { columnOf, TEXT_COLUMNS, type FactCondition } from '../../store/report-columns.ts';
import type { FactStatus } from '../../store/report-values.ts';
import type { FrozenNames } from './report-scope.ts';

type Numbered = ReadonlyMap<number, string>;

type Needs = Readonly<{
  statuses: readonly FactStatus[];
  groups: ReadonlyMap<number, StatusGroup>;
  model: ReportModel;
  /** Version of the data; null: now. */
  version: number | null;
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
  const status = new Map(needs.statuses.map((one) => [one.id, one]));
  const names = namesOf(db, needs);
  const keyOf = (dimension: Dimension, value: number, statusId: number): string => {
    switch (dimension) {
      case 'day':
      case 'week':
      case 'month':
      case 'weekday':
        return bundleOf(value, dimension);
      case 'hour':
        return String(value);
      case 'stage':
      case 'cancel-stage':
        return STAGES[value] ?? '';
      case 'organization':
        return String(status.get(statusId)?.organizationId ?? '');
      case 'status':
        return statusKey(status.get(statusId));
      case 'status-group':
        return needs.groups.get(statusId) ?? 'unmapped';
      case 'venue':
      case 'product':
        return value === 0 ? '' : String(value);
      case 'category':
        return names.categories().get(value) ?? '';
      default:
        return TEXT_COLUMNS.has(columnOf(dimension, needs.model))
          ? (values.get(value) ?? '')
          : sourceKey(names.sources(), value);
    }
  };
  return {
    keyOf,
    labelOf: (dimension, key) => labelOf(names, dimension, key),
    conditionOf: (dimension, keys, days) =>
      conditionOf({ needs, names, values, keyOf }, dimension, keys, days),
    currencyOf: (value) => values.get(value) ?? '',
    channelOfName: (name) => names.channels().get(name),
  };
}

/** «Direct» is a source that attribution made itself: it has no name of its own. */
const DIRECT = 2;

const sourceKey = (sources: Numbered, id: number): string =>
  id === DIRECT ? ':direct' : (sources.get(id) ?? '');

const statusKey = (status: FactStatus | undefined): string =>
  status === undefined ? '' : `${status.system} ${status.status}`;

type Names = ReturnType<typeof namesOf>;

function namesOf(db: ReadableDb, { version, frozen }: Needs) {
  return {
    sources: once(() => readSourceNames(db)),
    categories: once(() => readCategories(db, version)),
    venues: once(() => frozenOr(frozen.venues, () => readVenueNames(db))),
    organizations: once(() => frozenOr(frozen.organizations, () => readOrganizationNames(db))),
    channels: once(() => readChannelNames(db)),
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
  switch (dimension) {
    case 'venue':
      return key === '' ? '' : (names.venues().get(Number(key)) ?? key);
    case 'organization':
      return names.organizations().get(Number(key)) ?? key;
    case 'product':
      return key === '' ? '' : (names.products().get(Number(key)) ?? key);
    case 'status':
      return key.slice(key.indexOf(' ') + 1);
    default:
      return key;
  }
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

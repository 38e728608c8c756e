import type {
  FilterChoices,
  OrderRow,
  PinnedRow,
  ViewCounts,
} from '../../../main/contract/orders.ts';
import type { Failure } from '../../../main/domain/failure.ts';
import type { OrderFilter, OrderSort } from '../../../main/domain/orders/order-filter.ts';
import type { PageCache } from '../../shared/data-table/page-cache.ts';
import type { TableFocus } from '../../shared/data-table/table-focus.ts';
import type { Reading } from '../../bridge/reading.ts';
import type { PeriodChoice } from './filters/period-choice.ts';

/** The list itself. While another order of rows is being read, the old one stays on the screen. */
export type ListState = Reading<{
  snapshot: string;
  rows: PageCache<OrderRow>;
  /** Null while the rows are still being counted. */
  total: number | null;
  truncated: boolean;
  /** Rows could not be read again; what is shown may be old. */
  failure: Failure | null;
}>;

/** Everything the order list shows, apart from the card. */
export type OrdersState = Readonly<{
  filter: OrderFilter;
  period: PeriodChoice;
  sort: OrderSort;
  list: ListState;
  /** Another order of rows is on its way. */
  reading: boolean;
  /** Counts the lists that were begun anew: those are shown from their first row. */
  beginnings: number;
  /** New orders that match but came after the rows were frozen. */
  fresh: number;
  counts: ViewCounts | null;
  choices: FilterChoices | null;
  pinned: readonly PinnedRow[];
  focus: TableFocus;
  /** The order in the card. */
  openedId: number | null;
}>;

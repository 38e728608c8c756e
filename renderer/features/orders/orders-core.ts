import type { StoreApi } from 'zustand/vanilla';
import type { Client } from '../../../main/contract/index.ts';
import { businessDayOf, type Day } from '../../../main/domain/local-time.ts';
import type { OrderFilter } from '../../../main/domain/orders/order-filter.ts';
import type { OrdersState } from './orders-state.ts';

/** The night belongs to the evening before until then (`architecture.md` 5). */
const CLOSING_HOUR = 5;

/** What the slice needs beside the core. */
export type OrdersOutside = Readonly<{
  now: () => number;
  /** IANA zone of the PC, which says what today is. */
  zone: string;
}>;

/** What every part of the slice works on. */
export type OrdersCore = {
  readonly client: Client;
  readonly outside: OrdersOutside;
  readonly store: StoreApi<OrdersState>;
  /** Answers to an older question are dropped. */
  turn: number;
  day: Day;
};

/** The business day that it is now. */
export const todayOf = ({ now, zone }: OrdersOutside): Day =>
  businessDayOf(now(), zone, CLOSING_HOUR);

/** The schema's input type wants arrays it may change. */
export const mutable = (filter: OrderFilter) =>
  structuredClone(filter) as Parameters<Client['orders']['open']>[0]['filter'];

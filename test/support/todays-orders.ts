import { afterEach, beforeEach } from 'vitest';
import type { OrderPage } from '../../main/contract/orders.ts';
import { EVERY_ORDER } from '../../main/domain/orders/order-filter.ts';
import type { WritableDb } from '../../main/store/database.ts';
import { orderInfo } from '../fixtures/iiko-cloud-order.ts';
import { applicationWith, ask, type FilledApplication } from './application-with-orders.ts';
import { save } from './store-with-orders.ts';

/** 14:00 in Yekaterinburg on the fixtures' day. */
const NOW = Date.UTC(2026, 10, 20, 9, 0);
const at = (time: string) => `2026-11-20 ${time}:00.000`;

/** How these tests sort the list. */
export const NEWEST_FIRST = { column: 'created' as const, descending: true };

/** A program in the midst of a day: thirty orders are closed, four are on their way or late. */
export type TodaysOrders = Readonly<{
  program(): FilledApplication;
  /** Asks the core: topic with its first word, input. */
  core<T>(topic: string, input: unknown): Promise<T>;
  /** Opens the list by a filter. */
  open(filter?: object, count?: number): Promise<OrderPage>;
}>;

function fillDay(db: WritableDb): void {
  const number = (index: number) => 500 + index;
  const infos = Array.from({ length: 30 }, (_, index) =>
    orderInfo(index + 1, {
      number: number(index),
      status: 'Closed',
      whenCreated: at('10:00'),
      completeBefore: at('11:00'),
    }),
  );
  save(db, infos);
  save(db, [
    orderInfo(41, { number: 41, status: 'OnWay', completeBefore: at('13:30'), problem: null }),
    orderInfo(42, {
      number: 42,
      status: 'WaitCooking',
      cookingStartTime: at('13:50'),
      completeBefore: at('15:00'),
      problem: null,
    }),
    orderInfo(43, {
      number: 43,
      status: 'OnWay',
      completeBefore: at('15:30'),
      problem: { hasProblem: true, description: 'звонить +7 912 000-00-01' },
    }),
    orderInfo(44, { number: 44, status: 'OnWay', completeBefore: at('15:40'), problem: null }),
  ]);
}

/** Another program for each test of the file that calls this, over that day or what `fill` saves. */
export function todaysOrdersOfTest(fill = fillDay): TodaysOrders {
  let program: FilledApplication;
  beforeEach(() => {
    program = applicationWith(fill, () => NOW);
  });
  afterEach(() => program.close());
  const core: TodaysOrders['core'] = (topic, input) => ask(program.application, topic, input);
  return {
    program: () => program,
    core,
    open: (filter = {}, count = 10) =>
      core('orders.open', { filter: { ...EVERY_ORDER, ...filter }, sort: NEWEST_FIRST, count }),
  };
}

import { expect, it } from 'vitest';
import type { OrderCard, PinnedRow } from '../../../main/contract/orders.ts';
import { orderInfo } from '../../fixtures/iiko-cloud-order.ts';
import { closeDb } from '../../../main/store/database.ts';
import { emptyStore, save } from '../../support/store-with-orders.ts';
import { todaysOrdersOfTest } from '../../support/todays-orders.ts';

/** 13:00 in Yekaterinburg, an hour before these tests look. */
const FAILED_AT = Date.UTC(2026, 10, 20, 8, 0);
const TODAY = { from: '2026-11-20', to: '2026-11-20' };
const errorInfo = { code: 'InvalidPhone', message: 'Phone is wrong' };

const { core, open } = todaysOrdersOfTest((db) =>
  save(db, [
    {
      ...orderInfo(1),
      externalNumber: 'YF-83920',
      timestamp: FAILED_AT,
      creationStatus: 'Error',
      errorInfo,
      order: null,
    },
    { ...orderInfo(2), timestamp: FAILED_AT, creationStatus: 'InProgress', order: null },
  ]),
);

it('an order that iiko did not create stands in its day, among the problems and on top', async () => {
  const today = await open({ period: TODAY });
  expect(today.rows.map(({ status, createdAt }) => [status, createdAt]).toSorted()).toEqual([
    ['Error', FAILED_AT],
    ['InProgress', FAILED_AT],
  ]);
  const problems = await open({ period: TODAY, view: 'problem' });
  expect(problems.rows.map(({ externalNumber }) => externalNumber)).toEqual(['YF-83920']);
  const pinned = await core<PinnedRow[]>('orders.pinned', {});
  expect(pinned.map(({ externalNumber, reasons }) => [externalNumber, reasons])).toEqual([
    ['YF-83920', ['problem']],
  ]);
  const card = await core<OrderCard>('orders.card', { orderId: pinned[0]!.id });
  expect(card.row.problem).toBe('InvalidPhone: Phone is wrong');
});

it('one that was seen before it was created rings when it is, one that could not be never', () => {
  const db = emptyStore();
  const at = FAILED_AT + 1000;
  const creating = { ...orderInfo(3), timestamp: FAILED_AT, creationStatus: 'InProgress' };
  expect(save(db, [{ ...creating, order: null }], 'revision', at).alarms).toEqual([]);
  const whenCreated = '2026-11-20 13:00:00.000';
  const made = orderInfo(3, { whenCreated, status: 'WaitCooking' }, { timestamp: at });
  expect(save(db, [made], 'revision', at).alarms).toMatchObject([{ kind: 'new', number: '10451' }]);
  const refused = { ...creating, ...orderInfo(4), creationStatus: 'Error', errorInfo, order: null };
  const failed = { ...refused, timestamp: FAILED_AT };
  expect(save(db, [failed], 'revision', at).alarms).toEqual([]);
  closeDb(db);
});

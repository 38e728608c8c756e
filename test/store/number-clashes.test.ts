import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Order } from '../../main/domain/orders/order.ts';
import { closeDb, type WritableDb } from '../../main/store/database.ts';
import { readNumberClashes } from '../../main/store/diagnosis/number-clashes.ts';
import { cloudView, otherView, tell, threeVendorStore } from '../support/joined-views.ts';
import { uuidFor } from '../fixtures/iiko-cloud-order.ts';

const DAY_MS = 86_400_000;
const NO_LINKS = { movedFrom: null, movedTo: null, parent: null };
let db: WritableDb;
beforeEach(() => (db = threeVendorStore()));
afterEach(() => closeDb(db));

function order(seed: number, number: string, day: number, more: Partial<Order> = {}): Order {
  const view = cloudView(seed, null);
  const promised = { text: '', instant: (20_400 + day) * DAY_MS, certainty: 'exact' as const };
  const times = { ...view.times, created: promised, promised };
  return { ...view, number, links: NO_LINKS, times, ...more };
}

it('finds numbers that two orders of a venue share on one day', () => {
  const first = order(1, '100', 0);
  tell(db, 'iiko-cloud', [first, order(2, '101', 0), order(3, '100', 1)]);
  expect(readNumberClashes(db, 1000)).toMatchObject({ orders: 3, clashes: 0, number: '' });

  const moved = { ...NO_LINKS, movedTo: uuidFor(5, 'a') };
  tell(db, 'iiko-cloud', [order(4, '101', 0, { links: moved })]);
  tell(db, 'iiko-server', [otherView(order(6, '101', 0), 'iiko-server', uuidFor(6, 'e'))]);
  expect(readNumberClashes(db, 1000).clashes).toBe(0);

  tell(db, 'iiko-cloud', [order(7, '101', 0, { serviceType: 'common' })]);
  expect(readNumberClashes(db, 1000)).toMatchObject({ clashes: 1, number: '101' });
});

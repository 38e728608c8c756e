import { expect, it } from 'vitest';
import { closeDb } from '../../main/store/database.ts';
import { orderFacts } from '../../main/store/sync/day-facts.ts';
import { explain } from '../../main/store/sql.ts';
import { orderInfo } from '../fixtures/iiko-cloud-order.ts';
import { emptyStore, save } from '../support/store-with-orders.ts';

it("asks for a venue's day by its index, however many orders there are", () => {
  const db = emptyStore();
  save(
    db,
    Array.from({ length: 50 }, (_, index) => orderInfo(index + 1)),
  );
  db.raw.exec('ANALYZE');
  const place = { vendor: 'iiko-cloud', organizationId: 1, venueId: 1, day: 20_000, readId: 1 };
  const plan = explain(db, orderFacts(place));
  expect(plan).toContain(
    'SEARCH delivery USING COVERING INDEX delivery_by_promise_day (venue_id=? AND promised_day=?)',
  );
  expect(plan).not.toMatch(/delivery_identity USING PRIMARY KEY \(vendor=\?\)/);
  closeDb(db);
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeDb, type WritableDb } from '../../main/store/database.ts';
import { readQuarantine } from '../../main/store/orders/quarantine-list.ts';
import { removeQuarantined, saveQuarantined } from '../../main/store/orders/quarantine.ts';
import { run, sql } from '../../main/store/sql.ts';
import { toVendorKey } from '../../main/store/vendor-key.ts';
import { ORGANIZATION_ID } from '../fixtures/iiko-cloud-order.ts';
import { emptyStore, ZONE } from '../support/store-with-orders.ts';

const OTHER_ID = '0f0e0d0c-0b0a-0908-0706-050403020100';

let db: WritableDb;
beforeEach(() => {
  db = emptyStore();
  run(
    db,
    sql`
INSERT INTO organization (id, vendor, vendor_id, connection_id, name, zone, zone_origin, closing_hour, currency)
VALUES (2, 'iiko-cloud', ${toVendorKey(OTHER_ID)}, 1, 'Пермь', ${ZONE}, 'person', 5, 'RUB')`,
  );
});
afterEach(() => closeDb(db));

const BOTH = new Map([
  [ORGANIZATION_ID, { id: 1 }],
  [OTHER_ID, { id: 2 }],
]);
const place = (observedAt: number, organizations: ReadonlyMap<string, { id: number }> = BOTH) => ({
  connectionId: 1,
  organizations,
  observedAt,
});
const entry = (vendorId: string, payload: string) => ({ vendorId, payload, reason: 'no-id' });
const kept = () =>
  readQuarantine(db, 10).map(({ at, organization, vendorId, payload }) => [
    at,
    organization,
    vendorId,
    payload,
  ]);

describe('the quarantine', () => {
  it('names the organization in whose list an order stood, and none where nobody can tell', () => {
    saveQuarantined(db, place(1), [{ ...entry('a', '{"a":1}'), organizationId: OTHER_ID }]);
    saveQuarantined(db, place(2), [entry('b', '{"b":1}')]);
    saveQuarantined(db, place(3, new Map([[ORGANIZATION_ID, { id: 1 }]])), [entry('c', '{}')]);
    expect(kept()).toEqual([
      [3, 'Екатеринбург', 'c', '{}'],
      [2, '', 'b', '{"b":1}'],
      [1, 'Пермь', 'a', '{"a":1}'],
    ]);
  });

  it('keeps the same answer once, as it was seen last', () => {
    saveQuarantined(db, place(1), [entry('a', 'ж<')]);
    saveQuarantined(db, place(7), [entry('a', 'ж<')]);
    expect(kept()).toEqual([[7, '', 'a', 'ж<']]);
  });

  it('lets go of what could be read after all', () => {
    saveQuarantined(db, place(1), [entry('a', '1'), entry('b', '2')]);
    removeQuarantined(db, 2, ['a']);
    removeQuarantined(db, 1, ['b', 'of another']);
    expect(kept()).toEqual([[1, '', 'a', '1']]);
  });
});

import { afterEach, expect, it } from 'vitest';
import { adoptZones } from '../../main/store/joining/adopt-zones.ts';
import { closeDb } from '../../main/store/database.ts';
import { readFirst, run, sql } from '../../main/store/sql.ts';
import { saveStructure } from '../../main/store/structure.ts';
import { uuidFor } from '../fixtures/iiko-cloud-order.ts';
import { threeVendorStore } from '../support/joined-views.ts';

const db = threeVendorStore();
afterEach(() => closeDb(db));

const KITCHEN = uuidFor(9, 'b');
const SERVER = {
  organizations: [
    {
      id: KITCHEN,
      name: 'Алматы',
      currency: null,
      country: '',
      version: '8.5',
      latitude: null,
      longitude: null,
    },
  ],
  venues: [
    {
      id: KITCHEN,
      organizationId: KITCHEN,
      name: 'Алматы',
      address: '',
      timeZone: '',
      posVersion: '8.5',
      sleeping: false,
    },
  ],
};
const owner = { connectionId: 3, vendor: 'iiko-server', fallbackZone: 'Europe/Moscow', now: 0 };
const kept = () =>
  readFirst(db, sql`SELECT currency, zone FROM organization WHERE name = 'Алматы'`);

it('takes currency and clock of a server from the system that names them, and keeps them', () => {
  saveStructure(db, owner, SERVER);
  expect(kept()).toEqual({ currency: 'RUB', zone: 'Europe/Moscow' });
  run(db, sql`UPDATE organization SET currency = 'KZT', zone = 'Asia/Almaty' WHERE id = 1`);
  run(
    db,
    sql`
UPDATE venue
   SET joined_to = (SELECT min(id) FROM venue WHERE organization_id = 1)
 WHERE name = 'Алматы'`,
  );
  adoptZones(db, 3);
  expect(kept()).toEqual({ currency: 'KZT', zone: 'Asia/Almaty' });
  saveStructure(db, owner, SERVER);
  expect(kept()).toMatchObject({ currency: 'KZT' });
});

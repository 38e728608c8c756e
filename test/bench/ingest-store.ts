import type { createChain } from '../../main/demo/create-chain.ts';
import { openWritable, type WritableDb } from '../../main/store/database.ts';
import { toVendorKey } from '../../main/store/vendor-key.ts';

export type Chain = ReturnType<typeof createChain>;

/** A store with one connection and the chain's organizations and venues, and no order. */
export function openFilled(chain: Chain, path: string): WritableDb {
  const db = openWritable(path);
  db.raw.exec(`
INSERT INTO connection (id, vendor, name, settings, login_hash, history_days, poll_seconds, created_at)
VALUES (1, 'iiko-cloud', '', '{}', x'00', 7, 30, 0)`);
  const organization = db.raw.prepare(`
INSERT INTO organization (vendor, vendor_id, connection_id, name, zone, zone_origin, currency)
VALUES ('iiko-cloud', ?, 1, '', ?, 'vendor', 'RUB')`);
  const venue = db.raw.prepare(`
INSERT INTO venue (organization_id, vendor_id, name, name_order)
VALUES ((SELECT id FROM organization WHERE vendor_id = ?), ?, ?, ?)`);
  const seen = new Set<string>();
  for (const { id, organizationId, name, zone } of chain.truth.venues) {
    if (!seen.has(organizationId)) organization.run(toVendorKey(organizationId), zone);
    seen.add(organizationId);
    venue.run(toVendorKey(organizationId), toVendorKey(id), name, name);
  }
  return db;
}

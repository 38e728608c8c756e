import { createHash } from 'node:crypto';
import type { Quarantined } from '../../domain/orders/order.ts';
import type { WritableDb } from '../database.ts';
import { packBlock } from './payload-packing.ts';
import { run, sql } from '../sql.ts';

/** Keeps what could not be read, once per content, with its reason. */
export function saveQuarantined(
  db: WritableDb,
  place: Place,
  quarantined: readonly Quarantined[],
): void {
  for (const entry of quarantined) saveEntry(db, place, entry);
}

type Place = Readonly<{ connectionId: number; organizationId: number; observedAt: number }>;

function saveEntry(
  db: WritableDb,
  { connectionId, organizationId, observedAt }: Place,
  { vendorId, reason, payload }: Quarantined,
): void {
  const hash = createHash('sha256').update(payload).digest().subarray(0, 16);
  run(
    db,
    sql`
INSERT INTO quarantine (connection_id, organization_id, vendor_id, reason, payload, payload_hash, seen_at)
VALUES (${connectionId}, ${organizationId}, ${vendorId}, ${reason}, ${packBlock([Buffer.from(payload)], null).bytes}, ${hash}, ${observedAt})
ON CONFLICT (organization_id, payload_hash) DO UPDATE SET seen_at = excluded.seen_at`,
  );
}

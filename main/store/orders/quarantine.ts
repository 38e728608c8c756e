import { createHash } from 'node:crypto';
import type { Quarantined } from '../../domain/orders/order.ts';
import type { WritableDb } from '../database.ts';
import { packBlock } from './payload-packing.ts';
import { run, sql } from '../sql.ts';

/** Whose an answer was, by the vendor's ids, and when it came. */
type Place = Readonly<{
  connectionId: number;
  organizations: ReadonlyMap<string, Readonly<{ id: number }>>;
  observedAt: number;
}>;

/** Keeps what could not be read, once per content, with its reason. */
export function saveQuarantined(
  db: WritableDb,
  place: Place,
  quarantined: readonly Quarantined[],
): void {
  for (const entry of quarantined) saveEntry(db, place, organizationOf(place, entry), entry);
}

/** Null where nobody can tell which of several it is. */
function organizationOf({ organizations }: Place, { organizationId }: Quarantined): number | null {
  const [only, ...others] = organizations.values();
  const named = organizations.get(organizationId ?? '');
  return named?.id ?? (others.length === 0 ? (only?.id ?? null) : null);
}

/** What could be read after all is in the quarantine no longer. */
export function removeQuarantined(
  db: WritableDb,
  connectionId: number,
  vendorIds: readonly string[],
): void {
  run(
    db,
    sql`
DELETE FROM quarantine
 WHERE connection_id = ${connectionId}
   AND vendor_id IN (SELECT value FROM json_each(${JSON.stringify(vendorIds)}))`,
  );
}

function saveEntry(
  db: WritableDb,
  { connectionId, observedAt }: Place,
  organizationId: number | null,
  { vendorId, reason, payload }: Quarantined,
): void {
  const hash = createHash('sha256').update(payload).digest().subarray(0, 16);
  run(
    db,
    sql`
INSERT INTO quarantine (connection_id, organization_id, vendor_id, reason, payload, payload_hash, seen_at)
VALUES (${connectionId}, ${organizationId}, ${vendorId}, ${reason}, ${packBlock([Buffer.from(payload)], null).bytes}, ${hash}, ${observedAt})
ON CONFLICT (connection_id, payload_hash) DO UPDATE SET seen_at = excluded.seen_at`,
  );
}

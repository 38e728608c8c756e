import type { Instant } from '../../domain/orders/order.ts';
import type { ReadableDb } from '../database.ts';
import { readFirst, sql } from '../sql.ts';

/** When iiko Cloud last told an organization's zones; null: never. */
export const readZonesReadAt = (db: ReadableDb, organizationId: number): Instant | null =>
  readFirst<{ at: Instant | null }>(
    db,
    sql`
SELECT max(read_at) AS at
  FROM dictionary_entry
 WHERE organization_id = ${organizationId}
   AND kind = 'delivery-zone'
   AND deleted = 0`,
  )!.at;

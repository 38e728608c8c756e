import { Failure } from '../../domain/failure.ts';
import type { Instant } from '../../domain/orders/order.ts';
import type { Outside } from '../../outside.ts';
import type { OrderSource } from '../../sources/order-source.ts';
import type { WritableDb } from '../../store/database.ts';
import { saveDictionary } from '../../store/dictionaries.ts';
import { readOrganization } from '../../store/organizations.ts';

/** Opens a connection's source with its kept login; rejects with a Failure. */
export type OpenSource = (connectionId: number) => Promise<Readonly<{ source: OrderSource }>>;

const LIMIT_MS = 60_000;

/**
 * Asks iiko for an organization's zones, hours and fees now, and keeps them: a sync asks once a day,
 * and whoever has just entered something wants to see it. Rejects with the vendor's Failure.
 */
export async function readRestrictionsNow(
  db: WritableDb,
  outside: Pick<Outside, 'now'>,
  openSource: OpenSource,
  organizationId: number,
): Promise<Readonly<{ readAt: Instant; zones: number }>> {
  const organization = readOrganization(db, organizationId);
  if (!organization) throw new Failure('not-found', 'zone-coverage.no-organization');
  const { id, vendorId, connectionId } = organization;
  const { source } = await openSource(connectionId);
  const limit = AbortSignal.timeout(LIMIT_MS);
  for await (const read of source.fetchDictionaries([vendorId], limit, ['delivery-zone'])) {
    if ('failure' in read) throw read.failure;
    const readAt = outside.now();
    saveDictionary(db, id, read.kind, read.entries, readAt);
    return { readAt, zones: read.entries.length };
  }
  throw new Failure('refused', 'zone-coverage.not-told', { vendor: organization.vendor });
}

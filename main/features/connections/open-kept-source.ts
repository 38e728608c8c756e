import { openSource, sourceKindOf } from '../../sources/catalogue.ts';
import type { OrderSource, RequestLogEntry, SourceLimits } from '../../sources/order-source.ts';
import { findConnection } from './connection-view.ts';
import { sourceOutside, type ConnectionWork } from './connection-outside.ts';
import { openSecret } from './secrets.ts';

/**
 * Opens a connection's source with its kept login; `heard` is told of every finished request. Fails with `not-found` `connections.absent` or
 * `refused` `connections.secret-lost`.
 */
export async function openKeptSource(
  work: ConnectionWork,
  connectionId: number,
  heard: (entry: RequestLogEntry) => void = () => {},
): Promise<Readonly<{ source: OrderSource; limits: SourceLimits }>> {
  const { vendor, settings } = findConnection(work.db, connectionId);
  const secret = await openSecret(work.db, work.outside, connectionId);
  const outside = sourceOutside(work);
  const logRequest = (entry: RequestLogEntry): void => {
    outside.logRequest(entry);
    heard(entry);
  };
  const source = openSource(vendor, settings, secret, { ...outside, logRequest });
  return { source, limits: sourceKindOf(vendor).limits };
}

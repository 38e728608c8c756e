import type { Instant } from './order.ts';
import { showsVersion, type ChainSegment } from '../revision-chain.ts';

/** A read of one whole local day by window, in one zone. */
export type DayRead = Readonly<{
  id: number;
  startedAt: Instant;
  finishedAt: Instant;
  /** The newest revision of its parts: a change above it came later. */
  maxRevision: number;
  /** Entries that could not be read. */
  quarantined: number;
}>;

/** What was found when an order was asked for by its id. */
export type Confirmation = Readonly<{
  /** Its version; null when the vendor no longer has it. */
  version: number | null;
  gone: boolean;
  deleted: boolean;
  /** The newest day read before it was asked. */
  afterRead: number;
  attempts: number;
}>;

/** One order that the store or the window places on the day. */
export type OrderFacts = Readonly<{
  vendorId: string;
  /** Newest state in the store; `here` when it places the order on this venue and day. */
  stored: Readonly<{
    version: number;
    here: boolean;
    seenByChain: number | null;
    createdAt: Instant | null;
  }> | null;
  /** What the newest read of the day showed, and the revision of that part. */
  window: Readonly<{ version: number; revision: number }> | null;
  confirmed: Confirmation | null;
}>;

/**
 * How an order stands between the two ways. `confirming`: found by id, waits for the next window.
 * `gone`: the vendor no longer has it. `behind`: the chain has not come so far. `gap`: changed while
 * no chain was open. `one-way`: older than any chain.
 */
export type Standing =
  | 'agreed'
  | 'different'
  | 'confirming'
  | 'gone'
  | 'behind'
  | 'gap'
  | 'one-way';
type Ways = Readonly<{ segments: readonly ChainSegment[]; read: DayRead | null }>;

/** The order's standing: what the window and the chain say of its newest version. */
export function standingOf(order: OrderFacts, facts: Ways): Standing {
  const { stored } = order;
  if (!stored) return 'different';
  const byWindow = windowStanding(order, stored, facts.read);
  if (byWindow !== 'agreed' || !stored.here) return byWindow;
  return chainStanding(order, stored, facts);
}

function windowStanding(
  { window, confirmed }: OrderFacts,
  stored: NonNullable<OrderFacts['stored']>,
  read: DayRead | null,
): Standing {
  if (!read) return 'agreed';
  if (window) {
    const later = stored.version > window.revision;
    const same = stored.version === window.version && stored.here;
    return later || same ? 'agreed' : 'different';
  }
  if (!stored.here || stored.version > read.maxRevision) return 'agreed';
  if (confirmed?.gone) return confirmed.afterRead < read.id ? 'gone' : 'confirming';
  const deleted = confirmed?.deleted === true && confirmed.version === stored.version;
  return deleted ? 'agreed' : 'different';
}

function chainStanding(
  { window, confirmed }: OrderFacts,
  { version, seenByChain }: NonNullable<OrderFacts['stored']>,
  { segments, read }: Ways,
): Standing {
  const shown = segments.some((segment) => showsVersion(segment, version));
  if (shown && seenByChain === version) return 'agreed';
  if (confirmed && confirmed.version === version) {
    const again = read !== null && read.id > confirmed.afterRead && window?.version === version;
    return again || confirmed.deleted ? 'agreed' : 'confirming';
  }
  if (shown) return 'different';
  const [first] = segments;
  const last = segments.at(-1);
  if (!first || !last || version <= first.fromRevision) return 'one-way';
  return version > last.toRevision && last.broken === null ? 'behind' : 'gap';
}

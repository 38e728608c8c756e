import type { z } from 'zod';
import type { Currency } from '../domain/money.ts';
import type { Zone } from '../domain/local-time.ts';
import type { Instant, ObservedOrder, Order, Quarantined } from '../domain/orders/order.ts';
import type { Stage } from '../domain/orders/stage.ts';
import type { ProbeStep } from '../domain/probe-step.ts';
import type { SourceOrganization, SourceVenue } from '../domain/structure.ts';
import type { TrustedTls } from '../domain/trusted-tls.ts';

/** What a vendor keeps names of; not every vendor has all of them. */
export type DictionaryKind =
  | 'marketing-source'
  | 'order-type'
  | 'payment-type'
  | 'cancel-cause'
  | 'courier'
  | 'region'
  | 'city'
  | 'street'
  | 'delivery-zone'
  | 'product';

/** One entry of a vendor's dictionary; `detail` is the vendor's object, kept whole. */
export type DictionaryEntry = Readonly<{
  kind: DictionaryKind;
  organizationId: string;
  id: string;
  name: string;
  deleted: boolean;
  detail: unknown;
}>;

/** What the vendor's own report says of a venue's day, apart from its orders. */
export type DayTotals = Readonly<{ day: string; orders: number; sumMinor: number }>;

/** What a source must know of an organization to read its orders exactly. */
export type OrganizationContext = Readonly<{ id: string; zone: Zone; currency: Currency }>;

/** One answer of the vendor: whole orders, never differences. */
export type OrderRead = Readonly<{
  /** The vendor's revision up to which this answer is true (`iiko-api.md` 1.3); 0 if it names none. */
  maxRevision: number;
  /** The vendor's clock when it answered. */
  serverTime: Instant;
  orders: readonly ObservedOrder[];
  quarantined: readonly Quarantined[];
  /** For the sync log: what the vendor's support asks for. */
  correlationId: string;
}>;

/** A part of a window that the vendor agreed to answer; bounds are the venue's local time texts. */
export type WindowRead = OrderRead & Readonly<{ fromLocal: string; toLocal: string }>;

/**
 * A system that gives orders. Every method rejects with a `Failure` only; each observes `signal`.
 * `serverTime` and revisions come from the vendor, never from the PC's clock.
 */
export type OrderSource = Readonly<{
  /** The vendor's clock as of the latest answer plus the time since; null before any answer. */
  serverNow(): Instant | null;
  fetchOrganizations(signal: AbortSignal): Promise<readonly SourceOrganization[]>;
  fetchVenues(
    organizationIds: readonly string[],
    signal: AbortSignal,
  ): Promise<readonly SourceVenue[]>;
  /** Ids of the venues that answer now. */
  fetchAliveVenues(
    venues: readonly SourceVenue[],
    signal: AbortSignal,
  ): Promise<ReadonlySet<string>>;
  /**
   * Yields one dictionary at a time, all of them or those of `kinds`; one that the key has no right
   * to is yielded as a Failure.
   */
  fetchDictionaries(
    organizationIds: readonly string[],
    signal: AbortSignal,
    kinds?: readonly DictionaryKind[],
  ): AsyncIterable<
    | Readonly<{ kind: DictionaryKind; entries: readonly DictionaryEntry[] }>
    | Readonly<{ kind: DictionaryKind; failure: unknown }>
  >;
  /**
   * Orders promised in [fromLocal, toLocal] of the organization's local time, split as far as the
   * vendor demands. The parts come in order, do not overlap and cover the whole window.
   */
  fetchOrdersPromised(
    organization: OrganizationContext,
    fromLocal: string,
    toLocal: string,
    signal: AbortSignal,
  ): AsyncIterable<WindowRead>;
  /**
   * Orders changed after the revision; `conflict` `source.revision-too-old` when too far behind,
   * `refused` `source.no-revisions` where the limits name none, or the login has no right to them.
   */
  fetchOrdersChanged(
    organizations: readonly OrganizationContext[],
    afterRevision: number,
    signal: AbortSignal,
  ): Promise<OrderRead>;
  /** The named orders as they are now; those that the vendor no longer has are simply absent. */
  fetchOrdersById(
    organization: OrganizationContext,
    ids: readonly string[],
    signal: AbortSignal,
  ): Promise<OrderRead>;
  /** Tries the connection step by step, from the token to a day of orders; never rejects. */
  probe(signal: AbortSignal): AsyncIterable<ProbeStep>;
  /** Totals of [fromDay, toDay] by the vendor's own report: another path to the same truth. */
  fetchDayTotals?(
    organization: OrganizationContext,
    fromDay: string,
    toDay: string,
    signal: AbortSignal,
  ): Promise<readonly DayTotals[]>;
  /** Gives back what the vendor counts, a licence slot; absent where nothing is held. Never rejects. */
  close?(): Promise<void>;
}>;

/** How one system's statuses map onto stages. */
export type StatusVocabulary = Readonly<{
  system: string;
  statuses: readonly Readonly<{ code: string; stage: Stage }>[];
}>;

/** What a source guarantees, so that the sync plans by it and not by the vendor's name. */
export type SourceLimits = Readonly<{
  /** How many days back orders are guaranteed. */
  historyDays: number;
  /**
   * How far behind a revision may lag, in milliseconds; null: the source tells no changes, so its
   * windows are read again and again.
   */
  revisionLagMs: number | null;
  /** Whether orders carry a version; without, the newest reading of an order is its newest version. */
  versions: boolean;
  /** How often a window that still changes is read again, in milliseconds. */
  windowAgainMs: number;
  /** How far ahead orders may be promised, in days. */
  preOrderDays: number;
  maxIdsPerRequest: number;
  /** How many days back whole days can be read for a history; absent: there is none to fill. */
  backFillDays?: number;
}>;

/** Keeps what must be given back even after a crash, sealed; `key` names a login without showing it. */
export type SessionKeeper = Readonly<{
  keep(key: string, session: string | null): Promise<void>;
  kept(key: string): Promise<string | null>;
}>;

/** What the outside gives every source: the only ways to the world. */
export type SourceOutside = Readonly<{
  fetch: typeof globalThis.fetch;
  now(): number;
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  random(): number;
  /** Called for every finished request; never with secrets or personal data. */
  logRequest(entry: RequestLogEntry): void;
  /** Absent where no TLS is spoken. */
  tls?: TrustedTls;
  /** Absent where nothing outlives the program. */
  sessions?: SessionKeeper;
}>;

/** A finished request for the sync log: no secrets, no personal data. */
export type RequestLogEntry = Readonly<{
  path: string;
  status: number | null;
  elapsedMs: number;
  bytes: number;
  attempt: number;
  correlationId: string | null;
  /** Failure code when the request did not succeed. */
  failure: string | null;
}>;

/** One kind of outside system that the product can be connected to. */
export type SourceKind<Settings, Secret> = Readonly<{
  vendor: string;
  /** What a person may set; checks and completes input before `open` sees it. */
  settings: z.ZodType<Settings>;
  /** What is sealed by the host. */
  secret: z.ZodType<Secret>;
  limits: SourceLimits;
  vocabulary: StatusVocabulary;
  open(settings: Settings, secret: Secret, outside: SourceOutside): OrderSource;
  /** Reads a payload of the journal again, as this version of the program understands it. */
  readPayload(payload: string, organization: OrganizationContext): Order | null;
}>;

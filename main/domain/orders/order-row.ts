import type { Instant, ServiceType } from './order.ts';
import type { Stage } from './stage.ts';

/** One line of the list. Phone is already masked when the profile may not see it. */
export type OrderRow = Readonly<{
  id: number;
  number: string;
  externalNumber: string;
  stage: Stage;
  /** The vendor's own code, shown when the stage is unknown. */
  status: string;
  venueId: number | null;
  venue: string;
  createdAt: Instant | null;
  promisedAt: Instant | null;
  cookingStartAt: Instant | null;
  /** IANA zone of the venue, for showing times. */
  zone: string;
  city: string;
  /** Street, for clipping in the middle: the house below must always stay visible. */
  street: string;
  house: string;
  flat: string;
  /** Whole address when the vendor sends one line only. */
  addressLine: string;
  guest: string;
  phone: string;
  source: string;
  sourceKey: string;
  sumMinor: number;
  currency: string;
  courier: string;
  operator: string;
  deliveryZone: string;
  serviceType: ServiceType;
  problem: string | null;
  highRisk: boolean;
  checked: boolean;
  comment: string;
  timeUncertain: boolean;
}>;

/** One change of an order as the journal keeps it. */
export type JournalEntry = Readonly<{
  versionId: number;
  version: number;
  observedAt: Instant;
  path: 'revision' | 'window' | 'id';
  changes: readonly Readonly<{ field: string; before: string; after: string }>[];
}>;

/** An earlier order of the same customer. */
export type PreviousOrder = Readonly<{
  id: number;
  number: string;
  createdAt: Instant | null;
  stage: Stage;
  sumMinor: number;
  currency: string;
  venue: string;
}>;

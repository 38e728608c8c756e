import type { Currency } from './money.ts';

/** A legal or working unit of the chain as the vendor knows it. */
export type SourceOrganization = Readonly<{
  id: string;
  name: string;
  /** null: the system names none. */
  currency: Currency | null;
  country: string;
  version: string;
  latitude: number | null;
  longitude: number | null;
}>;

/** A venue (iiko: terminal group). `timeZone` is the vendor's own text, to be read with care. */
export type SourceVenue = Readonly<{
  id: string;
  organizationId: string;
  name: string;
  address: string;
  timeZone: string;
  posVersion: string;
  sleeping: boolean;
}>;

/** The chain's structure as a source tells it. */
export type Structure = Readonly<{
  organizations: readonly SourceOrganization[];
  venues: readonly SourceVenue[];
}>;

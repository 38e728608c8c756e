import { Failure, type FailureData } from '../../domain/failure.ts';
import type { OrderSource } from '../../sources/order-source.ts';
import { readConnections } from '../../store/connections.ts';
import type { ReadableDb } from '../../store/database.ts';
import {
  readOrganizations,
  readVenues,
  type StoredOrganization,
  type StoredVenue,
} from '../../store/organizations.ts';
import type { DiagnosisParts } from './diagnosis-parts.ts';

/** The venue of the till as the store knows it, with its organization. */
export type KnownVenue = Readonly<{ venue: StoredVenue; organization: StoredOrganization }>;

/** An open source for the links that ask the Cloud; `venue` null: nobody named one of several. */
export type CloudTalk = Readonly<{
  source: OrderSource;
  venue: KnownVenue | null;
  venues: readonly KnownVenue[];
}>;

/** Opens the connection of the till's venue; null where nothing is connected. Rejects with a Failure. */
export async function openCloudTalk(
  { db, openSource }: DiagnosisParts,
  venueId: number | null,
): Promise<CloudTalk | null> {
  const venues = knownVenues(db);
  const named = venues.find(({ venue }) => venue.id === venueId);
  const venue = named ?? (venues.length === 1 ? venues[0]! : null);
  const connectionId = venue?.organization.connectionId ?? readConnections(db)[0]?.id;
  if (connectionId === undefined) return null;
  const { source } = await openSource(connectionId);
  const own = venues.filter(({ organization }) => organization.connectionId === connectionId);
  return { source, venue, venues: own };
}

/** Venues that the vendor told of; those that only an order named have no name. */
export const knownVenues = (db: ReadableDb): readonly KnownVenue[] =>
  readConnections(db).flatMap(({ id }) =>
    readOrganizations(db, id).flatMap((organization) =>
      readVenues(db, organization.id)
        .filter(({ name }) => name !== '')
        .map((venue) => ({ venue, organization })),
    ),
  );

/** An expected failure as data; anything else is a bug and goes on. */
export function failureData(error: unknown): FailureData {
  if (error instanceof Failure) return error.toData();
  throw error;
}

import type { OrganizationContext } from '../../sources/order-source.ts';
import type { ReadableDb } from '../../store/database.ts';
import { readVenues, readWantedOrganizations } from '../../store/organizations.ts';
import type { StoredOrganization } from '../../store/organizations.ts';
import type { OrganizationPlace } from '../../store/orders/save-orders.ts';

/** Whose orders are wanted, in every form the run needs. */
export type SyncScope = Readonly<{
  organizations: readonly StoredOrganization[];
  contexts: readonly OrganizationContext[];
  /** By the vendor's id. */
  places: ReadonlyMap<string, OrganizationPlace>;
  /** Venues to state, by organization: the chosen ones, or all when none was chosen. */
  venueIds: ReadonlyMap<number, readonly number[]>;
  /** Names the set: another set needs another chain of revisions (`iiko-api.md` 1.3). */
  text: string;
}>;

/** Reads what is wanted of a connection now. */
export function readScope(db: ReadableDb, connectionId: number): SyncScope {
  const organizations = readWantedOrganizations(db, connectionId);
  const venueIds = new Map<number, readonly number[]>();
  const names: string[] = [];
  for (const organization of organizations) {
    const all = readVenues(db, organization.id);
    const chosen = all.filter((venue) => venue.chosen);
    venueIds.set(
      organization.id,
      (chosen.length > 0 ? chosen : all).map(({ id }) => id),
    );
    names.push(
      [organization.id, ...chosen.map(({ id }) => id).toSorted((a, b) => a - b)].join(':'),
    );
  }
  return {
    organizations,
    contexts: organizations.map(contextOf),
    places: new Map(organizations.map((place) => [place.vendorId, place])),
    venueIds,
    text: names.toSorted().join(','),
  };
}

/** What a source must know of an organization. */
export const contextOf = (organization: StoredOrganization): OrganizationContext => ({
  id: organization.vendorId,
  zone: organization.zone,
  currency: organization.currency,
});

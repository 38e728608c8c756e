import type { Connection, ConnectionOrganization } from '../../../main/contract/connections.ts';
import type { Client } from '../../../main/contract/index.ts';

/** What a person may decide about one organization. */
export type OrganizationDraft = Readonly<{
  zone: string;
  closingHour: number;
  chosen: boolean;
  chosenVenueIds: readonly number[];
}>;

/** Drafts by organization. */
export type OrganizationDrafts = Readonly<Record<number, OrganizationDraft>>;

const draftOf = (organization: ConnectionOrganization): OrganizationDraft => ({
  zone: organization.zone,
  closingHour: organization.closingHour,
  chosen: organization.chosen,
  chosenVenueIds: organization.venues.filter(({ chosen }) => chosen).map(({ id }) => id),
});

/** The drafts as the connection stands now. */
export const draftsOf = ({ organizations }: Connection): OrganizationDrafts =>
  Object.fromEntries(organizations.map((one) => [one.id, draftOf(one)]));

const same = (left: OrganizationDraft, right: OrganizationDraft): boolean =>
  JSON.stringify({ ...left, chosenVenueIds: left.chosenVenueIds.toSorted() }) ===
  JSON.stringify({ ...right, chosenVenueIds: right.chosenVenueIds.toSorted() });

/** Saves the organizations whose draft differs from the connection; answers how many. */
export async function saveDrafts(
  client: Client,
  connection: Connection,
  drafts: OrganizationDrafts,
): Promise<number> {
  const before = draftsOf(connection);
  let saved = 0;
  for (const { id } of connection.organizations) {
    const draft = drafts[id];
    const kept = before[id];
    if (!draft || !kept || same(draft, kept)) continue;
    await client.connections.changeOrganization({
      organizationId: id,
      ...draft,
      chosenVenueIds: [...draft.chosenVenueIds],
    });
    saved += 1;
  }
  return saved;
}

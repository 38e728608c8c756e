import type { ProvisioningFile, ProvisioningStep } from '../../contract/provisioning.ts';
import { readConnection, readConnections } from '../../store/connections.ts';
import type { ReadableDb } from '../../store/database.ts';
import { saveOrganizationChoice } from '../../store/organization-choice.ts';
import {
  readOrganization,
  readOrganizations,
  readVenues,
  type StoredOrganization,
} from '../../store/organizations.ts';
import { isNamed } from './is-named.ts';
import { noted } from './noted.ts';
import type { Plan, ProvisioningParts } from './provisioning-parts.ts';

type Wanted = ProvisioningFile['connections'][number]['organizations'][number];

type Stored = Readonly<{
  steps: readonly ProvisioningStep[];
  connectionIds: readonly number[];
  /** Organizations whose zone or closing hour is another now. */
  moved: readonly number[];
}>;

/** Stores connections with what the file says of their organizations. */
export function storeConnections(parts: ProvisioningParts, plan: Plan): Stored {
  const done = plan.connections.map(({ entry, ready }) => {
    const { id, step } = storeConnection(parts.db, () => ready.store());
    const choices = entry.organizations.flatMap((wanted) => storeChoice(parts.db, id, wanted));
    return { id, steps: [step, ...choices.map((one) => one.step)], choices };
  });
  return {
    steps: done.flatMap(({ steps }) => steps),
    connectionIds: done.map(({ id }) => id),
    moved: done.flatMap(({ choices }) => choices.flatMap((one) => (one.moved ? [one.id] : []))),
  };
}

/** When the vendor answered last is no change of the connection. */
const shown = (db: ReadableDb, id: number): string =>
  JSON.stringify({ ...readConnection(db, id), contactAt: null });

function storeConnection(
  db: ReadableDb,
  store: () => number,
): Readonly<{ id: number; step: ProvisioningStep }> {
  const before = new Map(readConnections(db).map(({ id }) => [id, shown(db, id)]));
  const id = store();
  const same = before.get(id) === shown(db, id) ? 'same' : 'change';
  const change = before.has(id) ? same : 'add';
  return { id, step: { what: 'connection', change, name: readConnection(db, id)?.name ?? '' } };
}

function storeChoice(
  db: ProvisioningParts['db'],
  connectionId: number,
  wanted: Wanted,
): readonly Readonly<{ id: number; step: ProvisioningStep; moved: boolean }>[] {
  const known = readOrganizations(db, connectionId).find((one) =>
    isNamed({ id: one.vendorId, name: one.name }, wanted.organization),
  );
  if (known === undefined) return [];
  const read = (): unknown => [readOrganization(db, known.id), readVenues(db, known.id)];
  const step = noted('organization', known.name, read, () =>
    saveOrganizationChoice(db, known.id, choiceOf(db, known, wanted)),
  );
  const now = readOrganization(db, known.id);
  const moved = now?.zone !== known.zone || now.closingHour !== known.closingHour;
  return [{ id: known.id, step, moved }];
}

function choiceOf(db: ReadableDb, known: StoredOrganization, wanted: Wanted) {
  const venues = readVenues(db, known.id);
  const named = wanted.venues;
  const chosen =
    named === undefined
      ? venues.filter((venue) => venue.chosen)
      : venues.filter((venue) =>
          named.some((name) => isNamed({ id: venue.vendorId, name: venue.name }, name)),
        );
  return {
    zone: wanted.zone ?? known.zone,
    closingHour: wanted.closingHour ?? known.closingHour,
    chosen: wanted.chosen ?? true,
    chosenVenueIds: chosen.map(({ id }) => id),
  };
}

import type { TerminalPlace } from '../../contract/zone-coverage.ts';
import type { ReadableDb } from '../../store/database.ts';
import {
  readCoverageOrganizations,
  readCoverageTerminals,
  readOrdersMiddles,
  type CoverageOrganization,
  type CoverageTerminal,
} from '../../store/zone-coverage/coverage-places.ts';
import { findOwn } from './find-own-address.ts';

/**
 * Where each terminal stands: where a person put it, else where orders to its own address went, else
 * where its organization stands when it has no other terminal, else amid its orders.
 */
export function readTerminalPlaces(db: ReadableDb): ReadonlyMap<number, TerminalPlace | null> {
  const terminals = readCoverageTerminals(db);
  const organizations = new Map(readCoverageOrganizations(db).map((one) => [one.id, one]));
  const told = new Map(
    terminals.map((terminal) => {
      const place =
        ownPlace(terminal) ??
        addressPlace(db, terminal) ??
        organizationPlace(terminals, organizations, terminal);
      return [terminal.id, place];
    }),
  );
  // Costs a look at many orders: only where something is left to be found.
  if (![...told.values()].includes(null)) return told;
  const middles = readOrdersMiddles(db);
  return new Map(
    [...told].map(([id, place]) => {
      const at = middles.get(id);
      return [id, place ?? (at ? { at, origin: 'orders' } : null)];
    }),
  );
}

function ownPlace({ longitude, latitude }: CoverageTerminal): TerminalPlace | null {
  if (longitude === null || latitude === null) return null;
  return { at: [longitude, latitude], origin: 'person' };
}

function addressPlace(db: ReadableDb, { address }: CoverageTerminal): TerminalPlace | null {
  const answer = address === '' ? null : findOwn(db, address);
  return answer?.type === 'found' ? { at: answer.candidate.at, origin: 'address' } : null;
}

function organizationPlace(
  terminals: readonly CoverageTerminal[],
  organizations: ReadonlyMap<number, CoverageOrganization>,
  { organizationId }: CoverageTerminal,
): TerminalPlace | null {
  const alone = terminals.filter((one) => one.organizationId === organizationId).length === 1;
  const { longitude = null, latitude = null } = organizations.get(organizationId) ?? {};
  const known = longitude !== null && latitude !== null && (longitude !== 0 || latitude !== 0);
  return alone && known ? { at: [longitude, latitude], origin: 'organization' } : null;
}

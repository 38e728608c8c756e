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
  const middles = readOrdersMiddles(db);
  return new Map(
    terminals.map((terminal) => {
      const alone = terminals.filter(
        ({ organizationId }) => organizationId === terminal.organizationId,
      );
      const organization = alone.length === 1 ? organizations.get(terminal.organizationId) : null;
      const middle = middles.get(terminal.id);
      const place =
        ownPlace(terminal) ??
        addressPlace(db, terminal) ??
        organizationPlace(organization) ??
        (middle ? ({ at: middle, origin: 'orders' } as const) : null);
      return [terminal.id, place];
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
  organization: CoverageOrganization | null | undefined,
): TerminalPlace | null {
  const { longitude = null, latitude = null } = organization ?? {};
  const known = longitude !== null && latitude !== null && (longitude !== 0 || latitude !== 0);
  return known ? { at: [longitude, latitude], origin: 'organization' } : null;
}

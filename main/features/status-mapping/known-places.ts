import { Failure } from '../../domain/failure.ts';
import { EVERYWHERE, type MappingChange } from '../../domain/status-mapping/status-mapping.ts';
import type { ReadableDb } from '../../store/database.ts';
import { isOrganization } from '../../store/status-mapping/status-places.ts';

/** Every change is for all or for an organization that is there: `not-found` `status-mapping.organization-absent`. */
export function requireKnownPlaces(db: ReadableDb, changes: readonly MappingChange[]): void {
  for (const id of new Set(changes.map(({ organizationId }) => organizationId))) {
    if (id !== EVERYWHERE && !isOrganization(db, id)) {
      throw new Failure('not-found', 'status-mapping.organization-absent');
    }
  }
}

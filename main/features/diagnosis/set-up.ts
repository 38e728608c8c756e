import type { DiagnosisQuestion, DiagnosisSetUp } from '../../contract/diagnosis.ts';
import type { ConfigTopology } from '../../domain/config-files/config-topology.ts';
import type { TopologyEvidence } from '../../domain/diagnosis/diagnosis-evidence.ts';
import { readConnections } from '../../store/connections.ts';
import type { ReadableDb } from '../../store/database.ts';
import { readOrganizations, readVenues } from '../../store/organizations.ts';
import { readProgramSetting } from '../../store/settings.ts';
import type { DiagnosisParts } from './diagnosis-parts.ts';

/** Name of the program's setting that keeps what was told. */
export const SET_UP = 'diagnosis.setUp';

const NOTHING_TOLD: DiagnosisSetUp = {
  venues: null,
  delivery: null,
  tariff: null,
  callCentreUrl: null,
  venueId: null,
};

/** What was told here, completed by what was told to the editor of local files. */
export async function readSetUp({ db, memory }: DiagnosisParts): Promise<DiagnosisSetUp> {
  const kept = readProgramSetting(db, SET_UP) as Partial<DiagnosisSetUp> | undefined;
  const topology = await memory.topology();
  const told = { ...NOTHING_TOLD, ...kept };
  return {
    ...told,
    venues: told.venues ?? topology?.venues ?? null,
    delivery: told.delivery ?? topology?.delivery ?? null,
    callCentreUrl: told.callCentreUrl ?? topology?.callCentreUrl ?? null,
  };
}

/** What the editor of local files knows already is not kept twice: there it may change. */
export function withoutTopology(
  told: DiagnosisSetUp,
  topology: ConfigTopology | null,
): DiagnosisSetUp {
  const own = <T>(value: T | null, known: T | null | undefined): T | null =>
    value === known ? null : value;
  return {
    ...told,
    venues: own(told.venues, topology?.venues),
    delivery: own(told.delivery, topology?.delivery),
    callCentreUrl: own(told.callCentreUrl, topology?.callCentreUrl),
  };
}

/** What is said for one run goes before what is kept. */
export function mergeSetUp(kept: DiagnosisSetUp, said: DiagnosisQuestion['setUp']): DiagnosisSetUp {
  return {
    venues: said?.venues ?? kept.venues,
    delivery: said?.delivery ?? kept.delivery,
    tariff: said?.tariff ?? kept.tariff,
    callCentreUrl: said?.callCentreUrl ?? kept.callCentreUrl,
    venueId: said?.venueId ?? kept.venueId,
  };
}

/** A venue that a till can belong to. */
export type VenueChoice = Readonly<{ id: number; name: string; organization: string }>;

/** Venues of every connection that this program has. */
export function readVenueChoices(db: ReadableDb): readonly VenueChoice[] {
  return readConnections(db).flatMap(({ id }) =>
    readOrganizations(db, id).flatMap((organization) =>
      readVenues(db, organization.id)
        .filter(({ name }) => name !== '')
        .map((venue) => ({ id: venue.id, name: venue.name, organization: organization.name })),
    ),
  );
}

/** Told by a person; else a chain where several venues or iikoChain show that it is one. */
export function topologyOf(
  setUp: DiagnosisSetUp,
  seen: Readonly<{ venues: number; chainOffice: boolean }>,
): TopologyEvidence {
  const { callCentreUrl, tariff, delivery } = setUp;
  const told = { callCentreUrl, tariff, delivery };
  if (setUp.venues !== null) return { venues: setUp.venues, ...told, origin: 'told' };
  // One venue only proves nothing: the login may see no more of the chain.
  return seen.chainOffice || seen.venues > 1
    ? { venues: 'chain', ...told, origin: 'found' }
    : { venues: null, ...told, origin: 'nobody' };
}

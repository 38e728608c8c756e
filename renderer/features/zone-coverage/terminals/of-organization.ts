import type {
  CoverageFinding,
  CoverageState,
  OrganizationCoverage,
} from '../../../../main/contract/zone-coverage.ts';
import { zoneKey } from '../../../../main/domain/zone-coverage/coverage-schedule.ts';

/** Keys of the zones that only other organizations speak of. */
function foreignKeys(
  { organizations }: CoverageState,
  own: OrganizationCoverage,
): ReadonlySet<string> {
  const keysOf = ({ schedule, iiko }: OrganizationCoverage): string[] => [
    ...schedule.rows.map(({ zone }) => zoneKey(zone)),
    ...(iiko?.zones ?? []).map(zoneKey),
  ];
  const keys = new Set(keysOf(own));
  const others = organizations.filter(({ id }) => id !== own.id).flatMap(keysOf);
  return new Set(others.filter((key) => !keys.has(key)));
}

/** The map's zones that may be an organization's: its own and nobody's. */
export function zonesOf(state: CoverageState, own: OrganizationCoverage): readonly string[] {
  const foreign = foreignKeys(state, own);
  return [...new Set(state.zones)].filter((zone) => !foreign.has(zoneKey(zone)));
}

/** What of the findings is about an organization. */
export function findingsOf(
  state: CoverageState,
  own: OrganizationCoverage,
): readonly CoverageFinding[] {
  const foreign = foreignKeys(state, own);
  const terminals = new Set(
    state.terminals.filter(({ organizationId }) => organizationId === own.id).map(({ id }) => id),
  );
  return state.findings.filter((finding) =>
    'zone' in finding ? !foreign.has(zoneKey(finding.zone)) : terminals.has(finding.venueId),
  );
}

import { assertNever } from '../assert-never.ts';
import type { ZoneFinding } from './zone-finding.ts';

/** Ready for iiko as it is, ready once repaired, or something only a person can mend. */
export type ZoneVerdict = 'ready' | 'repairable' | 'refused';

/**
 * What the findings of a set of zones come to. Slivers count, since iiko's own tolerance is not
 * documented (`iiko-local.md` 2.6); gaps, far zones and long rings are a matter of taste. A set
 * without zones has no findings: its reader refuses it.
 */
export function verdictOf(findings: readonly ZoneFinding[]): ZoneVerdict {
  const weights = findings.map(weightOf);
  if (weights.includes('refused')) return 'refused';
  return weights.includes('repairable') ? 'repairable' : 'ready';
}

function weightOf({ kind }: ZoneFinding): ZoneVerdict {
  switch (kind) {
    case 'gap':
    case 'outside-city':
    case 'too-many-vertices':
      return 'ready';
    case 'overlap':
    case 'sliver':
    case 'nested':
    case 'duplicate-zone':
    case 'duplicate-name':
    case 'empty-name':
    case 'self-intersection':
    case 'hole':
    case 'multi-part':
    case 'spike':
    case 'duplicate-vertex':
    case 'swapped-coordinates':
      return 'repairable';
    case 'too-few-vertices':
      return 'refused';
    default:
      return assertNever(kind);
  }
}

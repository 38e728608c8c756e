import type { Stage } from '../orders/stage.ts';
import type { StatusGroup } from './status-group.ts';
import { groupOf, type MappedStatus, type StatusMapping } from './status-mapping.ts';
import { stageOfStatus } from './status-vocabulary.ts';

/** What is impossible (`wrong`) or risky about a mapping, and the status it is about. */
export type MappingWarning = Readonly<{
  code: WarningCode;
  level: 'wrong' | 'risky';
  system: string;
  /** '' where the whole system is meant. */
  status: string;
}>;

/** Texts: `status-mapping.warning.<code>`. */
export type WarningCode =
  | 'nothing-paid'
  | 'cancelled-paid'
  | 'closed-cancelled'
  | 'closed-not-paid'
  | 'cancelled-in-work'
  | 'early-paid'
  | 'unmapped';

const BEFORE_COURIER: ReadonlySet<Stage> = new Set<Stage>([
  'unconfirmed',
  'new',
  'ready-for-cooking',
  'cooking',
  'cooked',
]);

const wrong = (code: WarningCode): readonly [WarningCode, MappingWarning['level']] => [
  code,
  'wrong',
];
const risky = (code: WarningCode): readonly [WarningCode, MappingWarning['level']] => [
  code,
  'risky',
];

/** What speaks against this stage in that group; null when nothing does. */
function findFault(stage: Stage, group: StatusGroup) {
  if (group === 'unmapped') return risky('unmapped');
  if (stage === 'cancelled' && group === 'paid') return wrong('cancelled-paid');
  if (stage === 'cancelled' && group === 'in-work') return risky('cancelled-in-work');
  if (stage === 'closed' && group === 'cancelled') return wrong('closed-cancelled');
  if (stage === 'closed' && group !== 'paid') return risky('closed-not-paid');
  if (BEFORE_COURIER.has(stage) && group === 'paid') return risky('early-paid');
  return null;
}

/**
 * Impossible and risky placements of the given statuses in one scope, wrong ones first. A system
 * in which nothing is a sale is named once (features 2.4; `roistat-mindbox.md` 1.3).
 */
export function mappingWarnings(
  mapping: StatusMapping,
  statuses: readonly MappedStatus[],
): readonly MappingWarning[] {
  const found: MappingWarning[] = [];
  const systems = new Set(statuses.map(({ system }) => system));
  for (const system of systems) {
    const own = statuses.filter((one) => one.system === system);
    if (own.some((one) => groupOf(mapping, one) === 'paid')) continue;
    found.push({ code: 'nothing-paid', level: 'wrong', system, status: '' });
  }
  for (const one of statuses) {
    const fault = findFault(stageOfStatus(one.system, one.status), groupOf(mapping, one));
    if (!fault) continue;
    const [code, level] = fault;
    found.push({ code, level, system: one.system, status: one.status });
  }
  return found.sort(
    (left, right) => Number(left.level === 'risky') - Number(right.level === 'risky'),
  );
}

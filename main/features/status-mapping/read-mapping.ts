import type { Handlers } from '../../contract/define.ts';
import type {
  MappingVersionStory,
  StatusBoard,
  statusMapping,
  UnmappedStatuses,
} from '../../contract/status-mapping.ts';
import { toEpochDay } from '../../domain/epoch-day.ts';
import { toldDifference } from '../../domain/status-mapping/mapping-history.ts';
import { groupOf, mappingOf } from '../../domain/status-mapping/status-mapping.ts';
import type { StatusTotal } from '../../domain/status-mapping/status-totals.ts';
import type { ReaderOutside } from '../../outside.ts';
import type { ReadableDb } from '../../store/database.ts';
import { hasRight } from '../../store/require-right.ts';
import { readDraftSteps } from '../../store/status-mapping/status-draft.ts';
import {
  readMappingVersions,
  readNewestMappingVersion,
  readStatusMapping,
} from '../../store/status-mapping/status-mapping.ts';
import { readOverdueStays } from '../../store/status-mapping/status-overdue.ts';
import {
  readMappingOrganizations,
  readMappingSystems,
} from '../../store/status-mapping/status-places.ts';
import { readStatusRules } from '../../store/status-mapping/status-rules.ts';
import { readStatusTotals } from '../../store/status-mapping/status-totals.ts';

type Period = Readonly<{ from: string; to: string }> | null;

/** The board, the badge, the history and the rules. */
export function readStatusMappingHandlers(
  db: ReadableDb,
  outside: Pick<ReaderOutside, 'now'>,
): Handlers<typeof statusMapping, 'list'> {
  return {
    overdue: () => readOverdueStays(db, outside.now()),
    board: ({ period }) => readBoard(db, period),
    unmapped: () => readUnmapped(db),
    versions: () => readStories(db),
    rules: () => readStatusRules(db),
  };
}

function readBoard(db: ReadableDb, period: Period): StatusBoard {
  const days = period && { from: toEpochDay(period.from), to: toEpochDay(period.to) };
  const ever = readStatusTotals(db, null);
  const totals = days === null ? ever : readStatusTotals(db, days);
  const money = hasRight(db, 'see-revenue');
  return {
    version: readNewestMappingVersion(db),
    entries: [...readStatusMapping(db, null).values()],
    draft: readDraftSteps(db),
    totals: money ? totals : totals.map((total) => ({ ...total, sumMinor: 0 })),
    seen: seenOf(ever),
    systems: readMappingSystems(db),
    organizations: readMappingOrganizations(db),
    money,
    mayEdit: hasRight(db, 'edit-statuses'),
  };
}

/** Orders of every status, whatever the organization and currency. */
function seenOf(totals: readonly StatusTotal[]): StatusBoard['seen'] {
  const seen = new Map<string, { system: string; status: string; orders: number }>();
  for (const { system, status, orders } of totals) {
    const key = JSON.stringify([system, status]);
    seen.set(key, { system, status, orders: orders + (seen.get(key)?.orders ?? 0) });
  }
  return [...seen.values()];
}

function readUnmapped(db: ReadableDb): UnmappedStatuses {
  const mapping = readStatusMapping(db, null);
  const left = readStatusTotals(db, null).filter((total) => groupOf(mapping, total) === 'unmapped');
  const seen = seenOf(left);
  return { statuses: seen.length, orders: seen.reduce((sum, { orders }) => sum + orders, 0) };
}

function readStories(db: ReadableDb): readonly MappingVersionStory[] {
  return readMappingVersions(db).map((version) => {
    const before = version.id === 1 ? mappingOf([]) : readStatusMapping(db, version.id - 1);
    return { ...version, changes: toldDifference(before, readStatusMapping(db, version.id)) };
  });
}

import type { Handlers } from '../../contract/define.ts';
import type { PlacedPage, zoneCoverage } from '../../contract/zone-coverage.ts';
import { Failure } from '../../domain/failure.ts';
import { zoneKey } from '../../domain/zone-coverage/coverage-schedule.ts';
import type { PlacedOrder } from '../../domain/zone-coverage/placed-order.ts';
import { tracedOrders } from '../../domain/zone-coverage/rehearsal/rehearsal-trace.ts';
import type { ReaderOutside } from '../../outside.ts';
import type { ReadableDb } from '../../store/database.ts';
import { hasRight } from '../../store/require-right.ts';
import { readPlacedOrders } from '../../store/zone-coverage/placed-orders.ts';
import { findDisagreements } from './disagreements.ts';
import { rehearse, type RehearsalProgress, type RehearsalRun } from './rehearse.ts';

/** Two drafts against the present map, and one more. */
const KEPT_RUNS = 3;

type ReportHandlers = Handlers<typeof zoneCoverage, 'report'>;

/** Rehearsals and the orders behind their figures. */
export function reportZoneCoverage(db: ReadableDb, outside: ReaderOutside): ReportHandlers {
  const runs = new Map<string, RehearsalRun>();
  const running = new Map<string, RehearsalProgress>();
  return {
    async rehearse(question) {
      for (const other of running.values()) other.cancelled = true;
      const progress = { done: 0, total: 0, cancelled: false };
      running.set(question.run, progress);
      try {
        const { rehearsal, run } = await rehearse(db, outside, question, progress);
        keepRun(runs, question.run, run);
        return rehearsal;
      } finally {
        running.delete(question.run);
      }
    },
    progress({ run }) {
      const progress = running.get(run);
      return progress ? { done: progress.done, total: progress.total } : null;
    },
    cancel({ run }) {
      const progress = running.get(run);
      if (progress) progress.cancelled = true;
      return null;
    },
    behind: (question) => behindFigure(db, runs.get(question.run), question),
    disagreements: (question) => findDisagreements(db, question),
  };
}

function keepRun(runs: Map<string, RehearsalRun>, name: string, run: RehearsalRun): void {
  runs.delete(name);
  runs.set(name, run);
  for (const oldest of runs.keys()) {
    if (runs.size <= KEPT_RUNS) return;
    runs.delete(oldest);
  }
}

type Question = Parameters<ReportHandlers['behind']>[0];

function behindFigure(
  db: ReadableDb,
  run: RehearsalRun | undefined,
  question: Question,
): PlacedPage {
  if (!run) throw new Failure('not-found', 'zone-coverage.run-gone');
  const zoneOf = (name: string | null): number | null =>
    name === null ? null : run.names.zones.findIndex((one) => zoneKey(one) === zoneKey(name));
  const terminalOf = (id: number | null): number | null =>
    id === null ? null : run.names.venueIds.indexOf(id);
  const asked = {
    currency: run.currencies.indexOf(question.currency),
    changes: question.changes,
    zoneBefore: zoneOf(question.zoneBefore),
    zoneAfter: zoneOf(question.zoneAfter),
    terminalBefore: terminalOf(question.terminalBefore),
    terminalAfter: terminalOf(question.terminalAfter),
    hour: question.hour,
    reason: question.reason,
    longer: question.longer,
  };
  const { ids, next } = tracedOrders(run.trace, asked, question.skip, question.count);
  return { orders: shownOrders(db, ids), next };
}

/** Orders as the profile may see them. */
function shownOrders(db: ReadableDb, ids: readonly number[]): readonly PlacedOrder[] {
  const orders = readPlacedOrders(db, ids);
  return hasRight(db, 'see-revenue') ? orders : orders.map((order) => ({ ...order, sumMinor: 0 }));
}

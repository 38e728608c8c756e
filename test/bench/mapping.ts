import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { STATUS_GROUPS, type StatusGroup } from '../../main/domain/status-mapping/status-group.ts';
import {
  assign,
  groupOf,
  type StatusMapping,
} from '../../main/domain/status-mapping/status-mapping.ts';
import {
  consequenceOf,
  groupTotals,
  type GroupTotals,
  type StatusTotal,
} from '../../main/domain/status-mapping/status-totals.ts';
import {
  closeDb,
  openReadable,
  openWritable,
  storePath,
  type ReadableDb,
} from '../../main/store/database.ts';
import { readAll, sql } from '../../main/store/sql.ts';
import {
  readStatusMapping,
  saveMappingVersion,
} from '../../main/store/status-mapping/status-mapping.ts';
import { readStatusTotals } from '../../main/store/status-mapping/status-totals.ts';
import type { BenchStore } from './bench-store.ts';
import { benchMappingDrag } from './mapping-drag.ts';
import { inTurn, median, quantile, spread, timed, type Figure } from './measure.ts';

const MOST_RATIO = 0.02;
const LONGEST_MS = 16;
const ROUNDS = 5;
const PREVIEWS = 2000;

/**
 * A status moved to another group: the move is stored durably and every group's totals are told
 * anew, from the roll-ups, against the same totals from every order. Then what a drag shows.
 */
export async function benchMapping(store: BenchStore): Promise<Figure[]> {
  const orders = openReadable(storePath(store.folder));
  const folder = mkdtempSync(join(tmpdir(), 'desk-mapping-'));
  const mappings = openWritable(storePath(folder));
  try {
    const groups: StatusGroup[] = ['paid', 'in-work'];
    let turn = 0;
    const move = (): StatusMapping => {
      turn += 1;
      const group = groups[turn % 2]!;
      const change = { organizationId: 0, system: 'iiko-cloud', status: 'Delivered', group };
      const mapping = assign(readStatusMapping(mappings, null), [change]);
      const made = { cause: 'command' as const, sameAs: null, author: 'bench', validFrom: turn };
      saveMappingVersion(mappings, mapping, made);
      return readStatusMapping(mappings, null);
    };
    const ours = (): GroupTotals => groupTotals(move(), readStatusTotals(orders, null));
    const rival = (): GroupTotals =>
      groupTotals(readStatusMapping(mappings, null), scanTotals(orders));
    const times = await inTurn(ROUNDS, ours, rival);
    return [
      ratioFigure(store.orders, times, same(ours(), rival())),
      await periodFigure(orders),
      await previewFigure(readStatusMapping(mappings, null), readStatusTotals(orders, null)),
      await benchMappingDrag(
        store.orders,
        readStatusMapping(mappings, null),
        readStatusTotals(orders, null),
      ),
    ];
  } finally {
    closeDb(mappings);
    closeDb(orders);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same totals without any roll-up: every order is looked at. */
const scanTotals = (db: ReadableDb): readonly StatusTotal[] =>
  readAll(
    db,
    sql`
SELECT coalesce(venue.organization_id, 0) AS organizationId,
       delivery.system,
       delivery.status,
       delivery.currency,
       count(*) AS orders,
       sum(delivery.sum_minor) AS sumMinor
  FROM delivery
  LEFT JOIN venue ON venue.id = delivery.venue_id
 WHERE delivery.counted = 1
   AND delivery.business_day IS NOT NULL
 GROUP BY 1, 2, 3, 4`,
  );

const plain = (totals: GroupTotals): string =>
  JSON.stringify(STATUS_GROUPS.map((group) => [totals[group].orders, [...totals[group].sums]]));

const same = (one: GroupTotals, other: GroupTotals): boolean => plain(one) === plain(other);

function ratioFigure(
  orders: number,
  times: Readonly<{ ours: number[]; rival: number[] }>,
  equal: boolean,
): Figure {
  const ratio = median(times.ours) / median(times.rival);
  return {
    what: `new totals of every group after a status moved, ${orders} orders of all time`,
    ours: `${spread(times.ours, 'ms', 2)}, stored durably`,
    rival: `every order counted again ${spread(times.rival)}`,
    goal: `≤ ${MOST_RATIO}× and equal to the kopeck: ${ratio.toFixed(4)}×, ${equal ? 'equal' : 'NOT equal'}`,
    reached: equal && ratio <= MOST_RATIO,
  };
}

/** Totals of periods that begin and end anywhere: whole months and odd days. */
async function periodFigure(db: ReadableDb): Promise<Figure> {
  const [span] = readAll<{ from: number; to: number }>(
    db,
    sql`SELECT min(day) AS "from", max(day) AS "to" FROM rollup_day`,
  );
  const { from, to } = span!;
  const samples: number[] = [];
  for (let ask = 0; ask < 200; ask += 1) {
    const start = from + Math.floor(((ask * 0.618) % 1) * (to - from));
    const end = start + Math.floor(((ask * 0.383) % 1) * (to - start));
    samples.push(await timed(() => readStatusTotals(db, { from: start, to: end })));
  }
  return {
    what: 'totals of a period of any days',
    ours: `p99 ${quantile(samples, 0.99).toFixed(2)} ms, median ${median(samples).toFixed(2)} ms`,
    rival: '—',
    goal: `p99 ≤ ${LONGEST_MS} ms`,
    reached: quantile(samples, 0.99) <= LONGEST_MS,
  };
}

/** What every lane would hold, for each place a card may be carried to: nothing is asked of the core. */
async function previewFigure(
  mapping: StatusMapping,
  totals: readonly StatusTotal[],
): Promise<Figure> {
  const samples: number[] = [];
  for (let ask = 0; ask < PREVIEWS; ask += 1) {
    const { system, status } = totals[ask % totals.length]!;
    const group = STATUS_GROUPS[ask % STATUS_GROUPS.length]!;
    const place = { organizationId: 0, system, status };
    samples.push(
      await timed(() =>
        groupOf(mapping, place) === group
          ? null
          : consequenceOf(mapping, assign(mapping, [{ ...place, group }]), totals),
      ),
    );
  }
  return {
    what: `consequence of a move while it is carried (${totals.length} totals in the window)`,
    ours: `p99 ${quantile(samples, 0.99).toFixed(3)} ms, longest ${quantile(samples, 1).toFixed(3)} ms`,
    rival: '—',
    goal: `p99 ≤ ${LONGEST_MS} ms`,
    reached: quantile(samples, 0.99) <= LONGEST_MS,
  };
}

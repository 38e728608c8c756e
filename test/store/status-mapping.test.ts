import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  assign,
  groupOf,
  mappingOf,
  type StatusMapping,
} from '../../main/domain/status-mapping/status-mapping.ts';
import { KNOWN_STATUSES } from '../../main/domain/status-mapping/status-vocabulary.ts';
import type { StatusTotal } from '../../main/domain/status-mapping/status-totals.ts';
import { wholeMonths } from '../../main/domain/reports/whole-months.ts';
import { closeDb, type WritableDb } from '../../main/store/database.ts';
import { explain, readAll, run, sql } from '../../main/store/sql.ts';
import {
  readGroupOf,
  readMappingVersionAt,
  readMappingVersions,
  readStatusMapping,
  saveMappingVersion,
  statusGroups,
} from '../../main/store/status-mapping/status-mapping.ts';
import { overdueStays } from '../../main/store/status-mapping/status-overdue.ts';
import { readStatusTotals, rollupReads } from '../../main/store/status-mapping/status-totals.ts';
import { chanceOf, pick } from '../support/chance.ts';
import { randomChanges, STATUSES, SYSTEMS } from '../support/random-statuses.ts';
import { emptyStore } from '../support/store-with-orders.ts';

let db: WritableDb;

beforeEach(() => {
  db = emptyStore();
  for (const id of [2, 3]) {
    run(
      db,
      sql`
INSERT INTO organization (id, vendor, vendor_id, connection_id, name, zone, zone_origin, currency)
VALUES (${id}, 'iiko-cloud', ${Buffer.from([id])}, 1, 'Ещё', 'Europe/Moscow', 'person', 'RUB')`,
    );
    run(
      db,
      sql`
INSERT INTO venue (id, organization_id, vendor_id, name, name_order)
VALUES (${id}, ${id}, ${Buffer.from([id])}, 'Точка', 'точка')`,
    );
  }
});

afterEach(() => closeDb(db));

const save = (mapping: StatusMapping, validFrom: number): number =>
  saveMappingVersion(db, mapping, { cause: 'draft', sameAs: null, author: 'Анна', validFrom });

type Placed = { organization_id: number; system: string; status: string; status_group: string };

/** The CTE as a report joins it, asked for one status. */
function groupInSql(
  version: number | null,
  organizationId: number,
  system: string,
  status: string,
) {
  const [row] = readAll<{ found: string }>(
    db,
    sql`
WITH placed AS MATERIALIZED (${statusGroups(version)})
SELECT coalesce(placed.status_group, 'unmapped') AS found
  FROM (SELECT ${organizationId} AS organization_id, ${system} AS system, ${status} AS status)
  LEFT JOIN placed USING (organization_id, system, status)`,
  );
  return row?.found;
}

describe('a fresh store', () => {
  it('places every known status as the program does', () => {
    const mapping = readStatusMapping(db, null);
    expect(mapping.size).toBe(KNOWN_STATUSES.length);
    for (const { system, status, group } of KNOWN_STATUSES) {
      expect(groupOf(mapping, { organizationId: 1, system, status })).toBe(group);
    }
  });
});

describe('versions', () => {
  it('stay readable as they were, in memory and in SQL alike', () => {
    const chance = chanceOf(11);
    const kept = new Map<number, StatusMapping>();
    let mapping = readStatusMapping(db, null);
    for (let step = 0; step < 25; step += 1) {
      mapping = assign(mapping, randomChanges(chance));
      kept.set(save(mapping, step * 1000), mapping);
    }
    for (const [version, was] of kept) {
      expect(readStatusMapping(db, version)).toEqual(was);
      const rows = readAll<Placed>(db, statusGroups(version));
      expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(rows.length);
      for (let ask = 0; ask < 6; ask += 1) {
        const organizationId = Math.floor(chance() * 4);
        const [system, status] = [pick(chance, SYSTEMS), pick(chance, STATUSES)];
        const group = groupOf(was, { organizationId, system, status });
        expect(groupInSql(version, organizationId, system, status)).toBe(group);
        expect(readGroupOf(db, version)({ organizationId, system, status })).toBe(group);
      }
    }
    expect(readStatusMapping(db, null)).toEqual(mapping);
  });

  it('are found by the moment they were in force', () => {
    const first = save(mappingOf([]), 5000);
    const second = save(readStatusMapping(db, 1), 9000);
    expect([4999, 5000, 8999, 9000].map((at) => readMappingVersionAt(db, at))).toEqual([
      1,
      first,
      first,
      second,
    ]);
    expect(readMappingVersions(db).map(({ id }) => id)).toEqual([second, first, 1]);
  });

  it('put an undone version back by its own content', () => {
    const before = readStatusMapping(db, null);
    save(assign(before, randomChanges(chanceOf(3))), 10);
    save(before, 20);
    expect(readStatusMapping(db, null)).toEqual(before);
  });
});

/** Fills both roll-ups the way the sync does: a month is the sum of its days. */
function fillRollups(chance: () => number, from: number, count: number): void {
  for (let day = from; day < from + count; day += 1) {
    for (let cell = 0; cell < 6; cell += 1) {
      const values = sql`${Math.floor(chance() * 4)}, ${pick(chance, SYSTEMS)}, ${pick(chance, STATUSES)},
        ${pick(chance, ['', 'Сайт'])}, ${pick(chance, ['RUB', 'KZT'])}`;
      const figures = sql`${Math.floor(chance() * 50)}, ${Math.floor(chance() * 1e7)}, 0`;
      const conflict = sql`ON CONFLICT DO UPDATE SET orders = orders + excluded.orders,
        sum_minor = sum_minor + excluded.sum_minor`;
      const date = new Date(day * 86_400_000);
      const month = date.getUTCFullYear() * 12 + date.getUTCMonth();
      run(db, sql`INSERT INTO rollup_day VALUES (${day}, ${values}, ${figures}) ${conflict}`);
      run(db, sql`INSERT INTO rollup_month VALUES (${month}, ${values}, ${figures}) ${conflict}`);
    }
  }
}

/** In one order, by name. */
const byName = (totals: readonly StatusTotal[]): unknown[] =>
  totals.toSorted((left, right) => (nameOf(left) < nameOf(right) ? -1 : 1));

const nameOf = ({ organizationId, system, status, currency }: StatusTotal): string =>
  JSON.stringify([organizationId, system, status, currency]);

const summed = (from: number, to: number): unknown[] => byName(scanned(from, to));

const scanned = (from: number, to: number): StatusTotal[] =>
  readAll(
    db,
    sql`
SELECT coalesce(organization_id, 0) AS organizationId, system, status, currency,
       sum(orders) AS orders, sum(sum_minor) AS sumMinor
  FROM rollup_day
  LEFT JOIN venue ON venue.id = venue_id
 WHERE day BETWEEN ${from} AND ${to}
 GROUP BY 1, 2, 3, 4
HAVING sum(orders) <> 0 OR sum(sum_minor) <> 0`,
  );

describe('totals of a period', () => {
  it('are the sum of its days, whatever whole months it has', () => {
    const chance = chanceOf(5);
    fillRollups(chance, 20_000, 120);
    for (let ask = 0; ask < 60; ask += 1) {
      const from = 19_990 + Math.floor(chance() * 130);
      const to = from + Math.floor(chance() * 100) - 2;
      expect(byName(readStatusTotals(db, { from, to }))).toEqual(summed(from, to));
    }
    expect(byName(readStatusTotals(db, null))).toEqual(summed(0, 40_000));
  });

  it('read only the days and months asked for, by their keys', () => {
    const plans = rollupReads({ from: 20_000, to: 20_100 }, false).map((query) =>
      explain(db, query),
    );
    expect(plans).toEqual([
      'SEARCH rollup_day USING PRIMARY KEY (day>? AND day<?)',
      'SEARCH rollup_day USING PRIMARY KEY (day>? AND day<?)',
      'SEARCH rollup_month USING PRIMARY KEY (month>? AND month<?)',
    ]);
  });
});

describe('what is beyond its limit', () => {
  it('looks at running orders only', () => {
    const plan = explain(db, overdueStays(0));
    expect(plan).toMatch(/SEARCH delivery USING INDEX delivery_running/);
    expect(plan).toMatch(/SEARCH told USING INDEX delivery_version_by_delivery/);
  });
});

describe('a period cut into months', () => {
  it('covers each day once', () => {
    for (let from = 19_700; from < 19_800; from += 7) {
      for (let length = 0; length < 100; length += 3) {
        const { months, days } = wholeMonths({ from, to: from + length - 1 });
        const inDays = days.reduce((sum, range) => sum + range.to - range.from + 1, 0);
        const first = (month: number) => Date.UTC(Math.floor(month / 12), month % 12) / 86_400_000;
        const inMonths = months ? first(months.to + 1) - first(months.from) : 0;
        expect(inDays + inMonths).toBe(length);
      }
    }
  });
});

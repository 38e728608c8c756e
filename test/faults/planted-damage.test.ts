import { describe, expect, it } from 'vitest';
import { Dice } from '../../main/demo/seeded.ts';
import type { Order } from '../../main/domain/orders/order.ts';
import { stateTotals } from '../../main/features/sync/state-totals.ts';
import { closeDb, type WritableDb } from '../../main/store/database.ts';
import { readAll, run, sql } from '../../main/store/sql.ts';
import { saveDayTotal } from '../../main/store/sync/path-totals.ts';
import { uuidFor } from '../fixtures/iiko-cloud-order.ts';
import { cloudView, otherView, tell, threeVendorStore } from '../support/joined-views.ts';
import { testCount } from '../support/test-count.ts';

const DAY_MS = 86_400_000;
const FIRST_DAY = 20_300;
const DAMAGES = [
  'none',
  'server-drops',
  'server-kopeck',
  'server-doubles',
  'report-drops',
  'report-kopeck',
  'biz-drops',
  'biz-kopeck',
  'biz-other-day',
  'cloud-ghost',
  'cloud-kopeck',
  'unreadable-row',
  'report-too-early',
  'server-too-early',
] as const;
type Damage = (typeof DAMAGES)[number];
type Told = { cloud: Order[]; biz: Order[]; server: Order[] };
type Case = Readonly<{
  day: number;
  truth: readonly Order[];
  cloud: boolean;
  biz: boolean;
  report: boolean;
}>;

const soldAt = (day: number, hour: number) => ({
  text: '',
  instant: day * DAY_MS + (hour + 5) * 3_600_000,
  certainty: 'exact' as const,
});

function caseOf(seed: number, dice: Dice): Case {
  // Far enough apart that no day's night touches another case.
  const day = FIRST_DAY + seed * 4;
  const biz = dice.next() < 0.6;
  const truth = Array.from({ length: 2 + Math.floor(dice.next() * 4) }, (_, place) => {
    const number = seed * 10 + place;
    const posId = dice.next() < 0.7 ? uuidFor(number, 'e') : null;
    return cloudView(number, posId, {
      stage: 'closed',
      serviceType: 'courier',
      deleted: false,
      created: true,
      links: { movedFrom: null, movedTo: null, parent: null },
      times: { ...cloudView(1, null).times, promised: soldAt(day, 2 + place) },
    });
  });
  return { day, truth, biz, cloud: dice.next() < 0.5, report: !biz || dice.next() < 0.6 };
}

const kopeck = (order: Order): Order => ({ ...order, sumMinor: order.sumMinor + 1 });
const posIdOf = (order: Order, number: number): string =>
  order.identities[1]?.id ?? uuidFor(number, 'e');

function toldOf({ day, truth }: Case, seed: number, damage: Damage): Told {
  const view = (vendor: 'iiko-biz' | 'iiko-server') => (order: Order, place: number) =>
    otherView(order, vendor, posIdOf(order, seed * 10 + place));
  const told = {
    cloud: [...truth],
    biz: truth.map(view('iiko-biz')),
    server: truth.map(view('iiko-server')),
  };
  const [first] = told.server;
  const ghost = uuidFor(seed, 'f');
  if (damage === 'server-drops' || damage === 'server-too-early') told.server.shift();
  if (damage === 'server-kopeck') told.server[0] = kopeck(first!);
  if (damage === 'server-doubles') {
    told.server.push({
      ...first!,
      number: '999',
      identities: [{ vendor: 'iiko-server', id: ghost }],
    });
  }
  if (damage === 'biz-drops') told.biz.shift();
  if (damage === 'biz-kopeck') told.biz[0] = kopeck(told.biz[0]!);
  if (damage === 'biz-other-day') {
    const times = { ...told.biz[0]!.times, promised: soldAt(day + 1, 5) };
    told.biz[0] = { ...told.biz[0]!, times };
  }
  if (damage === 'cloud-ghost') {
    told.cloud.push({
      ...truth[0]!,
      number: '998',
      identities: [{ vendor: 'iiko-cloud', id: ghost }],
    });
  }
  if (damage === 'cloud-kopeck') told.cloud[0] = kopeck(told.cloud[0]!);
  return told;
}

const sales = (orders: readonly Order[]) => ({
  orders: orders.length,
  sumMinor: orders.reduce((sum, order) => sum + order.sumMinor, 0),
});

function noteRead(
  db: WritableDb,
  vendor: 'biz' | 'server',
  day: number,
  at: number,
  stuck: number,
): void {
  const days = vendor === 'biz' ? [day, day + 1] : [day];
  for (const one of days) {
    run(
      db,
      sql`
INSERT INTO window_read (organization_id, run_id, kind, day, zone, from_local, to_local, started_at,
                         finished_at, max_revision, quarantined)
VALUES (${vendor === 'biz' ? 2 : 3}, 1, 'day', ${one}, 'Asia/Yekaterinburg', '', '', ${at}, ${at}, 0,
        ${stuck})`,
    );
  }
}

/** Tells the case with its damage, in an order of chance, and makes the statements. */
async function play(
  db: WritableDb,
  one: Case,
  told: Told,
  damage: Damage,
  dice: Dice,
): Promise<void> {
  const { day, truth, cloud, biz, report } = one;
  const settled = (day + 4) * DAY_MS;
  const early = (day + 1) * DAY_MS;
  const steps = [
    () => cloud && tell(db, 'iiko-cloud', told.cloud),
    () => biz && tell(db, 'iiko-biz', told.biz),
    () => tell(db, 'iiko-server', told.server),
  ];
  if (dice.next() < 0.5) steps.reverse();
  for (const step of steps) step();
  const stuck = damage === 'unreadable-row' ? 1 : 0;
  noteRead(db, 'server', day, damage === 'server-too-early' ? early : settled, stuck);
  if (biz) noteRead(db, 'biz', day, settled, 0);
  if (report) {
    const said = sales(damage === 'report-drops' ? truth.slice(1) : truth);
    const sumMinor = said.sumMinor + (damage === 'report-kopeck' ? 1 : 0);
    const askedAt = damage === 'report-too-early' ? early : settled;
    const path = 'iiko-server-report';
    saveDayTotal(db, { venueId: 1, day, path, currency: 'RUB', askedAt, ...said, sumMinor });
  }
  await stateTotals(db, (day + 5) * DAY_MS);
}

const stateOf = (db: WritableDb, day: number): string =>
  readAll<{ state: string }>(
    db,
    sql`SELECT state FROM completeness WHERE venue_id = 1 AND day = ${day}`,
  )[0]?.state ?? 'none';

const storedSales = (db: WritableDb, day: number) =>
  readAll<{ orders: number; sumMinor: number }>(
    db,
    sql`
SELECT count(*) AS orders, coalesce(sum(sum_minor), 0) AS sumMinor
  FROM delivery
 WHERE venue_id = 1 AND business_day = ${day} AND stage = 'closed' AND counted = 1`,
  )[0];

describe('a day held against totals', () => {
  it('is never complete when something of it is wrong', { timeout: 1e9 }, async () => {
    const runs = testCount(42, 5_000);
    let complete = 0;
    let db = threeVendorStore();
    for (let seed = 1; seed <= runs; seed += 1) {
      if (seed % 200 === 0) {
        closeDb(db);
        db = threeVendorStore();
      }
      const dice = new Dice(seed);
      const damage = DAMAGES[seed % DAMAGES.length]!;
      const one = caseOf(seed, dice);
      await play(db, one, toldOf(one, seed, damage), damage, dice);
      const state = stateOf(db, one.day);
      const replay = `seed ${seed}, ${damage}, ${JSON.stringify({ ...one, truth: one.truth.length })}`;
      if (state === 'complete') {
        expect(storedSales(db, one.day), replay).toEqual(sales(one.truth));
        complete += 1;
      }
      if (damage === 'none') expect(state, replay).toBe('complete');
    }
    closeDb(db);
    expect(complete).toBeGreaterThanOrEqual(Math.floor(runs / DAMAGES.length));
  });
});

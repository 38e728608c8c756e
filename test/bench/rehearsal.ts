import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { reportZoneCoverage } from '../../main/features/zone-coverage/index.ts';
import { closeDb, openReadable, openWritable, storePath } from '../../main/store/database.ts';
import type { DeliveryZone } from '../../main/domain/zones/delivery-zone.ts';
import { starZone } from '../support/coverage-world.ts';
import { chanceOf } from '../support/chance.ts';
import { median, spread, timed, type Figure } from './measure.ts';

const OUTPUT = resolve(import.meta.dirname, '../../.test-output');
const FIRST_DAY = 20_000;
const DAYS = 365;
const ZONES = 100;
const CORNERS = 100;
const ROUNDS = 5;

/** A year of orders of chance over a city of a hundred zones, against a draft of a hundred others. */
export async function benchRehearsal(orders: number): Promise<Figure[]> {
  const folder = join(OUTPUT, `bench-rehearsal-${process.pid}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  fill(storePath(folder), orders);
  const db = openReadable(storePath(folder));
  try {
    const { rehearse, progress, cancel } = reportZoneCoverage(db, {
      host: 'test',
      dataFolder: folder,
      now: Date.now,
      log: () => undefined,
    });
    const question = questionOf();
    const times: number[] = [];
    const work: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const used = process.cpuUsage();
      times.push(await timed(() => rehearse({ ...question, run: `run ${round}` })));
      const { user, system } = process.cpuUsage(used);
      work.push((user + system) / 1000);
    }
    const stopped = await timed(async () => {
      const run = Promise.resolve(rehearse({ ...question, run: 'stopped' })).catch(() => null);
      await new Promise((settle) => setTimeout(settle, 100));
      if ((await progress({ run: 'stopped' })) === null) throw new Error('Too quick to be stopped');
      await cancel({ run: 'stopped' });
      if ((await run) !== null) throw new Error('It was not stopped');
    });
    const cold = times[0]!;
    return [
      {
        what: `replay of ${orders} orders over 2 × ${ZONES} zones of ${CORNERS} corners`,
        ours: `${spread(times, 'ms', 0)}; of it ${spread(work, 'ms of processor', 0)}`,
        rival: `the first, nothing warm: ${cold.toFixed(0)} ms`,
        goal: `≤ 2000 ms for a million: ${median(times).toFixed(0)} ms`,
        reached: median(times) <= 2000 * Math.max(1, orders / 1_000_000),
      },
      {
        what: 'the same, cancelled after 100 ms',
        ours: `${stopped.toFixed(0)} ms`,
        rival: '—',
        goal: '≤ 400 ms',
        reached: stopped <= 400,
      },
    ];
  } finally {
    closeDb(db);
    rmSync(folder, { recursive: true, force: true });
  }
}

function questionOf() {
  const chance = chanceOf(7);
  const map = (): { type: 'zones'; zones: DeliveryZone[] } => ({
    type: 'zones',
    zones: Array.from({ length: ZONES }, (_, n) =>
      starZone(
        chance,
        `Зона ${n}`,
        [37.3 + (n % 10) * 0.06, 55.5 + Math.floor(n / 10) * 0.04],
        0.04,
        CORNERS,
      ),
    ),
  });
  const period = { from: '2024-10-04', to: '2025-10-03' };
  return {
    period,
    before: { map: map(), schedule: 'saved' as const },
    after: { map: map(), schedule: 'saved' as const },
  };
}

const STRUCTURE = `
INSERT INTO connection (id, vendor, name, settings, login_hash, history_days, poll_seconds, created_at)
VALUES (1, 'iiko-cloud', 'Проба', '{}', x'00', 7, 30, 0);
INSERT INTO organization (id, vendor, vendor_id, connection_id, name, zone, zone_origin, currency)
VALUES (1, 'iiko-cloud', x'01', 1, 'Проба', 'Europe/Moscow', 'person', 'RUB');
INSERT INTO order_place_label (id, currency, zone) VALUES (1, 'RUB', 'Зона 1'), (2, 'RUB', '');
`;

function fill(path: string, orders: number): void {
  const db = openWritable(path);
  const chance = chanceOf(3);
  db.raw.exec(STRUCTURE);
  const venue = db.raw.prepare(
    `INSERT INTO venue (id, organization_id, vendor_id, name, name_order) VALUES (?, 1, ?, ?, ?)`,
  );
  const place = db.raw.prepare(`INSERT INTO terminal_place VALUES (?, ?, ?)`);
  const order = db.raw.prepare(`INSERT INTO order_place VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)`);
  const schedule = {
    schedule: {
      commonHours: null,
      sameAllWeek: false,
      commonMinSumMinor: null,
      commonDurationMinutes: null,
      commonFeeMinor: null,
      defaultCity: '',
      rows: Array.from({ length: ZONES * 2 }, (_, n) => ({
        zone: `Зона ${n % ZONES}`,
        venueId: 1 + (n % 20),
        weekdays: n % 3 === 0 ? 0b0011111 : 127,
        from: 540 + (n % 5) * 30,
        to: n % 4 === 0 ? 120 : 1380,
        priority: n < ZONES ? 0 : 1,
        minSumMinor: 50_000,
        durationMinutes: 60,
        feeMinor: 9900,
        feeProduct: '',
      })),
    },
    begun: null,
  };
  db.raw.transaction(() => {
    for (let id = 1; id <= 20; id += 1) {
      venue.run(id, Buffer.from([id]), `Точка ${id}`, `точка ${id}`);
      place.run(id, 37.3 + (id % 5) * 0.12, 55.5 + Math.floor(id / 5) * 0.1);
    }
    db.raw
      .prepare(`INSERT INTO coverage_schedule VALUES (1, 1, ?, '', 0)`)
      .run(JSON.stringify(schedule));
    for (let id = 1; id <= orders; id += 1) {
      const day = FIRST_DAY + Math.floor(((id - 1) * DAYS) / orders);
      const minute = day * 1440 + Math.floor(chance() * 1440);
      const known = chance() < 0.97;
      const [x, y] = known ? [37.25 + chance() * 0.7, 55.45 + chance() * 0.5] : [null, null];
      order.run(
        id,
        day,
        minute,
        x,
        y,
        30_000 + Math.floor(chance() * 300_000),
        1 + (id % 20),
        1 + (id % 2),
      );
    }
  })();
  db.raw.exec('ANALYZE');
  closeDb(db);
}

import type { Handlers } from '../../contract/define.ts';
import type { Rehearsal, zoneCoverage } from '../../contract/zone-coverage.ts';
import { toEpochDay } from '../../domain/epoch-day.ts';
import { Failure } from '../../domain/failure.ts';
import { replayWith } from '../../domain/zone-coverage/rehearsal/replay-order.ts';
import { sectionOf } from '../../domain/zone-coverage/rehearsal/rehearsal-section.ts';
import {
  metresTo,
  readySide,
  rehearsalNames,
  type RehearsalNames,
  type RehearsalSide,
} from '../../domain/zone-coverage/rehearsal/rehearsal-side.ts';
import {
  emptyTally,
  type RehearsalTally,
} from '../../domain/zone-coverage/rehearsal/rehearsal-tally.ts';
import {
  emptyTrace,
  traceOrder,
  type RehearsalTrace,
} from '../../domain/zone-coverage/rehearsal/rehearsal-trace.ts';
import type { Outside } from '../../outside.ts';
import type { ReadableDb } from '../../store/database.ts';
import { hasRight } from '../../store/require-right.ts';
import {
  countDuePlaces,
  countPlaces,
  readPlaceLabels,
  readPlaces,
  type DaySpan,
} from '../../store/zone-coverage/place-scan.ts';
import { readRows, readZones } from './known-coverage.ts';
import { withoutMoney } from './without-money.ts';
import { readTerminalPlaces } from './terminal-places.ts';

/** What a rehearsal is asked: the period, and the map and schedule before and after. */
export type RehearsalQuestion = Parameters<Handlers<typeof zoneCoverage, 'report'>['rehearse']>[0];

/** What a run leaves behind for the questions about its figures. */
export type RehearsalRun = Readonly<{
  names: RehearsalNames;
  currencies: readonly string[];
  trace: RehearsalTrace;
  orders: number;
}>;

/** How far a run is; `cancelled` ends it before its next slice. */
export type RehearsalProgress = { done: number; total: number; cancelled: boolean };

const NO_CHANGE = 255;

/** Some twenty-five milliseconds of work: other questions and a cancellation come in between. */
const SLICE = 20_000;

/** Replays the orders of a period. Fails with `conflict` `zone-coverage.cancelled`. */
export async function rehearse(
  db: ReadableDb,
  outside: Pick<Outside, 'now'>,
  question: RehearsalQuestion,
  progress: RehearsalProgress,
): Promise<Readonly<{ rehearsal: Rehearsal; run: RehearsalRun }>> {
  const startedAt = outside.now();
  const days = { from: toEpochDay(question.period.from), to: toEpochDay(question.period.to) };
  const before = await readSide(db, question.before);
  const after = isSameMap(question)
    ? { zones: before.zones, rows: readRows(db, question.after.schedule) }
    : await readSide(db, question.after);
  const names = rehearsalNames([before, after]);
  const counts = countPlaces(db, days);
  progress.total = counts.counted;
  const replayed = await replayAll(db, days, [before, after], names, progress);
  const money = hasRight(db, 'see-revenue');
  const sections = replayed.tallies.map((tally, number) =>
    sectionOf(replayed.currencies[number]!, tally, names),
  );
  const rehearsal = {
    run: question.run,
    period: question.period,
    orders: replayed.orders,
    cancelled: counts.cancelled,
    uncounted: counts.uncounted,
    waiting: countDuePlaces(db),
    money,
    sections: money ? sections : sections.map(withoutMoney),
    elapsedMs: outside.now() - startedAt,
  };
  return { rehearsal, run: replayed };
}

const readSide = async (
  db: ReadableDb,
  { map, schedule }: RehearsalQuestion['before'],
): Promise<RehearsalSide> => ({
  zones: await readZones(db, map),
  rows: readRows(db, schedule),
});

/** One map on both sides is looked up once. */
const isSameMap = ({ before, after }: RehearsalQuestion): boolean =>
  JSON.stringify(before.map) === JSON.stringify(after.map);

type Replayed = RehearsalRun & Readonly<{ tallies: readonly RehearsalTally[] }>;

async function replayAll(
  db: ReadableDb,
  days: DaySpan,
  [before, after]: readonly [RehearsalSide, RehearsalSide],
  names: RehearsalNames,
  progress: RehearsalProgress,
): Promise<Replayed> {
  const places = readTerminalPlaces(db);
  const first = readySide(before, names);
  const other = readySide(after, names);
  const second = before.zones === after.zones ? { ...other, index: first.index } : other;
  const metres = metresTo(names.venueIds.map((id) => places.get(id)?.at ?? null));
  const { replay, replayed } = replayWith(first, second, metres);
  const currencies: string[] = [];
  const tallies: RehearsalTally[] = [];
  const currencyOf = numberCurrencies(db, currencies, () => tallies.push(emptyTally(names)));
  const trace = emptyTrace(progress.total);
  for (let afterId = 0; ;) {
    const rows = readPlaces(db, days, afterId, Math.min(SLICE, progress.total - progress.done));
    for (const [id, minute, longitude, latitude, sumMinor, labelId] of rows) {
      const currency = currencyOf[labelId]!;
      replay(minute, longitude, latitude, sumMinor, tallies[currency]!);
      traceOrder(trace, progress.done, id, minute, currency, replayed);
      progress.done += 1;
      afterId = id;
    }
    // Orders stored since they were counted belong to the next rehearsal.
    if (rows.length === 0 || progress.done >= progress.total) break;
    await new Promise((resolve) => setImmediate(resolve));
    if (progress.cancelled) throw new Failure('conflict', 'zone-coverage.cancelled');
  }
  // Room that was not needed holds no order of any figure.
  trace.change.fill(NO_CHANGE, progress.done);
  return { names, currencies, trace, tallies, orders: progress.done };
}

/** The number of the currency by label; each new one is told. */
function numberCurrencies(db: ReadableDb, currencies: string[], isNew: () => void): Uint8Array {
  const labels = readPlaceLabels(db);
  const numbers = new Uint8Array(labels.reduce((most, { id }) => Math.max(most, id), 0) + 1);
  for (const { id, currency } of labels) {
    if (!currencies.includes(currency)) {
      currencies.push(currency);
      isNew();
    }
    numbers[id] = currencies.indexOf(currency);
  }
  return numbers;
}

import { minuteOfWeek } from '../week.ts';
import { CHANGES, type Change } from './rehearsal.ts';
import type { MetresTo, ReadySide } from './rehearsal-side.ts';
import { count, FLOW, FLOW_PAIRS, type Pairs, type RehearsalTally } from './rehearsal-tally.ts';

/** Numbers of the changes. */
export const CHANGE = Object.fromEntries(
  CHANGES.map((change, number) => [change, number]),
) as Readonly<Record<Change, number>>;

/** What one order came to; written over by the next. −1 stands for none. */
export type Replayed = {
  change: number;
  hour: number;
  zoneBefore: number;
  zoneAfter: number;
  terminalBefore: number;
  terminalAfter: number;
  /** Why it is not served after the change, by the reason's number; −1 where it is served. */
  reason: number;
  /** 1 where its way becomes longer, else 0. */
  longer: number;
};

const UNPLACED: Readonly<Replayed> = {
  change: CHANGE.unplaced,
  hour: 0,
  zoneBefore: -1,
  zoneAfter: -1,
  terminalBefore: -1,
  terminalAfter: -1,
  reason: -1,
  longer: 0,
};

/** Replays one order: counts it and leaves what it came to in `replayed`. */
export type ReplayOrder = (
  minute: number,
  longitude: number | null,
  latitude: number | null,
  sumMinor: number,
  tally: RehearsalTally,
) => void;

/** Makes the innermost step of a rehearsal; one object is written over for all orders. */
export function replayWith(
  before: ReadySide,
  after: ReadySide,
  metres: MetresTo,
): Readonly<{ replay: ReplayOrder; replayed: Replayed }> {
  const replayed: Replayed = { ...UNPLACED };
  const replay: ReplayOrder = (minute, longitude, latitude, sumMinor, tally) => {
    replayed.hour = Math.floor((minute % 1440) / 60);
    replayed.longer = 0;
    if (longitude === null || latitude === null) return leaveOut(replayed, sumMinor, tally);
    const week = minuteOfWeek(minute);
    const placeBefore = before.index.firstAt(longitude, latitude);
    const placeAfter =
      after.index === before.index ? placeBefore : after.index.firstAt(longitude, latitude);
    const rowBefore = before.coverage.rowFor(placeBefore, week, sumMinor);
    const rowAfter = after.coverage.rowFor(placeAfter, week, sumMinor);
    replayed.zoneBefore = placeBefore < 0 ? -1 : before.nameOf[placeBefore]!;
    replayed.zoneAfter = placeAfter < 0 ? -1 : after.nameOf[placeAfter]!;
    replayed.terminalBefore = rowBefore < 0 ? -1 : before.terminalOf[rowBefore]!;
    replayed.terminalAfter = rowAfter < 0 ? -1 : after.terminalOf[rowAfter]!;
    replayed.reason = rowAfter < 0 ? -rowAfter - 1 : -1;
    replayed.change = changeOf(replayed);
    if (rowBefore < 0) count(tally.reasonsBefore, -rowBefore - 1, sumMinor);
    if (rowAfter < 0) count(tally.reasonsAfter, -rowAfter - 1, sumMinor);
    countChange(replayed, sumMinor, tally);
    if (rowBefore < 0 || rowAfter < 0) return;
    countFees(before.feeOf[rowBefore]!, after.feeOf[rowAfter]!, tally.fees);
    const { terminalBefore, terminalAfter } = replayed;
    const from = metres(terminalBefore, longitude, latitude);
    const to = terminalAfter === terminalBefore ? from : metres(terminalAfter, longitude, latitude);
    replayed.longer = to > from ? 1 : 0;
    countTrip(from, to, sumMinor, tally.trips);
  };
  return { replay, replayed };
}

function leaveOut(replayed: Replayed, sumMinor: number, tally: RehearsalTally): void {
  const { hour } = replayed;
  Object.assign(replayed, UNPLACED, { hour });
  count(tally.changes, CHANGE.unplaced, sumMinor);
}

function changeOf({ zoneBefore, zoneAfter, terminalBefore, terminalAfter }: Replayed): number {
  if (terminalBefore < 0) return terminalAfter < 0 ? CHANGE.unserved : CHANGE.gained;
  if (terminalAfter < 0) return CHANGE.lost;
  if (terminalBefore !== terminalAfter) return CHANGE.moved;
  return zoneBefore === zoneAfter ? CHANGE.kept : CHANGE.rezoned;
}

function countChange(replayed: Replayed, sumMinor: number, tally: RehearsalTally): void {
  const { change, hour, terminalBefore, terminalAfter } = replayed;
  const { hours, hoursBefore, hoursAfter, changes, zones, terminals } = tally;
  count(changes, change, sumMinor);
  if (change === CHANGE.gained) count(hours, hour * 3, sumMinor);
  else if (change === CHANGE.lost) count(hours, hour * 3 + 1, sumMinor);
  else if (change === CHANGE.moved) count(hours, hour * 3 + 2, sumMinor);
  if (terminalBefore >= 0) hoursBefore[terminalBefore * 24 + hour]! += 1;
  if (terminalAfter >= 0) hoursAfter[terminalAfter * 24 + hour]! += 1;
  const zoneBefore = terminalBefore < 0 ? -1 : replayed.zoneBefore;
  const zoneAfter = terminalAfter < 0 ? -1 : replayed.zoneAfter;
  countFlow(zones, zoneBefore, zoneAfter, sumMinor);
  countFlow(terminals, terminalBefore, terminalAfter, sumMinor);
}

/** Who had the order, who has it, and which way it went. −1: nobody. */
function countFlow(flows: Pairs, before: number, after: number, sumMinor: number): void {
  if (before >= 0) count(flows, before * FLOW_PAIRS + FLOW.before, sumMinor);
  if (after >= 0) count(flows, after * FLOW_PAIRS + FLOW.after, sumMinor);
  if (before === after) return;
  if (before < 0) count(flows, after * FLOW_PAIRS + FLOW.gained, sumMinor);
  else if (after < 0) count(flows, before * FLOW_PAIRS + FLOW.lost, sumMinor);
  else {
    count(flows, before * FLOW_PAIRS + FLOW.movedOut, sumMinor);
    count(flows, after * FLOW_PAIRS + FLOW.movedIn, sumMinor);
  }
}

/** A fee that is not known is NaN, and equals nothing. */
function countFees(before: number, after: number, fees: Float64Array): void {
  if (Number.isNaN(before) || Number.isNaN(after)) return;
  fees[0]! += 1;
  fees[1]! += before;
  fees[2]! += after;
}

function countTrip(from: number, to: number, sumMinor: number, trips: Float64Array): void {
  if (Number.isNaN(from) || Number.isNaN(to)) return;
  trips[0]! += 1;
  trips[1]! += from;
  trips[2]! += to;
  if (to <= from) return;
  trips[3]! += 1;
  trips[4]! += sumMinor;
  trips[5]! += to - from;
}

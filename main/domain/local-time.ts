import { Temporal } from 'temporal-polyfill';
import type { Instant, Stamp } from './orders/order.ts';

/** IANA name of a time zone, for example `Asia/Yekaterinburg`. */
export type Zone = string;

/** A calendar day as `YYYY-MM-DD` in some zone. */
export type Day = string;

type Transition = { at: Instant; offsetBeforeMs: number; offsetAfterMs: number };
type ZoneTable = { firstOffsetMs: number; transitions: Transition[] };

const TABLE_FROM = Temporal.Instant.from('1990-01-01T00:00:00Z');
const TABLE_TO_MS = Date.UTC(2060, 0, 1);
const DAY_MS = 86_400_000;
const NS_PER_MS = 1_000_000;
const tables = new Map<Zone, ZoneTable>();

/** True when the name is a time zone this machine knows. */
export function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name.includes('/') || name === 'UTC';
  } catch {
    return false;
  }
}

/** Transitions are looked up once per zone: Temporal itself is far too slow for a million orders. */
function tableOf(zone: Zone): ZoneTable {
  const known = tables.get(zone);
  if (known) return known;
  const table = readTable(zone);
  tables.set(zone, table);
  return table;
}

function readTable(zone: Zone): ZoneTable {
  let moment = TABLE_FROM.toZonedDateTimeISO(zone);
  const firstOffsetMs = moment.offsetNanoseconds / NS_PER_MS;
  const transitions: Transition[] = [];
  for (;;) {
    const next = moment.getTimeZoneTransition('next');
    if (!next || next.epochMilliseconds > TABLE_TO_MS) break;
    const before = transitions.at(-1)?.offsetAfterMs ?? firstOffsetMs;
    const after = next.offsetNanoseconds / NS_PER_MS;
    transitions.push({ at: next.epochMilliseconds, offsetBeforeMs: before, offsetAfterMs: after });
    moment = next;
  }
  return { firstOffsetMs, transitions };
}

/** Offset of local time from UTC in milliseconds at an instant. */
export function offsetAt(instant: Instant, zone: Zone): number {
  const { firstOffsetMs, transitions } = tableOf(zone);
  const newest = transitions.at(-1);
  if (!newest || instant >= newest.at) return newest?.offsetAfterMs ?? firstOffsetMs;
  let low = 0;
  let high = transitions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (transitions[middle]!.at <= instant) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? firstOffsetMs : transitions[low - 1]!.offsetAfterMs;
}

/** A zone's offset from an instant on. */
export type OffsetFrom = Readonly<{ from: Instant; offsetMs: number }>;

/** Every offset of a zone between two instants, the first holding at `from`, oldest first. */
export function offsetsBetween(zone: Zone, from: Instant, to: Instant): readonly OffsetFrom[] {
  const later = tableOf(zone).transitions.filter(({ at }) => at > from && at <= to);
  return [
    { from, offsetMs: offsetAt(from, zone) },
    ...later.map(({ at, offsetAfterMs }) => ({ from: at, offsetMs: offsetAfterMs })),
  ];
}

/** Midnight of 1970 plus the clock reading, as if the wall clock showed UTC. */
function wallMs(instant: Instant, zone: Zone): number {
  return instant + offsetAt(instant, zone);
}

const LOCAL_TEXT = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d{1,7})?$/;
const ZERO = 48;

/** Two digits that the pattern has already found to be digits. */
const pair = (text: string, at: number): number =>
  (text.charCodeAt(at) - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO;

/** A digit of the fraction; 0 where the text has ended. */
const digit = (text: string, at: number): number =>
  at < text.length ? text.charCodeAt(at) - ZERO : 0;

function parseWall(text: string): number | null {
  if (!LOCAL_TEXT.test(text)) return null;
  const [month, date] = [pair(text, 5), pair(text, 8)];
  const [hour, minute, second] = [pair(text, 11), pair(text, 14), pair(text, 17)];
  if (hour > 23 || minute > 59 || second > 59) return null;
  const ms = digit(text, 20) * 100 + digit(text, 21) * 10 + digit(text, 22);
  const year = pair(text, 0) * 100 + pair(text, 2);
  const wall = Date.UTC(year, month - 1, date, hour, minute, second, ms);
  return date <= 28 || new Date(wall).getUTCDate() === date
    ? checkedMonth(wall, month, date)
    : null;
}

const checkedMonth = (wall: number, month: number, date: number): number | null =>
  month >= 1 && month <= 12 && date >= 1 ? wall : null;

/**
 * Reads iiko's zone-less local time (`yyyy-MM-dd HH:mm:ss.fff`, `iiko-api.md` 1.1 and 1.7).
 * A text that no clock in the zone ever showed is marked `gap` (instant: as if the clock had not
 * been moved); one that the clock showed twice is marked `overlap` (instant: the first time).
 */
export function readLocal(text: string, zone: Zone): Stamp {
  const wall = parseWall(text);
  if (wall === null) return { text, instant: null, certainty: 'unreadable' };
  const early = wall - offsetAt(wall - DAY_MS, zone);
  const late = wall - offsetAt(wall + DAY_MS, zone);
  const earlyFits = wallMs(early, zone) === wall;
  const lateFits = late === early ? earlyFits : wallMs(late, zone) === wall;
  if (earlyFits && lateFits) {
    const certainty = early === late ? 'exact' : 'overlap';
    return { text, instant: Math.min(early, late), certainty };
  }
  if (earlyFits || lateFits) return { text, instant: earlyFits ? early : late, certainty: 'exact' };
  return { text, instant: Math.max(early, late), certainty: 'gap' };
}

/** Reads a zone-less text that is UTC by contract (`whenReceivedByApi` and the like). */
export function readUtc(text: string): Stamp {
  const wall = parseWall(text);
  return wall === null
    ? { text, instant: null, certainty: 'unreadable' }
    : { text, instant: wall, certainty: 'exact' };
}

const pad = (value: number, width = 2): string => String(value).padStart(width, '0');

/** Writes an instant the way iiko writes local times, milliseconds included. */
export function writeLocal(instant: Instant, zone: Zone): string {
  const wall = new Date(wallMs(instant, zone));
  const date = `${wall.getUTCFullYear()}-${pad(wall.getUTCMonth() + 1)}-${pad(wall.getUTCDate())}`;
  const time = `${pad(wall.getUTCHours())}:${pad(wall.getUTCMinutes())}:${pad(wall.getUTCSeconds())}`;
  return `${date} ${time}.${pad(wall.getUTCMilliseconds(), 3)}`;
}

/** The calendar day a wall clock in the zone shows at the instant. */
export function dayOf(instant: Instant, zone: Zone): Day {
  return new Date(wallMs(instant, zone)).toISOString().slice(0, 10);
}

/**
 * The business day: a night that ends at the closing hour (0–12, default 5) still belongs to the
 * evening before (`architecture.md` 5).
 */
export function businessDayOf(instant: Instant, zone: Zone, closingHour: number): Day {
  return new Date(wallMs(instant, zone) - closingHour * 3_600_000).toISOString().slice(0, 10);
}

/** Like `dayOf`, as whole days since 1970-01-01. */
export const epochDayOf = (instant: Instant, zone: Zone): number =>
  Math.floor(wallMs(instant, zone) / DAY_MS);

/** Like `businessDayOf`, as whole days since 1970-01-01. */
export const businessEpochDayOf = (instant: Instant, zone: Zone, closingHour: number): number =>
  Math.floor((wallMs(instant, zone) - closingHour * 3_600_000) / DAY_MS);

/** First instant of the day in the zone; a midnight that a clock change removed counts from its end. */
export function startOfDay(day: Day, zone: Zone): Instant {
  const stamp = readLocal(`${day} 00:00:00`, zone);
  if (stamp.instant === null) throw new RangeError(`Not a day: ${day}`);
  return stamp.instant;
}

/** The day `count` days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10);
}

import { readLocal, type Zone } from '../local-time.ts';
import type { Instant } from '../orders/order.ts';

const RUSSIAN = /^(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})(?:,?\s+(\d{1,2}):(\d\d)(?::(\d\d))?)?$/;
const ISO =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s]+(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?)?\s*(Z|UTC|[+-]\d\d:?\d\d)?$/i;
const UNIX = /^\d{9,10}$|^\d{12,13}$/;

/** A spreadsheet's date: days since 30 December 1899, the time as their fraction; here 1982–2064. */
const SERIAL = /^[3-5]\d{4}(?:\.\d+)?$/;
const SERIAL_1970 = 25_569;
const DAY_S = 86_400;

const pad = (text: string | undefined, width = 2): string => (text ?? '').padStart(width, '0');

/**
 * Reads a time as files of visits write it: ISO with or without an offset, «21.11.2026 14:32»,
 * UNIX seconds or milliseconds, or a spreadsheet's count of days. Without an offset it is the given zone's clock. Null: unreadable.
 */
export function readTouchTime(text: string, zone: Zone): Instant | null {
  const value = text.trim();
  if (UNIX.test(value)) return value.length > 10 ? Number(value) : Number(value) * 1000;
  if (SERIAL.test(value)) return readSerial(Number(value), zone);
  const iso = ISO.exec(value);
  if (iso) return readParts([iso[1], iso[2], iso[3], iso[4], iso[5], iso[6]], iso[7], zone);
  const own = RUSSIAN.exec(value);
  if (!own) return null;
  const year = own[3]?.length === 2 ? `20${own[3]}` : own[3];
  return readParts([year, own[2], own[1], own[4], own[5], own[6]], undefined, zone);
}

function readSerial(days: number, zone: Zone): Instant | null {
  const wall = new Date(Math.round((days - SERIAL_1970) * DAY_S) * 1000).toISOString();
  return readLocal(wall.slice(0, 19), zone).instant;
}

type Part = string | undefined;

function readParts(
  [year, month, date, hour, minute, second]: readonly [Part, Part, Part, Part, Part, Part],
  offset: string | undefined,
  zone: Zone,
): Instant | null {
  const day = `${year}-${pad(month)}-${pad(date)}`;
  const wall = `${day} ${pad(hour)}:${pad(minute)}:${pad(second)}`;
  if (offset === undefined) return readLocal(wall, zone).instant;
  const utc = readLocal(wall, 'UTC').instant;
  return utc === null ? null : utc - offsetMs(offset);
}

function offsetMs(text: string): number {
  if (/^(z|utc)$/i.test(text)) return 0;
  const digits = text.slice(1).replace(':', '');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return (text.startsWith('-') ? -1 : 1) * minutes * 60_000;
}

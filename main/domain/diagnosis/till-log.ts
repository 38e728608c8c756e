import { stampOf } from './log-patterns.ts';

/** What `cash-server.log` says of the till; the last line of each kind counts (`iiko-local.md` 1.7). */
export type TillLogReading = Readonly<{
  isMain: boolean | null;
  mainConfigured: boolean | null;
  offsetMinutes: number | null;
  lastLineAt: number | null;
}>;

const MAIN = /Is MainCash:\s*(True|False)/i;
const CONFIGURED = /Is MainCash configured:\s*(True|False)/i;
const ZONE = /Current time zone is \(UTC(?:([+-])(\d\d):(\d\d))?\)/i;

/** Reads the facts of the till's own log. */
export function readTillLog(lines: readonly string[]): TillLogReading {
  let isMain: boolean | null = null;
  let mainConfigured: boolean | null = null;
  let offsetMinutes: number | null = null;
  let lastLineAt: number | null = null;
  for (const line of lines) {
    lastLineAt = stampOf(line) ?? lastLineAt;
    isMain = flagOf(MAIN, line) ?? isMain;
    mainConfigured = flagOf(CONFIGURED, line) ?? mainConfigured;
    offsetMinutes = offsetOf(line) ?? offsetMinutes;
  }
  return { isMain, mainConfigured, offsetMinutes, lastLineAt };
}

function flagOf(pattern: RegExp, line: string): boolean | null {
  const found = pattern.exec(line)?.[1];
  return found === undefined ? null : found.toLowerCase() === 'true';
}

function offsetOf(line: string): number | null {
  const found = ZONE.exec(line);
  if (!found) return null;
  const [, sign, hours, minutes] = found;
  const total = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return sign === '-' ? -total : total;
}

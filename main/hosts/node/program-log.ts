import { appendFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { LogEntry } from '../../outside.ts';
import { maskPersonal } from './mask-personal.ts';

const MAX_BYTES = 2_000_000;
const KEPT_FILES = 5;

export type ProgramLog = Readonly<{ folder: string; log(entry: LogEntry): void }>;

/**
 * The program's own log: one JSON object a line in `<data folder>/logs`, five files of two
 * megabytes, masked. Writing never throws: a full disk must not stop the program over its log.
 */
export function openProgramLog(dataFolder: string, now: () => number = Date.now): ProgramLog {
  const folder = join(dataFolder, 'logs');
  const file = join(folder, 'desk.log');
  const log = (entry: LogEntry): void => {
    try {
      // Where the data folder could not be made there is nothing to write into.
      if (!existsSync(dataFolder)) return;
      mkdirSync(folder, { recursive: true });
      rotateWhenFull(file);
      appendFileSync(file, `${line(entry, now())}\n`);
    } catch {
      return;
    }
  };
  return { folder, log };
}

/** Masked part by part: the reference and the time must stay readable. */
function line(entry: LogEntry, at: number): string {
  const { level, code, params, stack, reference } = entry;
  const masked = params && Object.entries(params).map(([key, value]) => [key, maskParam(value)]);
  return JSON.stringify({
    at: new Date(at).toISOString(),
    level,
    code,
    params: masked && (Object.fromEntries(masked) as Record<string, string | number>),
    stack: stack === undefined ? undefined : maskPersonal(stack),
    reference,
  });
}

const maskParam = (value: string | number): string | number =>
  typeof value === 'string' ? maskPersonal(value) : value;

function rotateWhenFull(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size < MAX_BYTES) return;
  rmSync(`${file}.${KEPT_FILES - 1}`, { force: true });
  for (let index = KEPT_FILES - 2; index >= 1; index -= 1) moveIfThere(file, index);
  renameSync(file, `${file}.1`);
}

function moveIfThere(file: string, index: number): void {
  const from = `${file}.${index}`;
  if (statSync(from, { throwIfNoEntry: false })) renameSync(from, `${file}.${index + 1}`);
}

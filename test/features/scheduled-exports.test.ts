import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportSchedule, type ExportSchedule } from '../../main/contract/export-schedule.ts';
import { createScheduledExports } from '../../main/features/reports/scheduled-exports.ts';
import type { Outside } from '../../main/outside.ts';
import { ensureFirstProfile } from '../../main/features/profiles/index.ts';
import { chanceOf } from '../support/chance.ts';
import { storeWithFacts } from '../support/store-with-facts.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let home: string;
let folder: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'exports-'));
  folder = join(home, 'Отчёты');
  mkdirSync(folder);
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const wanted = (into: string): ExportSchedule =>
  exportSchedule.parse({
    name: 'Каналы',
    query: { report: 'channels', period: { from: '2026-01-01', to: '2026-01-01' } },
    preset: 'this-year',
    format: 'csv',
    language: 'ru',
    folder: into,
    hour: 6,
    weekday: null,
  });

/** A clock that a test moves; the look every minute waits for it. */
async function desk() {
  const { db } = await storeWithFacts(chanceOf(5), 20);
  let now = new Date(2026, 10, 21, 5, 0).getTime();
  let wake = (): void => undefined;
  ensureFirstProfile(db, 'Ирина', now);
  const outside = {
    host: 'test',
    dataFolder: mkdtempSync(join(home, 'data-')),
    now: () => now,
    log: () => undefined,
    scheduled: true,
    sleep: (_ms: number, signal: AbortSignal) =>
      new Promise<void>((resolve, reject) => {
        wake = resolve;
        signal.addEventListener('abort', () => reject(signal.reason as Error));
      }),
  } as unknown as Outside;
  const exports = createScheduledExports({ db, outside, changed: () => undefined });
  const running = exports.start();
  const pass = async (ms: number): Promise<void> => {
    now += ms;
    wake();
    await new Promise((resolve) => setTimeout(resolve, 150));
  };
  const close = async (): Promise<void> => {
    exports.close();
    await running;
  };
  return { ...exports.handlers, pass, close, dataFolder: outside.dataFolder };
}

const files = (): string[] => readdirSync(folder).filter((name) => name.endsWith('.csv'));

describe('a scheduled export', () => {
  it('is written at its hour once, with days that follow the calendar, and again the next day', async () => {
    const { saveSchedule, schedules, pass, close, dataFolder } = await desk();
    await saveSchedule(wanted(folder));
    await pass(30 * MINUTE);
    expect(files()).toEqual([]);
    await pass(31 * MINUTE);
    expect(files()).toHaveLength(1);
    expect(files()[0]).toContain('2026-01-01–2026-11-21');
    expect(readFileSync(join(folder, files()[0]!), 'utf8')).toMatch(/^\uFEFF/);
    await pass(MINUTE);
    expect(files()).toHaveLength(1);
    await pass(72 * HOUR);
    expect(files()).toHaveLength(2);
    expect((await schedules({}))[0]?.last).toMatchObject({ failure: null });
    expect(readdirSync(join(dataFolder, 'transfers'))).toEqual([]);
    await close();
  });

  it('never replaces a file, and says why it could not be written', async () => {
    const { saveSchedule, runSchedule, schedules, close } = await desk();
    const { id } = await saveSchedule(wanted(folder));
    const first = await runSchedule({ id });
    writeFileSync(join(folder, first.last!.fileName!), 'mine');
    const second = await runSchedule({ id });
    expect(second.last!.fileName).toMatch(/ \(2\)\.csv$/);
    expect(readFileSync(join(folder, first.last!.fileName!), 'utf8')).toBe('mine');
    rmSync(folder, { recursive: true });
    expect((await runSchedule({ id })).last).toMatchObject({ fileName: null });
    expect((await schedules({}))[0]?.last?.failure).not.toBeNull();
    await close();
  });

  it('wants a folder that is there, given by its whole path', async () => {
    const { saveSchedule, close } = await desk();
    const tried = async (into: string) => saveSchedule(wanted(into));
    await expect(tried('reports')).rejects.toMatchObject({ code: 'reports.no-folder' });
    await expect(tried(join(folder, 'none'))).rejects.toMatchObject({ code: 'reports.no-folder' });
    await close();
  });
});

import { z } from 'zod';
import type { ZoneFinding } from '../domain/zones/zone-finding.ts';
import type { ZoneRepair } from '../domain/zones/repair/zone-repair.ts';
import type { ZoneImport, ZoneImportReport } from '../domain/zones/zone-import.ts';
import type { ZoneVerdict } from '../domain/zones/zone-verdict.ts';
import { ask } from './define.ts';

const path = z.string().min(1).max(1000);
const longitude = z.number().min(-180).max(180);
const latitude = z.number().min(-90).max(90);
const position = z.tuple([longitude, latitude]).readonly();
const cities = z.array(position).max(100).readonly().default([]);
const run = z.string().min(1).max(60);
const format = z.enum(['kml', 'kmz', 'geojson']);

/** A zone in figures; `areaM2` in square metres, without its holes. */
export type ZoneFigures = Readonly<{
  name: string;
  parts: number;
  holes: number;
  vertices: number;
  areaM2: number;
}>;

/** What a file holds, what became of each feature, and what iiko would refuse in it. */
export type ZoneFileCheck = Readonly<{
  zones: readonly ZoneFigures[];
  report: ZoneImportReport;
  findings: readonly ZoneFinding[];
  verdict: ZoneVerdict;
}>;

/** Names of the zone that a place belongs to and of all zones that hold it. */
export type ZoneFileLocation = Readonly<{ zone: string | null; all: readonly string[] }>;

/** A file that waits for `transfer`, and how many zones it holds. */
export type ZoneFileMade = Readonly<{ handle: string; fileName: string; zones: number }>;

/** One repair that was made, the zones that it changed by name, and the ground that moved. */
export type ZoneRepairStep = Readonly<{
  repair: ZoneRepair['kind'];
  zones: readonly string[];
  movedM2: number;
}>;

/** The repaired map as a file, what was done to it, and what only a person can mend. */
export type ZoneFileRepaired = ZoneFileMade &
  Readonly<{
    steps: readonly ZoneRepairStep[];
    left: readonly ZoneFinding[];
    verdict: ZoneVerdict;
  }>;

/** Files and links that hold zones; nothing of them is kept (`iiko-local.md` 2.2–2.6). */
export const zoneFiles = {
  /** Cities are where the organisation delivers; those of the connected organisations count too. */
  check: ask('report', z.strictObject({ path, cities })).gives<ZoneFileCheck>(),
  locate: ask('report', z.strictObject({ path, at: position })).gives<ZoneFileLocation>(),
  /** The same zones in another format, for My Maps, Constructor or a colleague. */
  convert: ask('report', z.strictObject({ path, format })).gives<ZoneFileMade>(),
  /**
   * Repairs all that needs no person's word. Common ground is cut, split along the middle or left;
   * gaps up to `closeGapsM` metres are closed, borders simplified by `simplifyM` metres.
   */
  repair: ask(
    'report',
    z.strictObject({
      path,
      format,
      cities,
      overlaps: z.enum(['cut', 'split-middle', 'leave']).default('split-middle'),
      closeGapsM: z.number().min(0).max(1000).default(0),
      simplifyM: z.number().min(0).max(1000).default(0),
      /** The name for zones without one. */
      unnamed: z.string().min(1).max(100),
    }),
  ).gives<ZoneFileRepaired>(),
  /** The zones of a file and what became of each of its features. */
  open: ask(
    'report',
    z.strictObject({ path, run: run.nullable().default(null) }),
  ).gives<ZoneImport>(),
  /** How far `open` is under this name, from 0 to 1; null when it is not on its way. */
  progress: ask('report', z.strictObject({ run })).gives<number | null>(),
  /**
   * Downloads the map that a pasted link leads to, from Google's and Yandex' own hosts alone; the
   * file at `path` lasts until the next start.
   */
  fetchLink: ask('core', z.strictObject({ link: z.string().max(10_000) })).gives<
    Readonly<{ path: string }>
  >(),
} as const;

import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Display, Rectangle } from 'electron';
import { z } from 'zod';
import { fitBounds } from './fit-bounds.ts';

export type WindowBounds = Readonly<{ bounds: Rectangle; maximized: boolean }>;

const whole = z.int().min(-100_000).max(100_000);
const kept = z.object({
  bounds: z.object({ x: whole, y: whole, width: whole.min(1), height: whole.min(1) }),
  maximized: z.boolean(),
});

/** Where the window was, as far as today's screens show it; null when nothing usable was kept or its screen is gone. */
export function readBounds(file: string, displays: readonly Display[]): WindowBounds | null {
  try {
    const { bounds, maximized } = kept.parse(JSON.parse(readFileSync(file, 'utf8')));
    const areas = displays.map(({ workArea }) => workArea);
    const fitted = fitBounds(bounds, areas);
    return fitted && { bounds: fitted, maximized };
  } catch {
    return null;
  }
}

/** Keeps where the window is; a full disk only means that it is not remembered. */
export function saveBounds(file: string, bounds: WindowBounds): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, JSON.stringify(bounds));
    renameSync(`${file}.new`, file);
  } catch {
    return;
  }
}

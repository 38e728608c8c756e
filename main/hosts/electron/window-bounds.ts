import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Display, Rectangle } from 'electron';
import { z } from 'zod';

export type WindowBounds = Readonly<{ bounds: Rectangle; maximized: boolean }>;

const whole = z.int().min(-100_000).max(100_000);
const kept = z.object({
  bounds: z.object({ x: whole, y: whole, width: whole.min(1), height: whole.min(1) }),
  maximized: z.boolean(),
});

/** The least of the window that must be on some screen, in pixels each way. */
const VISIBLE = 100;

/** Where the window was; null when nothing usable was kept or its screen is gone. */
export function readBounds(file: string, displays: readonly Display[]): WindowBounds | null {
  try {
    const { bounds, maximized } = kept.parse(JSON.parse(readFileSync(file, 'utf8')));
    const seen = displays.some(({ workArea }) => isVisible(bounds, workArea));
    return seen ? { bounds, maximized } : null;
  } catch {
    return null;
  }
}

function isVisible(bounds: Rectangle, area: Rectangle): boolean {
  const width = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
  const height =
    Math.min(bounds.y + bounds.height, area.y + area.height) - Math.max(bounds.y, area.y);
  return width >= VISIBLE && height >= VISIBLE;
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

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { App } from 'electron';
import { z } from 'zod';
import type { LogEntry } from '../../outside.ts';

/** So often Chromium itself tries before it gives the card up for this run. */
const MANY = 3;
/** A driver may have been mended meanwhile. */
const TRY_CARD_AGAIN_MS = 7 * 86_400_000;

const kept = z.object({ at: z.number() });

/**
 * Draws without the graphics card for a week after it failed three times in one run, as cards of
 * remote desktops and old PCs do; `noteFile` remembers it. Must run before the application is ready.
 */
export function drawWithoutBrokenCard(
  app: Pick<App, 'disableHardwareAcceleration' | 'on'>,
  noteFile: string,
  log: (entry: LogEntry) => void,
  now: () => number = Date.now,
): void {
  if (isNoted(noteFile, now())) app.disableHardwareAcceleration();
  let failures = 0;
  app.on('child-process-gone', (_event, { type, reason }) => {
    if (type !== 'GPU' || reason === 'clean-exit') return;
    failures += 1;
    log({ level: 'warning', code: 'window.card-failed', params: { reason, failures } });
    if (failures === MANY) note(noteFile, now());
  });
}

function isNoted(file: string, now: number): boolean {
  try {
    const { at } = kept.parse(JSON.parse(readFileSync(file, 'utf8')));
    if (now >= at && now - at < TRY_CARD_AGAIN_MS) return true;
    rmSync(file, { force: true });
  } catch {
    // None was kept, or nothing usable.
  }
  return false;
}

/** A full disk only means that the next start tries the card again. */
function note(file: string, at: number): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify({ at }));
  } catch {
    return;
  }
}

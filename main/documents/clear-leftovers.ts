import { rmSync } from 'node:fs';

/** A scanner of viruses lets a file go within moments. */
const AGAIN = { maxRetries: 3, retryDelay: 30 };

/**
 * Removes a folder of what an earlier run left. What another program holds (under Windows it stays
 * in its folder until it is let go) is left for the next time: no start may fail for it.
 */
export function clearLeftovers(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, ...AGAIN });
  } catch {
    // Files get a name of their own each time: an old one is in nobody's way.
  }
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const isFeed = (text: string): boolean => {
  const url = URL.parse(text);
  return url?.protocol === 'https:' && url.username === '' && url.password === '';
};

const kept = z.object({ feed: z.string().max(500).refine(isFeed) });

/**
 * The customer's own update server as `updates.json` of the data folder names it; null: updates are
 * off, which they are until somebody writes that file.
 */
export function readUpdateFeed(dataFolder: string): string | null {
  try {
    return kept.parse(JSON.parse(readFileSync(join(dataFolder, 'updates.json'), 'utf8'))).feed;
  } catch {
    return null;
  }
}

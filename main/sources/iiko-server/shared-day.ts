import type { ServerDay } from './fetch-day.ts';
import type { ReadDay } from './fetch-windows.ts';

const FRESH_MS = 10 * 60_000;

type Kept = Readonly<{ day: string; at: number; read: ServerDay; served: Set<string> }>;

/**
 * Reports are asked for the whole server, whatever number of venues it has: the last day that was
 * read serves each of them once, while it is fresh.
 */
export function shareDay(
  fetchDay: (day: string, signal: AbortSignal) => Promise<ServerDay>,
  now: () => number,
): ReadDay {
  let kept: Kept | null = null;
  return async (day, organizationId, signal) => {
    const usable =
      kept !== null &&
      kept.day === day &&
      Math.abs(now() - kept.at) < FRESH_MS &&
      !kept.served.has(organizationId);
    if (!usable) kept = { day, at: now(), read: await fetchDay(day, signal), served: new Set() };
    kept!.served.add(organizationId);
    return kept!.read;
  };
}

import { Failure } from '../../domain/failure.ts';
import { startWebHost, type WebHost, type WebHostOptions } from './start-web-host.ts';

/** Where a bookmark finds the program, when no other user of this PC was there first. */
const USUAL_PORT = 47_800;

/**
 * Serves on the port that was asked for (`conflict` `hosts.port-taken` {port}); on none: on the usual
 * one, or a free one where another user's program has that or the system keeps it for itself.
 */
export async function startOnPort(
  options: Omit<WebHostOptions, 'port'>,
  asked: number | null,
): Promise<WebHost> {
  const start = (port: number): Promise<WebHost> => startWebHost({ ...options, port });
  if (asked === null) return start(USUAL_PORT).catch(() => start(0));
  return start(asked).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    throw new Failure('conflict', 'hosts.port-taken', { port: asked });
  });
}

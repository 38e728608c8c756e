import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { Failure } from '../domain/failure.ts';

const WAIT_MS = 5;
const LONGEST_WAIT_MS = 10_000;

/** Resolves after so many milliseconds; the clock comes from outside. */
export type Sleep = (ms: number) => Promise<void>;

/**
 * Does the work while no other program of ours on this PC does any under the same name. The name
 * is held as a local socket, which the operating system frees when its holder dies: no lock file
 * can be left behind in somebody's folder. Waits up to 10 s, then `Failure('busy')`.
 */
export async function withExclusiveName<Value>(
  name: string,
  sleep: Sleep,
  work: () => Promise<Value>,
): Promise<Value> {
  const held = await hold(addressOf(name), sleep);
  try {
    return await work();
  } finally {
    held.close();
    await once(held, 'close');
  }
}

async function hold(address: string, sleep: Sleep): Promise<Server> {
  for (let waitedMs = 0; ; waitedMs += WAIT_MS) {
    const server = await listen(address);
    if (server) return server;
    if (waitedMs >= LONGEST_WAIT_MS) throw new Failure('busy', 'document.being-saved', {});
    await sleep(WAIT_MS);
  }
}

/** A server at the address, or null while another holds it. */
async function listen(address: string): Promise<Server | null> {
  const server = createServer((connection) => connection.destroy());
  try {
    const listening = once(server, 'listening');
    server.listen(address);
    await listening;
    return server;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return null;
    throw error;
  }
}

/** Windows: a named pipe; Linux: an abstract socket. Neither is a file on disk. */
function addressOf(name: string): string {
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 32);
  const own = `delivery-desk-${hash}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${own}` : `\0${own}`;
}

import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';
import type { TakenPort } from '../../domain/diagnosis/port-answer.ts';

const HERE = '127.0.0.1';

/**
 * Ports from `first` to `last` that a program on this PC holds already, by transport: a call of iiko
 * needs them free (K2). Each is taken for a moment on the loopback address, which no firewall asks
 * about, and given back. Never rejects.
 */
export async function findTakenPorts(first: number, last: number): Promise<readonly TakenPort[]> {
  const ports = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const found = await Promise.all(
    ports.flatMap((port) => [
      takeTcp(port).then((free) => ({ port, transport: 'tcp' as const, free })),
      takeUdp(port).then((free) => ({ port, transport: 'udp' as const, free })),
    ]),
  );
  return found.filter(({ free }) => !free).map(({ port, transport }) => ({ port, transport }));
}

function takeTcp(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: HERE, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

function takeUdp(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createSocket('udp4');
    socket.once('error', () => {
      socket.close();
      resolve(false);
    });
    socket.bind({ port, address: HERE, exclusive: true }, () => socket.close(() => resolve(true)));
  });
}

import { createSocket } from 'node:dgram';
import { createServer, type AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { findTakenPorts } from '../../../main/sources/telephony/find-taken-ports.ts';

test('a port that another program holds is named by its transport, and free ones stay free', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  expect(await findTakenPorts(port, port)).toEqual([{ port, transport: 'tcp' }]);

  const udp = createSocket('udp4');
  await new Promise<void>((resolve) => udp.bind(port, '127.0.0.1', resolve));
  expect(await findTakenPorts(port, port)).toEqual([
    { port, transport: 'tcp' },
    { port, transport: 'udp' },
  ]);

  udp.close();
  await new Promise((resolve) => server.close(resolve));
  expect(await findTakenPorts(port, port)).toEqual([]);
  expect(await findTakenPorts(port, port)).toEqual([]);
});

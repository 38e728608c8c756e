import { createSocket } from 'node:dgram';
import { createServer, type AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { probePbx } from '../../../main/sources/telephony/probe-pbx.ts';

const states = (answers: Awaited<ReturnType<typeof probePbx>>): Record<string, string> =>
  Object.fromEntries(answers.map(({ transport, state }) => [transport, state]));

async function withPbx(answersUdp: boolean, ask: (port: number) => Promise<void>): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const udp = createSocket('udp4');
  let heard = '';
  udp.on('message', (message, from) => {
    heard = message.toString();
    if (answersUdp) udp.send('SIP/2.0 200 OK\r\n\r\n', from.port, from.address);
  });
  await new Promise<void>((resolve) => udp.bind(port, '127.0.0.1', resolve));
  await ask(port);
  udp.close();
  await new Promise((resolve) => server.close(resolve));
  return heard;
}

test('a PBX that answers both ways is asked with OPTIONS', async () => {
  const heard = await withPbx(true, async (port) => {
    expect(states(await probePbx('127.0.0.1', port, 1000))).toEqual({
      tcp: 'answers',
      udp: 'answers',
    });
  });
  expect(heard).toMatch(/^OPTIONS sip:127\.0\.0\.1:\d+ SIP\/2\.0\r\n/);
});

test('silence is told from a closed port', async () => {
  await withPbx(false, async (port) => {
    expect(states(await probePbx('127.0.0.1', port, 200))).toEqual({
      tcp: 'answers',
      udp: 'silent',
    });
  });
});

test('a closed port', async () => {
  let closed = 0;
  await withPbx(true, async (port) => void (closed = port));
  expect(states(await probePbx('127.0.0.1', closed, 500))).toEqual({
    tcp: 'closed',
    udp: 'closed',
  });
});

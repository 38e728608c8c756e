import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { failureOf } from '../../support/failure-of.ts';
import { sendJson, type StandInVendor } from '../../support/stand-in-vendor.ts';
import { misbehavingVendorOfFile, poll } from './misbehaving-vendor.ts';
import { openSource } from './open-source.ts';

const { vendor, badly, orderCalls } = misbehavingVendorOfFile();

const transient: [name: string, code: string, misbehave: StandInVendor['answer']][] = [
  ['408', 'timeout', (_, r) => sendJson(r, { errorDescription: 'x', error: null }, 408)],
  ['429 without a body', 'too-many-requests', (_, r) => r.writeHead(429).end()],
  ['500', 'server-error', (_, r) => sendJson(r, { errorDescription: 'x' }, 500)],
  ['502 in HTML', 'server-error', (_, r) => r.writeHead(502).end('<html>Bad gateway</html>')],
  ['a reset', 'unreachable', (_, r) => r.socket?.resetAndDestroy()],
  [
    'a body cut off in the middle',
    'broken-answer',
    async (_, r) => {
      r.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '1000' });
      r.write('{"correlationId":');
      await pause(20);
      r.socket?.destroy();
    },
  ],
  [
    'JSON cut off without a word',
    'broken-answer',
    (_, r) => r.writeHead(200, { 'Content-Type': 'application/json' }).end('{"maxRevision":1,"ord'),
  ],
  [
    'a proxy’s page',
    'not-json',
    (_, r) => r.writeHead(200, { 'Content-Type': 'text/html' }).end('<html>Войдите в сеть</html>'),
  ],
  [
    'bytes that are no text',
    'broken-answer',
    (_, r) =>
      r
        .writeHead(200, { 'Content-Type': 'application/json' })
        .end(Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')])),
  ],
  ['a list instead of an object', 'broken-answer', (_, r) => sendJson(r, [1, 2])],
];

describe.each(transient)('%s', (_name, code, misbehave) => {
  it('is tried again, and the answer then counts', async () => {
    badly(2, misbehave);
    const opened = openSource(vendor());
    const read = await poll(opened);
    expect(read.orders).toHaveLength(1);
    expect(opened.waitsMs).toHaveLength(2);
    expect(opened.waitsMs[1]!).toBeGreaterThan(opened.waitsMs[0]!);
  });

  it('ends in a clear failure after four tries', async () => {
    badly(Number.POSITIVE_INFINITY, misbehave);
    const opened = openSource(vendor());
    const failure = await failureOf(() => poll(opened));
    expect(failure.code).toBe(`iiko-cloud.${code}`);
    expect(orderCalls()).toBe(4);
    expect(opened.log.at(-1)).toMatchObject({ attempt: 4, failure: failure.code });
  });
});

import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { failureOf } from '../../support/failure-of.ts';
import { sendJson, type StandInVendor } from '../../support/stand-in-vendor.ts';
import { misbehavingVendorOfFile, poll } from './misbehaving-vendor.ts';
import { CONTEXT, openSource, page, withTokens } from './open-source.ts';

const { vendor, badly, orderCalls } = misbehavingVendorOfFile();

describe('time', () => {
  it('never hangs longer than the timeout and a second, on silence as on a slow drip', async () => {
    const silence: StandInVendor['answer'] = () => undefined;
    const drip: StandInVendor['answer'] = async (_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      while (!response.destroyed) {
        response.write(' ');
        await pause(50);
      }
    };
    for (const misbehave of [silence, drip]) {
      badly(1, misbehave);
      const startedAt = performance.now();
      await poll(openSource(vendor()));
      expect(performance.now() - startedAt).toBeLessThan(2000);
    }
  });

  it('stops at once when cancelled, waiting or running', async () => {
    badly(1, () => undefined);
    const { source } = openSource(vendor(), { timeoutSeconds: 60 });
    const stop = new AbortController();
    const running = failureOf(() => source.fetchOrdersChanged([CONTEXT], 1, stop.signal));
    const waiting = failureOf(() => source.fetchOrganizations(stop.signal));
    setTimeout(() => stop.abort(), 30);
    expect((await running).code).toBe('source.cancelled');
    expect((await waiting).code).toBe('source.cancelled');
  });

  it('sends the timeout to the server', async () => {
    badly(0, () => undefined);
    await poll(openSource(vendor(), { timeoutSeconds: 33 }));
    expect(vendor().seen.map(({ headers }) => headers['timeout'])).toEqual(['33', '33']);
  });

  it('takes the server’s clock from the Date header, whatever the PC says', async () => {
    const date = new Date(Date.UTC(2020, 0, 1, 3));
    badly(0, () => undefined);
    const { answer } = vendor();
    vendor().answer = (request, response) => {
      response.setHeader('Date', date.toUTCString());
      return answer(request, response);
    };
    const { source, signal, clock } = openSource(vendor());
    expect(source.serverNow()).toBeNull();
    const read = await source.fetchOrdersChanged([CONTEXT], 1, signal);
    expect(read.serverTime).toBe(date.getTime());
    clock.nowMs += 5000;
    expect(source.serverNow()).toBe(date.getTime() + 5000);
    clock.nowMs -= 1e12;
    expect(source.serverNow()).toBe(date.getTime());
  });
});

describe('asked to be slower', () => {
  it('honours Retry-After in seconds and as a date', async () => {
    for (const retryAfter of ['17', new Date(Date.now() + 17_500).toUTCString()]) {
      badly(1, (_, response) => sendJson(response, {}, 429, { 'Retry-After': retryAfter }));
      const opened = openSource(vendor());
      await poll(opened);
      expect(opened.waitsMs).toHaveLength(1);
      expect(opened.waitsMs[0]).toBeGreaterThanOrEqual(16_000);
      expect(opened.waitsMs[0]).toBeLessThanOrEqual(18_000);
    }
  });

  it('does not sit through a long silence, and sends nothing until it is over', async () => {
    badly(1, (_, response) => sendJson(response, {}, 429, { 'Retry-After': '600' }));
    const opened = openSource(vendor());
    const failure = await failureOf(() => poll(opened));
    expect(failure).toMatchObject({ kind: 'busy', code: 'iiko-cloud.asked-to-wait' });
    expect(failure.params['retryAfterSeconds']).toBe(600);
    opened.clock.nowMs += 300_000;
    expect((await failureOf(() => poll(opened))).params['retryAfterSeconds']).toBe(300);
    expect(orderCalls()).toBe(1);
    opened.clock.nowMs += 300_000;
    expect((await poll(opened)).orders).toHaveLength(1);
  });

  it('keeps the shortest time between requests', async () => {
    badly(0, () => undefined);
    const opened = openSource(vendor(), { minIntervalMs: 250 });
    await poll(opened);
    await poll(opened);
    expect(opened.waitsMs).toEqual([250, 250]);
  });

  it('has one request in flight per login, also over two openings of it', async () => {
    vendor().answer = withTokens(async (_, response) => {
      await pause(5);
      sendJson(response, page());
    });
    const opened = openSource(vendor());
    const twin = { ...opened, source: opened.again() };
    await Promise.all([opened, twin, opened, twin, opened].map(poll));
    expect(vendor().mostAtOnce).toBe(1);
    expect(vendor().seen.filter(({ path }) => path.endsWith('access_token'))).toHaveLength(1);
  });
});

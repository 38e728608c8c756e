import { describe, expect, it } from 'vitest';
import type { ProbeStep } from '../../../main/domain/probe-step.ts';
import { openServer, readDay, signal } from './open-server.ts';

const DAY = '2026-10-05';
const MAY_PASS = [
  'server-restart:0.2',
  'server-starting:0.2',
  'server-olap-timeout:0.2',
  'server-busy-text:0.25',
  'olap-row-missing#8',
  'olap-not-rows:0.25',
  'reset:0.25',
  'cut:0.25',
  'html:0.25',
  'wrong-encoding:0.25',
  'wrong-content-type:0.3',
] as const;

const idsOf = (read: Awaited<ReturnType<typeof readDay>>): string[] =>
  read.orders.map(({ order }) => order.identities[0].id).toSorted();

describe('iikoServer that misbehaves', () => {
  it.each(MAY_PASS)('%s costs no order and doubles none', async (faultList) => {
    const whole = await readDay(openServer().open(), DAY);
    const server = openServer({ faultList });
    const source = server.open();
    const read = await readDay(source, DAY);
    expect(read.quarantined).toEqual([]);
    expect(idsOf(read)).toEqual(idsOf(whole));
    // The fault struck: something was asked for again.
    if (faultList !== 'wrong-content-type:0.3') expect(server.asked.length).toBeGreaterThan(13);
    await source.close?.();
  });

  it('sets aside what can not be read, with a reason, and keeps the rest', async () => {
    const whole = await readDay(openServer().open(), DAY);
    const read = await readDay(openServer({ faultList: 'olap-row-bad:1@olap' }).open(), DAY);
    expect(read.quarantined.length).toBeGreaterThan(0);
    const reasons = new Set(read.quarantined.map(({ reason }) => reason));
    const known = ['bad-id', 'parts-disagree', 'bad-number', 'number-out-of-range', 'no-date'];
    expect([...reasons].filter((reason) => !known.includes(reason))).toEqual([]);
    const seen = new Set([
      ...idsOf(read),
      ...read.quarantined.flatMap(({ vendorId }) => vendorId ?? []),
    ]);
    expect(idsOf(whole).filter((id) => !seen.has(id))).toEqual([]);
    expect(read.orders.length).toBeGreaterThan(whole.orders.length - 12);
  });

  it('says who holds the slot when there is none, and takes none', async () => {
    const { chain, open } = openServer({ faultList: 'server-no-slot:1' });
    const failure = await readDay(open(), DAY).catch((error: unknown) => error);
    expect(failure).toMatchObject({ kind: 'busy', code: 'iiko-server.no-slot' });
    expect(chain.serverSlots().taken).toBe(0);
  });

  it('takes up the slot that a crash left, and gives it back', async () => {
    const server = openServer();
    await readDay(server.open(), DAY);
    // Killed here: nobody logged out, the only slot is taken.
    expect(server.chain.serverSlots()).toEqual({ taken: 1, logins: 1 });
    const next = server.open();
    await readDay(next, DAY);
    expect(server.chain.serverSlots()).toEqual({ taken: 1, logins: 1 });
    await next.close?.();
    expect(server.chain.serverSlots().taken).toBe(0);
    await readDay(server.open(), DAY);
    await server.open().close?.();
    expect([server.chain.serverSlots().taken, server.kept.size]).toEqual([0, 0]);
  });

  it('is refused by name when its login or its version is wrong', async () => {
    const wrong = await readDay(openServer().open('not-it'), DAY).catch((error: unknown) => error);
    expect(wrong).toMatchObject({ kind: 'refused', code: 'iiko-server.login-refused' });
    expect((await probed({ serverVersion: '4.1' })).at(-1)).toMatchObject({
      step: 'version',
      state: 'failed',
      evidence: 'iiko-server.too-old',
    });
    const old = await probed({ serverVersion: '4.2' });
    expect(old.at(-1)).toMatchObject({ step: 'logout', state: 'passed' });
    expect(old.find(({ step }) => step === 'columns')).toMatchObject({
      state: 'warned',
      evidence: 'columns-absent',
      params: { names: 'Delivery.SourceKey, ExternalNumber' },
    });
  });

  it('gives the slot back after a test, also after one that failed', async () => {
    const steps = await probed({});
    expect(steps.map(({ step, state }) => `${step} ${state}`)).toEqual([
      'certificate warned',
      'version passed',
      'token passed',
      'venues passed',
      'columns passed',
      'orders passed',
      'logout passed',
    ]);
    const server = openServer({ faultList: 'olap-not-rows:1' });
    for await (const _ of server.open().probe(signal()));
    expect(server.chain.serverSlots()).toEqual({ taken: 0, logins: 1 });
  });

  it('keeps passwords and hashes out of addresses', async () => {
    const server = openServer();
    await readDay(server.open(), DAY);
    expect(server.asked.length).toBeGreaterThan(10);
    expect(server.asked.filter((url) => /pass|key=|login/.test(url))).toEqual([]);
  });
});

async function probed(options: Parameters<typeof openServer>[0]): Promise<ProbeStep[]> {
  const steps: ProbeStep[] = [];
  const server = openServer(options);
  for await (const step of server.open().probe(signal())) steps.push(step);
  expect(server.chain.serverSlots().taken).toBe(0);
  return steps;
}

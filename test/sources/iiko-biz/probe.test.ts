import { describe, expect, it } from 'vitest';
import { readFaultList } from '../../../main/demo/faults/fault-plan.ts';
import { iikoBiz } from '../../../main/sources/iiko-biz/iiko-biz.ts';
import { iikoBizSettings } from '../../../main/sources/iiko-biz/settings.ts';
import type { ProbeStep } from '../../../main/domain/probe-step.ts';
import type { OrderSource } from '../../../main/sources/order-source.ts';
import { openBiz } from './open-chain.ts';

async function probed(source: OrderSource): Promise<readonly string[]> {
  const steps: ProbeStep[] = [];
  for await (const step of source.probe(new AbortController().signal)) steps.push(step);
  return steps.map(({ step, state, evidence }) => `${step} ${state} ${evidence}`);
}
const struckBy = (list: string) =>
  openBiz({ ordersPerDay: 40, faults: readFaultList(list, 1) }).source;

/** A port that nobody answers at, beside a site that opens or not. */
function blocked(siteOpens: boolean): OrderSource {
  const fetch = (input: Parameters<typeof globalThis.fetch>[0]) => {
    if (siteOpens && (input as string) === 'https://biz.example/') {
      return Promise.resolve(new Response('<html></html>'));
    }
    const cause = Object.assign(new Error('blocked'), { code: 'UND_ERR_CONNECT_TIMEOUT' });
    return Promise.reject(new TypeError('fetch failed', { cause }));
  };
  const sleep = () => Promise.resolve();
  const outside = { fetch, now: () => 0, sleep, random: () => 0.5, logRequest: () => undefined };
  const settings = iikoBizSettings.parse({ host: 'https://biz.example:9900', minIntervalMs: 0 });
  return iikoBiz.open(settings, { userId: 'demoDelivery', userSecret: 'PI1yFaKFCG' }, outside);
}

describe('the test of an iiko.biz connection', () => {
  it('goes from the login to a day of orders and the dictionaries', async () => {
    expect(await probed(openBiz({ ordersPerDay: 40 }).source)).toEqual([
      'token passed biz-token',
      'organizations passed organizations',
      'venues passed venues',
      'alive passed biz-alive',
      'orders passed biz-orders',
      'dictionaries passed dictionaries',
    ]);
  });

  it('tells a silent restaurant, an unpaid licence and a wrong login apart', async () => {
    expect(await probed(struckBy('biz-705:1'))).toEqual([
      'token passed biz-token',
      'organizations passed organizations',
      'venues passed venues',
      'alive warned biz-alive-partly',
      'orders failed source.restaurant-silent',
      'dictionaries warned biz-dictionaries-partly',
    ]);
    expect(await probed(struckBy('biz-licence:1'))).toEqual([
      'token passed biz-token',
      'organizations failed iiko-biz.licence',
    ]);
    const wrong = openBiz({ ordersPerDay: 40 }, { userSecret: 'wrong12345' }).source;
    expect(await probed(wrong)).toEqual(['token failed iiko-biz.login-refused']);
  });

  it('tells a closed port from a PC without internet', async () => {
    expect(await probed(blocked(true))).toEqual(['token failed biz-port-closed']);
    expect(await probed(blocked(false))).toEqual(['token failed iiko-biz.port-blocked']);
  });
});

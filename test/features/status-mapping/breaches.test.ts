import { describe, expect, it } from 'vitest';
import type { BreachReport } from '../../../main/contract/status-mapping.ts';
import type { WritableDb } from '../../../main/store/database.ts';
import { orderInfo } from '../../fixtures/iiko-cloud-order.ts';
import { mappedProgramOfTest, NOW, today } from '../../support/mapped-program.ts';
import { save } from '../../support/store-with-orders.ts';

const MINUTE = 60_000;

/** One order that went back from the courier to the kitchen. */
function fillOneLife(db: WritableDb): void {
  const times = { whenCreated: today('10:00'), completeBefore: today('11:00') };
  const seen = (status: string, agoMinutes: number): void => {
    const observedAt = NOW - agoMinutes * MINUTE;
    const order = orderInfo(7, { status, ...times }, { timestamp: observedAt });
    save(db, [order], 'revision', observedAt);
  };
  seen('WaitCooking', 50);
  seen('OnWay', 40);
  seen('CookingStarted', 20);
}

const { core } = mappedProgramOfTest(fillOneLife);

const report = (): Promise<BreachReport> =>
  core('breaches', { period: { from: '2026-11-19', to: '2026-11-20' } });
const found = async () => (await report()).breaches.map(({ breach }) => breach);
const limit = (status: string, minutes: number | null): Promise<unknown> =>
  core('setLimit', { system: 'iiko-cloud', status, minutes });
const move = (allowed: boolean | null): Promise<unknown> =>
  core('setMove', { system: 'iiko-cloud', from: 'OnWay', to: 'CookingStarted', allowed });

describe('breaches of rules in the journal', () => {
  it('are moves the wrong way, unless somebody allows them', async () => {
    const back = { type: 'move', from: 'OnWay', to: 'CookingStarted', at: NOW - 20 * MINUTE };
    expect(await found()).toEqual([back]);
    await move(true);
    expect(await found()).toEqual([]);
    await move(null);
    expect(await found()).toEqual([back]);
  });

  it('are stays longer than their limit, not as long as it', async () => {
    await move(true);
    await limit('OnWay', 20);
    expect(await found()).toEqual([]);
    await limit('OnWay', 19);
    await limit('CookingStarted', 10);
    const { orders, cut } = await report();
    expect([orders, cut]).toEqual([1, false]);
    const stay = { type: 'time', stayedMs: 20 * MINUTE };
    expect(await found()).toEqual([
      { ...stay, status: 'OnWay', at: NOW - 40 * MINUTE, limitMs: 19 * MINUTE },
      { ...stay, status: 'CookingStarted', at: NOW - 20 * MINUTE, limitMs: 10 * MINUTE },
    ]);
    await move(null);
    await limit('OnWay', null);
    expect(await core('rules')).toEqual({
      moves: [],
      limits: [{ system: 'iiko-cloud', status: 'CookingStarted', minutes: 10 }],
      clients: [],
    });
    expect((await found()).map(({ type }) => type)).toEqual(['move', 'time']);
  });

  it('are statuses that a type of client may not have', async () => {
    const allow = async (allowed: boolean): Promise<void> => {
      const place = { system: 'iiko-cloud', status: 'CookingStarted', allowed };
      for (const client of ['regular', 'one-time']) await core('setClient', { ...place, client });
    };
    await allow(false);
    const clients = (await found()).filter(({ type }) => type === 'client');
    expect(new Set(clients.map((breach) => 'status' in breach && breach.status))).toEqual(
      new Set(['CookingStarted']),
    );
    await allow(true);
    expect(await core('rules')).toMatchObject({ clients: [] });
  });

  it('are looked for in a quarter at most', async () => {
    await expect(
      core('breaches', { period: { from: '2026-01-01', to: '2026-11-20' } }),
    ).rejects.toMatchObject({ code: 'status-mapping.period-too-long' });
  });
});

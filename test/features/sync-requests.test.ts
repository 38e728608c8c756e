import { expect, it } from 'vitest';
import { manualClock } from '../../main/demo/chain-clock.ts';
import { createChain } from '../../main/demo/create-chain.ts';
import { readFaultList } from '../../main/demo/faults/fault-plan.ts';
import { readSync } from '../../main/features/sync/index.ts';
import { iikoCloud } from '../../main/sources/iiko-cloud/iiko-cloud.ts';
import { chainSource, createSyncWorld } from '../support/sync-world.ts';

it('a request that was tried again stands in the log with the vendor’s id, and every try is counted', async () => {
  const clock = manualClock(Date.UTC(2026, 10, 20, 9));
  const faults = readFaultList('500#5', 1);
  const chain = createChain({ clock, ordersPerDay: 60, historyDays: 1, faults });
  const world = createSyncWorld({
    now: () => clock.now(),
    historyDays: 1,
    open: (heard) => ({
      source: chainSource(chain, clock, () => clock.now(), heard),
      limits: iikoCloud.limits,
    }),
  });
  const { requests, outcome } = await world.run();
  expect([outcome, requests]).toEqual(['done', chain.requestCount()]);
  const asked = { connectionId: null, level: null, search: '', beforeId: null, count: 50 };
  const lines = (await readSync(world.db).log(asked)).filter(
    ({ code }) => code === 'request-retried',
  );
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({
    level: 'info',
    params: { tries: 2, status: 500, failure: 'iiko-cloud.server-error' },
    correlationId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  await world.close();
});

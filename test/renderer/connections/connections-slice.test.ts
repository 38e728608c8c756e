import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createConnectionsSlice } from '../../../renderer/features/connections/connections-slice.ts';
import { connection, connectionAnswers } from '../../support/connection-answers.ts';
import { createFakeCore } from '../../support/fake-client.ts';
import { idleConnection } from '../../support/idle-answers.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('counts are read again while sync goes on, once for many steps', async () => {
  const stand = connectionAnswers();
  const core = createFakeCore(stand.answers);
  const slice = createConnectionsSlice(core.client);
  await slice.read();
  const stop = slice.follow();
  stand.connections.splice(0, 1, connection({ orders: 10_000 }));
  for (let step = 0; step < 20; step += 1) core.announce('sync.progressed', [idleConnection()]);
  await vi.advanceTimersByTimeAsync(10_000);
  const state = slice.getState();
  expect(state.type === 'shown' && state.connections[0]?.orders).toBe(10_000);
  expect(core.asked.filter(({ topic }) => topic === 'connections.list')).toHaveLength(2);
  stop();
  core.announce('sync.progressed', [idleConnection()]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(core.asked.filter(({ topic }) => topic === 'connections.list')).toHaveLength(2);
});

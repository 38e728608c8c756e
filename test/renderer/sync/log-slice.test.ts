import { expect, test } from 'vitest';
import type { SyncLogEntry } from '../../../main/contract/sync.ts';
import { Failure } from '../../../main/domain/failure.ts';
import { createLogSlice } from '../../../renderer/features/sync/log-slice.ts';
import { createFakeCore } from '../../support/fake-client.ts';

const ALL = { connectionId: null, level: null, search: '' };

const line = (id: number): SyncLogEntry => ({
  id,
  at: id,
  connectionId: 1,
  runId: 1,
  level: 'info',
  code: id % 500 === 0 ? 'rare' : 'common',
  params: {},
  correlationId: null,
});

const write = ({ code }: SyncLogEntry): string => (code === 'rare' ? 'Редкое событие' : 'Обычное');

/** A log of 1,300 lines, newest first, answered page by page. */
function coreWithLog() {
  return createFakeCore({
    sync: {
      log: ({ beforeId, count }) => {
        const newest = (beforeId ?? 1301) - 1;
        const length = Math.max(0, Math.min(count, newest));
        return Array.from({ length }, (_, index) => line(newest - index));
      },
    },
  });
}

test('reads a page, then more, without gaps or repeats', async () => {
  const slice = createLogSlice(coreWithLog().client, ALL, write);
  await slice.read();
  await slice.readMore();
  const { list } = slice.getState();
  const ids = list.type === 'shown' ? list.entries.map(({ id }) => id) : [];
  expect(ids).toHaveLength(400);
  expect(ids).toEqual(ids.toSorted((left, right) => right - left));
  expect(new Set(ids).size).toBe(400);
});

test('finds what a person reads, far below the first page', async () => {
  const slice = createLogSlice(coreWithLog().client, { ...ALL, search: 'РЕДКОЕ' }, write);
  await slice.read();
  const { list } = slice.getState();
  expect(list.type === 'shown' && list.entries.map(({ id }) => id)).toEqual([1000, 500]);
  expect(list.type === 'shown' && list.more).toBe(false);
});

test('an answer that came too late does not replace the newer one', async () => {
  const slow = { resolve: () => {} };
  let calls = 0;
  const core = createFakeCore({
    sync: {
      log: async () => {
        calls += 1;
        if (calls > 1) return [line(2)];
        await new Promise<void>((resolve) => (slow.resolve = resolve));
        return [line(1)];
      },
    },
  });
  const slice = createLogSlice(core.client, ALL, write);
  const first = slice.read();
  await slice.read();
  slow.resolve();
  await first;
  const { list } = slice.getState();
  expect(list.type === 'shown' && list.entries.map(({ id }) => id)).toEqual([2]);
});

test('a failure is shown, not thrown', async () => {
  const core = createFakeCore({
    sync: {
      log: () => {
        throw new Failure('unreachable', 'bridge.core-unreachable');
      },
    },
  });
  const slice = createLogSlice(core.client, ALL, write);
  await slice.read();
  expect(slice.getState().list.type).toBe('failed');
});

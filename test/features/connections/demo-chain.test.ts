import { describe, expect, test } from 'vitest';
import { resumeDemo } from '../../../main/features/connections/index.ts';
import { connectedStoreOfTest, KEY } from '../../support/connected-store.ts';

const store = connectedStoreOfTest();

describe('the demo chain', () => {
  test('is one click, and a second click finds it', async () => {
    const first = await store().change.addDemo({});
    expect(first.demo).toBe(true);
    expect((await store().change.addDemo({})).id).toBe(first.id);
  });

  test('is followed to its new address after a restart', async () => {
    await store().change.addDemo({});
    const { host, work } = store();
    const { outside } = work;
    const moved = host.replace('127.0.0.1', 'localhost');
    const startDemo = () => Promise.resolve({ address: moved, apiLogin: KEY });
    await resumeDemo({ ...work, outside: { ...outside, startDemo } });
    expect((await store().read.list({}))[0]?.settings['host']).toBe(moved);
  });
});

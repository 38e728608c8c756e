import { describe, expect, test } from 'vitest';
import { connectedStoreOfTest, KEY } from '../../support/connected-store.ts';
import { codeOf } from '../../support/failure-of.ts';

const store = connectedStoreOfTest();

describe('the secret', () => {
  test('is nowhere in the store, the answers or the log', async () => {
    const added = await store().add();
    const stored = store().db.raw.serialize();
    expect(stored.includes(Buffer.from(KEY))).toBe(false);
    expect(JSON.stringify([added, await store().read.list({}), store().logged])).not.toContain(KEY);
  });

  test('goes to no other host than the one it was given for', async () => {
    const { id: connectionId } = await store().add();
    const elsewhere = { host: 'https://elsewhere.example' };
    const tested = () =>
      store().change.test({
        vendor: 'iiko-cloud',
        settings: elsewhere,
        secret: null,
        connectionId,
      });
    expect(await codeOf(tested)).toBe('connections.secret-for-new-host');
    const same = { connectionId, name: 'X', historyDays: 7, pollSeconds: 30, secret: null };
    expect(await codeOf(() => store().change.change({ ...same, settings: elsewhere }))).toBe(
      'connections.secret-for-new-host',
    );
  });

  test('is asked for again when the key store was lost, and all else is kept', async () => {
    const { id: connectionId } = await store().add();
    store().keyStoreLost = true;
    const settings = { host: store().host, minIntervalMs: 0 };
    const tested = () =>
      store().change.test({ vendor: 'iiko-cloud', settings, secret: null, connectionId });
    expect(await codeOf(tested)).toBe('connections.secret-lost');
    const [shown] = await store().read.list({});
    expect(shown).toMatchObject({ id: connectionId, secretKept: false });
    expect(shown?.organizations).toHaveLength(2);
    const { secret } = store().input();
    const common = { connectionId, name: 'Сеть', historyDays: 30, pollSeconds: 30, settings };
    expect(await store().change.change({ ...common, secret })).toMatchObject({
      secretKept: true,
      name: 'Сеть',
      historyDays: 30,
    });
  });
});

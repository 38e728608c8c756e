import { describe, expect, test } from 'vitest';
import { connectedStoreOfTest } from '../../support/connected-store.ts';
import { codeOf } from '../../support/failure-of.ts';

const store = connectedStoreOfTest();

describe('removing', () => {
  test('with its data kept can be undone, login included', async () => {
    const { id: connectionId } = await store().add();
    await store().change.remove({ connectionId, data: 'keep' });
    expect(await store().read.list({})).toEqual([]);
    const left = store().db.raw.prepare('SELECT secret FROM connection').get() as {
      secret: unknown;
    };
    expect(left.secret).toBeNull();
    expect(await store().change.restore({ connectionId })).toMatchObject({ secretKept: true });
  });

  test('adding the same login later brings the same connection back', async () => {
    const { id: connectionId } = await store().add();
    await store().change.remove({ connectionId, data: 'keep' });
    expect((await store().add({ name: 'Снова' })).id).toBe(connectionId);
  });

  test('with its data deleted can not be undone, and the login may be added anew', async () => {
    const { id: connectionId } = await store().add();
    store()
      .db.raw.prepare("INSERT INTO quarantine VALUES (1, ?, 1, NULL, 'x', x'00', x'00', 1)")
      .run(connectionId);
    await store().change.remove({ connectionId, data: 'delete' });
    await expect.poll(() => store().db.raw.prepare('SELECT * FROM quarantine').all()).toEqual([]);
    expect(await codeOf(() => store().change.restore({ connectionId }))).toBe('connections.absent');
    for (const table of ['connection', 'organization', 'venue']) {
      expect(store().db.raw.prepare(`SELECT * FROM ${table}`).all()).toEqual([]);
    }
    expect((await store().add()).organizations).toHaveLength(2);
  });
});

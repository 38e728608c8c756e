import { describe, expect, it } from 'vitest';
import { Failure } from '../../../main/domain/failure.ts';
import { createFakeCore } from '../../support/fake-client.ts';
import { idleAnswers } from '../../support/idle-answers.ts';

describe('client', () => {
  it('asks the topic its name says and answers the value', async () => {
    const core = createFakeCore(idleAnswers().answers);
    const profiles = await core.client.profiles.list({});
    expect(profiles).toHaveLength(3);
    expect(core.asked).toEqual([{ topic: 'profiles.list', input: {} }]);
  });

  it('throws the Failure that a failed outcome carries, whole', async () => {
    const core = createFakeCore({
      sync: {
        now: () => {
          throw new Failure('busy', 'sync.running', { count: 2 }, { reference: 'R-1' });
        },
      },
    });
    const caught: unknown = await core.client.sync
      .now({ connectionId: null })
      .catch((error: unknown) => error);
    expect(caught).toBeInstanceOf(Failure);
    expect((caught as Failure).toData()).toEqual({
      kind: 'busy',
      code: 'sync.running',
      params: { count: 2 },
      reference: 'R-1',
    });
  });

  it('hears only the news it asked for, until it stops', () => {
    const core = createFakeCore({});
    const heard: unknown[] = [];
    const stop = core.client.sync.onCompletenessChanged((value) => heard.push(value));
    core.announce('sync.completenessChanged', { days: 2 });
    core.announce('settings.changed', null);
    stop();
    core.announce('sync.completenessChanged', { days: 3 });
    expect(heard).toEqual([{ days: 2 }]);
  });

  it('is not a promise, and gives the same function each time', async () => {
    const { client } = createFakeCore({});
    expect(await Promise.resolve(client)).toBe(client);
    expect(client.orders).toBe(client.orders);
    expect(client.orders.open).toBe(client.orders.open);
  });
});

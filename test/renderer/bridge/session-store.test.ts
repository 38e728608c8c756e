import { describe, expect, it } from 'vitest';
import { Failure } from '../../../main/domain/failure.ts';
import { createSessionStore, type SessionStore } from '../../../renderer/bridge/session-store.ts';
import { createFakeCore } from '../../support/fake-client.ts';
import { idleAnswers } from '../../support/idle-answers.ts';

function themeOf(store: SessionStore): string {
  const state = store.getState();
  return state.type === 'shown' ? state.session.personal.theme : state.type;
}

const refuse = (): never => {
  throw new Failure('refused', 'profiles.right-missing');
};

describe('session', () => {
  it('shows a change before it is saved, and saves only the change', async () => {
    const core = createFakeCore(idleAnswers().answers);
    const store = createSessionStore(core.client);
    await store.reload();
    const saving = store.changePersonal({ theme: 'dark' });
    expect(themeOf(store)).toBe('dark');
    await saving;
    expect(core.asked.at(-1)).toEqual({
      topic: 'settings.changePersonal',
      input: { theme: 'dark' },
    });
  });

  it('takes a change back when it could not be saved', async () => {
    const { answers } = idleAnswers();
    const settings = { ...answers.settings, changePersonal: refuse };
    const store = createSessionStore(createFakeCore({ ...answers, settings }).client);
    await store.reload();
    await expect(store.changePersonal({ theme: 'dark' })).rejects.toThrow(Failure);
    expect(themeOf(store)).toBe('system');
  });

  it('reads again when settings changed elsewhere, and stops when told', async () => {
    const { state, answers } = idleAnswers();
    const core = createFakeCore(answers);
    const store = createSessionStore(core.client);
    await store.reload();
    const stop = store.follow();
    state.personal.theme = 'light';
    core.announce('settings.changed', null);
    await expect.poll(() => themeOf(store)).toBe('light');
    stop();
    const asked = core.asked.length;
    core.announce('profiles.changed', null);
    expect(core.asked).toHaveLength(asked);
  });

  it('fails with the reason, but keeps what is shown when a later reading fails', async () => {
    const { answers } = idleAnswers();
    let broken = true;
    const list = () => (broken ? refuse() : []);
    const store = createSessionStore(createFakeCore({ ...answers, profiles: { list } }).client);
    await store.reload();
    expect(store.getState()).toMatchObject({
      type: 'failed',
      failure: { code: 'profiles.right-missing' },
    });
    broken = false;
    await store.reload();
    broken = true;
    await store.reload();
    expect(store.getState().type).toBe('shown');
  });
});

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Client } from '../../main/contract/index.ts';
import type { Profile } from '../../main/contract/profiles.ts';
import type { AboutProgram, PersonalSettings } from '../../main/contract/settings.ts';
import type { Reading } from './reading.ts';
import { toFailure } from './to-failure.ts';

/** Who works here and how they like it. */
export type Session = Readonly<{
  personal: PersonalSettings;
  profiles: readonly Profile[];
  about: AboutProgram;
}>;

/** Who works here, what they may do and how they want the program. */
export type SessionState = Reading<{ session: Session }>;

/** The session and the ways to change it. */
export type SessionStore = StoreApi<SessionState> &
  Readonly<{
    reload(): Promise<void>;
    /** Shows the change at once, saves it, takes it back and throws when saving failed. */
    changePersonal(patch: Partial<PersonalSettings>): Promise<void>;
    /** Starts listening for changes made elsewhere; answers how to stop. */
    follow(): () => void;
  }>;

async function readSession(client: Client): Promise<Session> {
  const [personal, profiles, about] = await Promise.all([
    client.settings.personal({}),
    client.profiles.list({}),
    client.settings.about({}),
  ]);
  return { personal, profiles, about };
}

/** Settings of the active profile, the profiles and the program's own facts. */
export function createSessionStore(client: Client): SessionStore {
  const store = createStore<SessionState>(() => ({ type: 'loading' }));
  const edit = (patch: Partial<PersonalSettings>): PersonalSettings | null => {
    const state = store.getState();
    if (state.type !== 'shown') return null;
    const { session } = state;
    const personal = { ...session.personal, ...patch };
    store.setState({ type: 'shown', session: { ...session, personal } });
    return session.personal;
  };
  let asked = 0;
  // Of answers that cross on their way only the one to the last question counts.
  const reload = async (): Promise<void> => {
    const question = (asked += 1);
    try {
      const session = await readSession(client);
      if (question === asked) store.setState({ type: 'shown', session }, true);
    } catch (error) {
      if (store.getState().type !== 'shown')
        store.setState({ type: 'failed', failure: toFailure(error) }, true);
    }
  };
  const changePersonal = async (patch: Partial<PersonalSettings>): Promise<void> => {
    const before = edit(patch);
    try {
      await client.settings.changePersonal(patch);
    } catch (error) {
      if (before) edit(before);
      throw toFailure(error);
    }
  };
  const follow = (): (() => void) => {
    const stops = [client.settings.onChanged, client.profiles.onChanged].map((on) =>
      on(() => void reload()),
    );
    return () => stops.forEach((stop) => stop());
  };
  return Object.assign(store, { reload, changePersonal, follow });
}

import { createContext, useContext, useEffect, useMemo, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Profile } from '../../main/contract/profiles.ts';
import type { AboutProgram, PersonalSettings } from '../../main/contract/settings.ts';
import type { Right } from '../../main/domain/rights.ts';
import { useClient } from './client-context.tsx';
import {
  createSessionStore,
  type Session,
  type SessionState,
  type SessionStore,
} from './session-store.ts';

const SessionContext = createContext<SessionStore | null>(null);

/** Reads and follows the session for everything below it. */
export function SessionProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const client = useClient();
  const store = useMemo(() => createSessionStore(client), [client]);
  useEffect(() => {
    const stop = store.follow();
    void store.reload();
    return stop;
  }, [store]);
  return <SessionContext value={store}>{children}</SessionContext>;
}

function useSessionStore(): SessionStore {
  const store = useContext(SessionContext);
  if (!store) throw new Error('No SessionProvider above');
  return store;
}

/** For the outermost frame only: screens are shown when the session is there. */
export const useSessionState = (): SessionState => useStore(useSessionStore());

function useSession(): Session {
  const state = useSessionState();
  if (state.type !== 'shown') throw new Error('The session is not read yet');
  return state.session;
}

/** Settings of the active profile. */
export const usePersonal = (): PersonalSettings => useSession().personal;

/** Changes the named settings of the active profile, shown at once; rejects with a Failure. */
export const useChangePersonal = (): SessionStore['changePersonal'] =>
  useSessionStore().changePersonal;

/** Reads the session again: after the first run, for example. */
export const useReloadSession = (): SessionStore['reload'] => useSessionStore().reload;

/** Facts of this PC and this program. */
export const useAbout = (): AboutProgram => useSession().about;

/** Everybody who works on this PC. */
export const useProfiles = (): readonly Profile[] => useSession().profiles;

/** The profile that works now; null before the first one exists. */
export function useActiveProfile(): Profile | null {
  return useSession().profiles.find((profile) => profile.active) ?? null;
}

/** Whether the active profile may do it (the core checks again). */
export function useMay(right: Right): boolean {
  return useActiveProfile()?.rights.includes(right) ?? false;
}

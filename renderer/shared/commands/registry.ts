import { useLayoutEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Command } from './command.ts';

type Registered = Readonly<{ owner: symbol; commands: readonly Command[] }>;

const store = createStore<readonly Registered[]>(() => []);

/** Offers commands until the returned function is called; the newest offer wins a key. */
export function offerCommands(commands: readonly Command[]): () => void {
  const owner = Symbol('commands');
  store.setState([...store.getState(), { owner, commands }], true);
  return () =>
    store.setState(
      store.getState().filter((one) => one.owner !== owner),
      true,
    );
}

/** Everything that can be done now, the newest offer of an id in place of older ones. */
export function currentCommands(registered = store.getState()): readonly Command[] {
  const byId = new Map<string, Command>();
  for (const { commands } of registered) for (const one of commands) byId.set(one.id, one);
  return [...byId.values()].toSorted((left, right) => (left.rank ?? 0) - (right.rank ?? 0));
}

/** Offers a screen's commands from the moment they are seen: pass a memoised list. */
export function useCommands(commands: readonly Command[]): void {
  useLayoutEffect(() => offerCommands(commands), [commands]);
}

/** All commands of the window, for the palette and the list of shortcuts. */
export function useAllCommands(): readonly Command[] {
  return currentCommands(useStore(store));
}

import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** Where the window stands: a screen and what to show in it. */
export type Place = Readonly<{ screen: string; params: Readonly<Record<string, string>> }>;

const NOWHERE: Place = { screen: '', params: {} };

/** Reads `#/orders?order=12`; an empty hash is nowhere. */
export function placeOf(hash: string): Place {
  const [screen = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  return screen ? { screen, params: Object.fromEntries(new URLSearchParams(query)) } : NOWHERE;
}

/** Writes a place the way `placeOf` reads it. */
export function hashOf(place: Place): string {
  const query = new URLSearchParams(place.params).toString();
  return `#/${place.screen}${query ? `?${query}` : ''}`;
}

const store = createStore<Place>(() =>
  typeof location === 'undefined' ? NOWHERE : placeOf(location.hash),
);

if (typeof window !== 'undefined')
  window.addEventListener('hashchange', () => store.setState(placeOf(location.hash), true));

/** Goes to a screen; the way back is in the history. */
export function navigate(screen: string, params: Place['params'] = {}): void {
  location.hash = hashOf({ screen, params });
}

/** Where the window stands now. */
export const usePlace = (): Place => useStore(store);

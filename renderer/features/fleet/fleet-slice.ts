import { createStore, type StoreApi } from 'zustand/vanilla';
import type { FleetComparison, RollOut } from '../../../main/contract/fleet.ts';
import type { Client } from '../../../main/contract/index.ts';
import { toFailure } from '../../bridge/to-failure.ts';
import type { Reading } from '../../bridge/reading.ts';

/** Tills side by side, and roll-outs to them. */
export type FleetState = Reading<{
  comparison: FleetComparison;
  /** Newest first. */
  rollOuts: readonly RollOut[];
}>;

/** The fleet and its way to the core. */
export type FleetSlice = StoreApi<FleetState> &
  Readonly<{
    read(): Promise<void>;
    /** Listens for news until the returned function is called. */
    follow(): () => void;
  }>;

/** A roll-out changes many files in a row: they are compared again when it pauses. */
const CALM_MS = 300;

/** The roll-outs with this one in its newest state. */
export function withRollOut(all: readonly RollOut[], changed: RollOut): readonly RollOut[] {
  return all.some(({ id }) => id === changed.id)
    ? all.map((one) => (one.id === changed.id ? changed : one))
    : [changed, ...all];
}

/** Every till side by side and every roll-out, kept fresh by announcements. */
export function createFleetSlice(client: Client): FleetSlice {
  const store = createStore<FleetState>(() => ({ type: 'loading' }));
  let newest = 0;
  const read = async (): Promise<void> => {
    const mine = (newest += 1);
    try {
      const [comparison, rollOuts] = await Promise.all([
        client.fleet.compare({}),
        client.fleet.rollOuts({}),
      ]);
      if (mine === newest) store.setState({ type: 'shown', comparison, rollOuts }, true);
    } catch (error) {
      if (mine !== newest || store.getState().type === 'shown') return;
      store.setState({ type: 'failed', failure: toFailure(error) }, true);
    }
  };
  const follow = (): (() => void) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => void read(), CALM_MS);
    };
    const stops = [
      client.configFiles.onChanged(soon),
      client.fleet.onProgressed((changed) => {
        const state = store.getState();
        if (state.type !== 'shown') return;
        store.setState({ ...state, rollOuts: withRollOut(state.rollOuts, changed) }, true);
        soon();
      }),
    ];
    return () => {
      stops.forEach((stop) => stop());
      clearTimeout(timer);
    };
  };
  return Object.assign(store, { read, follow });
}

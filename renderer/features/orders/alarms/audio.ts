import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** `locked`: the browser wants one click or key first; `absent`: this PC cannot play. */
export type AudioState = 'locked' | 'ready' | 'absent';

const state = createStore<AudioState>(() =>
  typeof AudioContext === 'undefined' ? 'absent' : 'locked',
);

let context: AudioContext | null = null;

function unlock(): void {
  if (state.getState() === 'absent') return;
  context ??= new AudioContext();
  const { current } = { current: context };
  current.resume().then(
    () => state.setState(current.state === 'running' ? 'ready' : 'locked', true),
    () => undefined,
  );
}

/** Waits for the first click or key, which browsers demand before any sound. */
export function unlockOnFirstTouch(): () => void {
  const touch = (): void => {
    if (state.getState() !== 'ready') unlock();
  };
  window.addEventListener('pointerdown', touch, true);
  window.addEventListener('keydown', touch, true);
  return () => {
    window.removeEventListener('pointerdown', touch, true);
    window.removeEventListener('keydown', touch, true);
  };
}

/** The unlocked audio, else null. */
export const readyAudio = (): AudioContext | null =>
  state.getState() === 'ready' ? context : null;

/** Whether sound can be heard, for showing it. */
export const useAudioState = (): AudioState => useStore(state);

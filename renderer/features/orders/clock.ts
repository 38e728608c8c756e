import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Instant } from '../../../main/domain/orders/order.ts';

const SECOND_MS = 1000;

/** One clock for every cell of the window, so that all of them change in the same moment. */
const clock = createStore<Instant>(() => Date.now());

let followers = 0;
let timer: ReturnType<typeof setInterval> | undefined;

function followClock(): () => void {
  followers += 1;
  timer ??= setInterval(() => clock.setState(Date.now(), true), SECOND_MS);
  return () => {
    followers -= 1;
    if (followers > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** What the clock makes of it; the component is drawn again only when that changes. */
export function useClock<Value>(read: (now: Instant) => Value): Value {
  useEffect(followClock, []);
  return useStore(clock, read);
}

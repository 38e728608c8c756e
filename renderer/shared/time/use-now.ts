import { useEffect, useState } from 'react';
import type { Instant } from '../../../main/domain/orders/order.ts';

/** The PC's clock, ticking on whole multiples of the interval so that all clocks turn at once. */
export function useNow(intervalMs = 1000): Instant {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    let timer: number;
    const tick = (): void => {
      setNow(Date.now());
      timer = window.setTimeout(tick, intervalMs - (Date.now() % intervalMs));
    };
    timer = window.setTimeout(tick, intervalMs - (Date.now() % intervalMs));
    return () => window.clearTimeout(timer);
  }, [intervalMs]);
  return now;
}

import { useCallback, useEffect, useRef } from 'react';
import {
  statusGroupOf,
  type StatusGroup,
} from '../../../main/domain/status-mapping/status-group.ts';
import type { LaneKeys } from './lane-keys.ts';

type Point = Readonly<{ clientX: number; clientY: number }>;

/** The lane a card was let go on; null: outside of every lane. */
export type LetGoOn = () => StatusGroup | null;

function laneAt({ clientX: x, clientY: y }: Point): StatusGroup | null {
  const lane = [...document.querySelectorAll<HTMLElement>('section[data-group]')].find((one) => {
    const { left, right, top, bottom } = one.getBoundingClientRect();
    return left <= x && x <= right && top <= y && y <= bottom;
  });
  return statusGroupOf(lane?.dataset['group'] ?? '') ?? null;
}

/**
 * Tells where a card was let go by the release itself. What the library calls «over» is what was
 * drawn last: under a quick hand, or on a slow machine, that is a lane which was only passed.
 */
export function useLettingGo(keys: LaneKeys): LetGoOn {
  /** Of the last release; null: it was a key. */
  const released = useRef<Point | null>(null);
  useEffect(() => {
    const byMouse = (event: MouseEvent): void => void (released.current = event);
    const byTouch = (event: TouchEvent): void =>
      void (released.current = event.changedTouches[0] ?? null);
    const byKey = (): void => void (released.current = null);
    // Captured at the window: before the library hears of it at the document.
    window.addEventListener('mouseup', byMouse, true);
    window.addEventListener('touchend', byTouch, true);
    window.addEventListener('keydown', byKey, true);
    return () => {
      window.removeEventListener('mouseup', byMouse, true);
      window.removeEventListener('touchend', byTouch, true);
      window.removeEventListener('keydown', byKey, true);
    };
  }, []);
  return useCallback(() => (released.current ? laneAt(released.current) : keys.lane()), [keys]);
}

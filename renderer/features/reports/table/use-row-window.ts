import { useCallback, useEffect, useState, type RefObject } from 'react';
import { usePrinting } from '../../../shared/ui/use-printing.ts';

/** Rows beyond the window's edges that are drawn ahead. */
const AHEAD = 20;

/** The part of many rows that is drawn, and the room the others take. */
export type RowWindow = Readonly<{
  first: number;
  /** Behind the last. */
  end: number;
  abovePx: number;
  belowPx: number;
  pageRows: number;
  onScroll: () => void;
}>;

/** Which rows of a scrolling box are in sight; every row is `rowPx` high. */
export function useRowWindow(
  box: RefObject<HTMLElement | null>,
  count: number,
  rowPx: number,
): RowWindow {
  const [view, setView] = useState({ top: 0, height: 800 });
  const look = useCallback(() => {
    const element = box.current;
    if (element) setView({ top: element.scrollTop, height: element.clientHeight });
  }, [box]);
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box, look]);
  const printing = usePrinting();
  const step = (place: number): number => Math.floor(place / AHEAD) * AHEAD;
  const top = Math.max(0, step(Math.floor(view.top / rowPx) - AHEAD));
  const bottom = step(Math.ceil((view.top + view.height) / rowPx) + 2 * AHEAD);
  const first = printing ? 0 : Math.min(count, top);
  const end = printing ? count : Math.min(count, bottom);
  return {
    first,
    end,
    abovePx: first * rowPx,
    belowPx: (count - end) * rowPx,
    pageRows: Math.max(1, Math.floor(view.height / rowPx) - 2),
    onScroll: look,
  };
}

import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import {
  drawnRows,
  follow,
  jump,
  refit,
  reveal,
  scrollKeeper,
  topPx,
  type Drawn,
  type ScrollKeeper,
} from './scroll-keeper.ts';
import { useSize } from './use-size.ts';

/** Which rows are drawn and where. */
export type ScrollWindow = Drawn &
  Readonly<{
    /** The element that scrolls. */
    box: RefObject<HTMLDivElement | null>;
    /** The element as tall as the list (or as tall as may be). */
    canvas: RefObject<HTMLDivElement | null>;
    onScroll: () => void;
    widthPx: number;
    /** Whole rows in sight. */
    pageRows: number;
    /** Scrolls as little as needed to bring the row into sight; `start` puts it on top. */
    show(row: number, where: 'nearest' | 'start'): void;
  }>;

const sameDrawn = (a: Drawn, b: Drawn): boolean =>
  a.first === b.first && a.last === b.last && a.shiftPx === b.shiftPx;

function useKeeper(box: RefObject<HTMLDivElement | null>, first: ScrollKeeper) {
  const keeper = useRef(first);
  const [drawn, setDrawn] = useState<Drawn>(() => drawnRows(first));
  const draw = useCallback((next: ScrollKeeper) => {
    keeper.current = next;
    const rows = drawnRows(next);
    setDrawn((before) => (sameDrawn(before, rows) ? before : rows));
  }, []);
  const place = useCallback(
    (next: ScrollKeeper) => {
      if (box.current) box.current.scrollTop = next.scrollTop;
      draw(next);
    },
    [box, draw],
  );
  return { keeper, drawn, draw, place };
}

/** Follows the scrolling of a list of any length; nothing is drawn but what is in sight. */
export function useScrollWindow(rows: number, rowPx: number, headPx: number): ScrollWindow {
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  const viewportPx = Math.max(rowPx, size.height - headPx);
  const { keeper, drawn, draw, place } = useKeeper(
    box,
    scrollKeeper(rows, rowPx, viewportPx, headPx),
  );

  useLayoutEffect(() => {
    const next = refit(keeper.current, rows, rowPx, viewportPx, headPx);
    // The height must stand before the place is set, or the browser would cut the place off.
    if (canvas.current) canvas.current.style.height = `${next.map.canvasPx}px`;
    place(next);
  }, [rows, rowPx, viewportPx, headPx, keeper, place]);

  useEffect(() => {
    const element = box.current;
    const settle = (): void => {
      const { map } = keeper.current;
      if (map.totalPx > map.canvasPx) place(jump(keeper.current, topPx(keeper.current)));
    };
    element?.addEventListener('scrollend', settle);
    return () => element?.removeEventListener('scrollend', settle);
  }, [keeper, place]);

  const onScroll = useCallback(
    () => draw(follow(keeper.current, box.current?.scrollTop ?? 0)),
    [draw, keeper],
  );
  const show = useCallback(
    (row: number, where: 'nearest' | 'start') => place(reveal(keeper.current, row, where)),
    [keeper, place],
  );
  const pageRows = Math.max(1, Math.floor(viewportPx / rowPx));
  return { box, canvas, onScroll, widthPx: size.width, pageRows, show, ...drawn };
}

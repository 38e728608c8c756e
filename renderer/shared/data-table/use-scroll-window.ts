import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { listTop, placedAt, scrolled, scrollMap, type ScrollMap } from './scroll-map.ts';

/** Rows drawn beyond each edge, so that a fast wheel never meets emptiness. */
const BEYOND = 10;

/** Which rows are drawn and where. */
export type ScrollWindow = Readonly<{
  /** The element that scrolls. */
  box: RefObject<HTMLDivElement | null>;
  /** The element as tall as the list (or as tall as may be). */
  canvas: RefObject<HTMLDivElement | null>;
  onScroll: () => void;
  widthPx: number;
  shiftPx: number;
  first: number;
  last: number;
  /** Whole rows in sight. */
  pageRows: number;
  /** Scrolls as little as needed to bring the row into sight; `start` puts it on top. */
  show(row: number, where: 'nearest' | 'start'): void;
}>;

type Drawn = Readonly<{ first: number; last: number; shiftPx: number }>;
type Size = Readonly<{ width: number; height: number }>;

function drawnAt(map: ScrollMap, scrollTop: number, rows: number, rowPx: number): Drawn {
  const top = listTop(map, scrollTop);
  const first = Math.max(0, Math.floor(top / rowPx) - BEYOND);
  const last = Math.min(rows - 1, Math.ceil((top + map.viewportPx) / rowPx) + BEYOND);
  return { first, last, shiftPx: map.shiftPx };
}

const sameDrawn = (a: Drawn, b: Drawn): boolean =>
  a.first === b.first && a.last === b.last && a.shiftPx === b.shiftPx;

function useSize(box: RefObject<HTMLDivElement | null>): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = (): void =>
      setSize({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return size;
}

type Live = { map: ScrollMap; scrollTop: number };

/** Follows the scrolling of a list of any length; nothing is drawn but what is in sight. */
export function useScrollWindow(rows: number, rowPx: number, headPx: number): ScrollWindow {
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  const viewportPx = Math.max(rowPx, size.height - headPx);
  const live = useRef<Live>({ map: scrollMap(rows, rowPx, viewportPx), scrollTop: 0 });
  const rowPxBefore = useRef(rowPx);
  const [drawn, setDrawn] = useState<Drawn>(() => drawnAt(live.current.map, 0, rows, rowPx));

  const draw = useCallback(() => {
    const { map, scrollTop } = live.current;
    const next = drawnAt(map, scrollTop, rows, rowPx);
    setDrawn((before) => (sameDrawn(before, next) ? before : next));
  }, [rows, rowPx]);

  const place = useCallback(
    (map: ScrollMap, topPx: number) => {
      live.current = placedAt(map, topPx);
      if (box.current) box.current.scrollTop = live.current.scrollTop;
      draw();
    },
    [draw],
  );

  useLayoutEffect(() => {
    const topRow = listTop(live.current.map, live.current.scrollTop) / rowPxBefore.current;
    rowPxBefore.current = rowPx;
    const map = scrollMap(rows, rowPx, viewportPx);
    // The height must stand before the place is set, or the browser would cut the place off.
    if (canvas.current) canvas.current.style.height = `${map.canvasPx}px`;
    place(map, topRow * rowPx);
  }, [rows, rowPx, viewportPx, place]);

  const onScroll = useCallback(() => {
    const scrollTop = box.current?.scrollTop ?? 0;
    const { map, scrollTop: before } = live.current;
    live.current = { map: scrolled(map, before, scrollTop), scrollTop };
    draw();
  }, [draw]);

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const settle = (): void => {
      const { map, scrollTop } = live.current;
      if (map.totalPx > map.canvasPx) place(map, listTop(map, scrollTop));
    };
    element.addEventListener('scrollend', settle);
    return () => element.removeEventListener('scrollend', settle);
  }, [place]);

  const show = useCallback(
    (row: number, where: 'nearest' | 'start') => {
      const { map, scrollTop } = live.current;
      const top = listTop(map, scrollTop);
      const rowTop = row * rowPx;
      if (where === 'start') return place(map, rowTop);
      if (rowTop < top) place(map, rowTop);
      else if (rowTop + rowPx > top + map.viewportPx) place(map, rowTop + rowPx - map.viewportPx);
    },
    [place, rowPx],
  );

  const pageRows = Math.max(1, Math.floor(viewportPx / rowPx));
  return { box, canvas, onScroll, widthPx: size.width, pageRows, show, ...drawn };
}

import { useEffect, useLayoutEffect, useState, type RefObject } from 'react';
import { chartOption } from './chart-option.ts';
import type { ChartPalette } from './chart-palette.ts';
import type { ChartSpec } from './chart-spec.ts';
import type { Drawing } from './echarts-core.ts';

/** Loads the drawing library when the first chart is shown; null until then. */
function useDrawingIn(box: RefObject<HTMLElement | null>): Drawing | null {
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  useEffect(() => {
    let made: Drawing | null = null;
    let left = false;
    const start = async (): Promise<void> => {
      const { drawInto } = await import('./echarts-core.ts');
      if (left || !box.current) return;
      made = drawInto(box.current);
      setDrawing(made);
    };
    void start();
    return () => {
      left = true;
      made?.dispose();
      setDrawing(null);
    };
  }, [box]);
  return drawing;
}

/** Keeps the drawing in the box equal to the spec, in its size and colours; null until it is drawn. */
export function useDrawing(
  box: RefObject<HTMLElement | null>,
  spec: ChartSpec,
  palette: ChartPalette,
): Drawing | null {
  const drawing = useDrawingIn(box);
  const [drawn, setDrawn] = useState<Drawing | null>(null);
  useLayoutEffect(() => {
    if (!drawing || drawing.isDisposed()) return;
    drawing.setOption(chartOption(spec, palette), { notMerge: true });
    setDrawn(drawing);
  }, [drawing, spec, palette]);
  useEffect(() => {
    const element = box.current;
    if (!drawing || !element) return undefined;
    const observer = new ResizeObserver(() => {
      if (!drawing.isDisposed()) drawing.resize();
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [drawing, box]);
  // One that has no content yet can tell no place of it.
  return drawn === drawing ? drawn : null;
}

import { useLayoutEffect, useState, type RefObject } from 'react';

/** Inner size of an element in CSS pixels, without its scroll bars. */
export type Size = Readonly<{ width: number; height: number }>;

/** Follows the inner size of an element; zero before it is laid out. */
export function useSize(box: RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = (): void => {
      const next = { width: element.clientWidth, height: element.clientHeight };
      // A hidden screen measures nothing; its place must survive that.
      if (next.height > 0) setSize(next);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return size;
}

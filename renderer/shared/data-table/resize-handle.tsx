import { useRef, type PointerEvent, type ReactNode } from 'react';
import styles from './data-table.module.css';

/** The edge of a header that is dragged to size its column; the keyboard path is Alt+arrows. */
export function ResizeHandle(props: {
  readonly width: number;
  readonly onResize: (width: number) => void;
}): ReactNode {
  const start = useRef<{ x: number; width: number } | null>(null);
  const grab = (event: PointerEvent<HTMLSpanElement>): void => {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, width: props.width };
  };
  const drag = (event: PointerEvent<HTMLSpanElement>): void => {
    if (start.current) props.onResize(start.current.width + event.clientX - start.current.x);
  };
  const drop = (): void => {
    start.current = null;
  };
  return (
    <span
      aria-hidden
      className={styles.resize}
      onPointerDown={grab}
      onPointerMove={drag}
      onPointerUp={drop}
      onPointerCancel={drop}
    />
  );
}

import { useState, type DragEvent, type ReactNode } from 'react';
import styles from './zones.module.css';

/** Where a file can be dropped. Dragging is one way of two: «Принести…» is the other. */
export function DropPlace(props: {
  /** Null: nothing is taken here. */
  readonly onFile: ((file: File) => void) | null;
  /** The whole stage when absent. */
  readonly className?: string | undefined;
  readonly children: ReactNode;
}): ReactNode {
  const { onFile, className = styles.stage, children } = props;
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) onFile?.(file);
  };
  return (
    <div
      className={className}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(onFile !== null);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {children}
    </div>
  );
}

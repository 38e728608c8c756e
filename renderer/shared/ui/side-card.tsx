import { useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './side-card.module.css';

const NARROWEST = 320;
const WIDEST = 720;
const STEP = 20;

const within = (width: number): number => Math.min(WIDEST, Math.max(NARROWEST, Math.round(width)));

type Drag = Readonly<{ startX: number; startWidth: number }>;

/** The card beside a list; its left edge is dragged, or moved by the arrow keys. */
export function SideCard(props: {
  readonly label: string;
  readonly width: number;
  readonly onWidth: ((width: number) => void) | undefined;
  readonly children: ReactNode;
}): ReactNode {
  const { label, onWidth, children } = props;
  const { t } = useTranslation();
  const drag = useRef<Drag | null>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const width = dragged ?? within(props.width);

  const start = (event: PointerEvent): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { startX: event.clientX, startWidth: width };
  };
  const move = (event: PointerEvent): void => {
    const from = drag.current;
    if (from) setDragged(within(from.startWidth + from.startX - event.clientX));
  };
  const end = (): void => {
    if (drag.current && dragged !== null) onWidth?.(dragged);
    drag.current = null;
    setDragged(null);
  };
  const press = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowLeft' ? STEP : event.key === 'ArrowRight' ? -STEP : 0;
    if (step === 0) return;
    event.preventDefault();
    onWidth?.(within(width + step));
  };

  return (
    <aside className={styles.card} style={{ width }} aria-label={label}>
      {onWidth && (
        <div
          className={styles.edge}
          role="separator"
          aria-orientation="vertical"
          aria-label={t('app.card.resize')}
          aria-valuenow={width}
          aria-valuemin={NARROWEST}
          aria-valuemax={WIDEST}
          tabIndex={0}
          onPointerDown={start}
          onPointerMove={move}
          onPointerUp={end}
          onPointerCancel={end}
          onKeyDown={press}
        />
      )}
      {children}
    </aside>
  );
}

import { Scroller } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './tabs-room.module.css';

/** The scroller hears of its own width and of its scrolling, not of what is in it: counts grow. */
function tellScroller(content: Element): void {
  content.closest('[role="presentation"]')?.dispatchEvent(new Event('scroll'));
}

/** One line of tabs, however many: what has no room is behind an arrow, the chosen one in sight. */
export function TabsRoom(props: {
  readonly chosen: string;
  readonly children: ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const { chosen } = props;
  const content = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const box = content.current!;
    const observer = new ResizeObserver(() => tellScroller(box));
    observer.observe(box);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    const pressed = content.current?.querySelector('[aria-pressed="true"]');
    pressed?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  }, [chosen]);
  // The tabs themselves are walked by keyboard, and come into sight with the focus.
  const byMouse = { tabIndex: -1 } as const;
  return (
    <Scroller
      draggable={false}
      scrollAmount={320}
      controlSize={40}
      edgeGradientColor="var(--dd-canvas)"
      classNames={{ container: styles.container ?? '' }}
      startControlProps={{ ...byMouse, 'aria-label': t('orders.views.before') }}
      endControlProps={{ ...byMouse, 'aria-label': t('orders.views.after') }}
      startControlIcon={<IconChevronLeft size={16} aria-hidden />}
      endControlIcon={<IconChevronRight size={16} aria-hidden />}
    >
      <div ref={content} className={styles.content}>
        {props.children}
      </div>
    </Scroller>
  );
}

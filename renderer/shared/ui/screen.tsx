import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './screen.module.css';
import { SideCard } from './side-card.tsx';

/** The parts every screen is made of; what is left out takes no room. */
export type ScreenParts = Readonly<{
  title: string;
  /** Buttons beside the title. */
  actions?: ReactNode;
  /** The search box, on the right of the title. */
  search?: ReactNode;
  /** Saved views or tabs, a line below the title. */
  tabs?: ReactNode;
  /** Filter chips, a line below the tabs. */
  filters?: ReactNode;
  /** The card beside the content; null: closed. */
  side?: ReactNode;
  /** Name of the card for screen readers. */
  sideLabel?: string;
  /** Width of the card in pixels, 320–720. */
  sideWidth?: number;
  onSideWidth?: (width: number) => void;
  children: ReactNode;
}>;

/** Title, tabs, filters, content and side card in their places; the content scrolls by itself. */
export function Screen(parts: ScreenParts): ReactNode {
  const { title, actions, search, tabs, filters, side, children } = parts;
  return (
    <div className={styles.screen}>
      <div className={styles.head}>
        <header className={styles.header}>
          <Title order={1}>{title}</Title>
          {actions && <div className={styles.actions}>{actions}</div>}
          {search && <div className={styles.search}>{search}</div>}
        </header>
        {tabs && <div className={styles.tabs}>{tabs}</div>}
      </div>
      <div className={styles.below}>
        <div className={styles.main}>
          {filters && <div className={styles.filters}>{filters}</div>}
          <div className={styles.content}>{children}</div>
        </div>
        {side && (
          <SideCard
            label={parts.sideLabel ?? title}
            width={parts.sideWidth ?? 420}
            onWidth={parts.onSideWidth}
          >
            {side}
          </SideCard>
        )}
      </div>
    </div>
  );
}

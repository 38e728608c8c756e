import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

/** An empty place that teaches: what belongs here in one sentence, and one button. */
export function EmptyState(props: {
  readonly icon: Icon;
  readonly title: string;
  readonly text: string;
  readonly action?: ReactNode;
}): ReactNode {
  const { icon: Mark, title, text, action } = props;
  return (
    <div className={styles.state}>
      <span className={styles.mark}>
        <Mark size={28} stroke={1.5} aria-hidden />
      </span>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.text}>{text}</p>
      {action}
    </div>
  );
}

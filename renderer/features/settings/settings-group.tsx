import type { ReactNode } from 'react';
import styles from './settings.module.css';

/** Settings that belong together, under their heading. */
export function SettingsGroup(props: {
  readonly title: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <section className={styles.group} aria-label={props.title}>
      <div className={styles.groupHead}>
        <h2>{props.title}</h2>
        {props.action}
      </div>
      <div className={styles.card}>{props.children}</div>
    </section>
  );
}

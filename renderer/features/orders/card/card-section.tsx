import type { ReactNode } from 'react';
import styles from './card.module.css';

/** One part of the card under its heading; a folded one opens by click or Enter. */
export function CardSection(props: {
  readonly title: string;
  readonly end?: ReactNode;
  readonly folded?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const { title, end, children } = props;
  if (props.folded) {
    return (
      <details className={styles.section}>
        <summary className={styles.summary}>
          <h3>{title}</h3>
          {end}
        </summary>
        {children}
      </details>
    );
  }
  return (
    <section className={styles.section}>
      <div className={styles.sectionHead}>
        <h3>{title}</h3>
        {end}
      </div>
      {children}
    </section>
  );
}

/** A name and its value; nothing is shown for nothing. */
export function CardFact(props: {
  readonly name: string;
  readonly children: ReactNode;
}): ReactNode {
  const { name, children } = props;
  if (children === '' || children === null || children === undefined) return null;
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

import type { ReactNode } from 'react';
import styles from './settings.module.css';

/** One setting: its name and what it means on the left, its control on the right. */
export function SettingRow(props: {
  readonly title: string;
  readonly note?: string;
  /** Id of the control, so that a click on the name reaches it. */
  readonly htmlFor?: string;
  readonly children: ReactNode;
}): ReactNode {
  const { title, note, htmlFor, children } = props;
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        {htmlFor ? <label htmlFor={htmlFor}>{title}</label> : <span>{title}</span>}
        {note && <span className={styles.note}>{note}</span>}
      </div>
      <div className={styles.control}>{children}</div>
    </div>
  );
}

import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './settings.module.css';

/** A sentence about what is wrong with a place for the data. */
export function FolderWarning({ text }: { readonly text: string }): ReactNode {
  return (
    <div className={`${styles.row} ${styles.warning}`} role="alert">
      <IconAlertTriangle size={18} stroke={1.75} aria-hidden />
      <span>{text}</span>
    </div>
  );
}

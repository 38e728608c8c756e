import type { ReactNode } from 'react';
import { BrandMark } from './frame/brand-mark.tsx';
import styles from './opening.module.css';

/** Shown only when the core takes longer than a blink to answer. */
export function Opening(): ReactNode {
  return (
    <div className={styles.opening} aria-busy>
      <BrandMark />
    </div>
  );
}

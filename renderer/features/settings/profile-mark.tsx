import type { ReactNode } from 'react';
import styles from './settings.module.css';

const LETTERS = 2;

/** First letters of a name, at most two: `Ирина Олеговна` → `ИО`. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return words
    .slice(0, LETTERS)
    .map((word) => [...word][0]!.toUpperCase())
    .join('');
}

/** A round mark by which a profile is found at a glance; its name stands beside it. */
export function ProfileMark({ name }: { readonly name: string }): ReactNode {
  return <span className={styles.mark} data-initials={initialsOf(name)} aria-hidden />;
}

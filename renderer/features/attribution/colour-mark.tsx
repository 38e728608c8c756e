import type { ReactNode } from 'react';
import styles from './tree.module.css';

/** Colours to choose from: the colour-blind-safe set that charts use. */
export const SOURCE_COLOURS = [
  '#e69f00',
  '#56b4e9',
  '#009e73',
  '#f0e442',
  '#0072b2',
  '#d55e00',
  '#cc79a7',
  '#7a7672',
] as const;

/** The dot of a source's colour; an empty ring without one. */
export function ColourMark({ colour }: { readonly colour: string | null }): ReactNode {
  return (
    <svg className={styles.dot} viewBox="0 0 12 12" aria-hidden>
      <circle
        cx="6"
        cy="6"
        r="5"
        fill={colour ?? 'none'}
        stroke={colour ?? 'currentColor'}
        strokeWidth="1"
      />
    </svg>
  );
}

import type { ReactNode } from 'react';
import styles from './figures.module.css';
import type { Change } from './write-figure.ts';

/** More of it is worse. */
const WORSE = new Set([
  'cancelled',
  'cancelled-share',
  'lost-revenue',
  'cost',
  'spend',
  'spend-share',
  'cpl',
  'cpo',
  'cac',
  'unmapped',
  'late',
  'late-share',
  'late-mean',
  'deviation-mean',
]);
/** Neither better nor worse. */
const NEUTRAL = new Set(['in-work', 'ignored', 'discount', 'cost-coverage', 'visits']);

/** Whether a change is good; null where that can not be said. */
export function isGood(measure: string, change: Change | null): boolean | null {
  if (change === null || change.by === 0 || NEUTRAL.has(measure)) return null;
  return WORSE.has(measure) ? change.by < 0 : change.by > 0;
}

/** One figure that matters, with how it changed; it opens its orders. */
export function Tile(props: {
  readonly measure: string;
  readonly name: string;
  readonly value: string;
  readonly change: Change | null;
  /** What it is compared with. */
  readonly note: string;
  /** How it is computed, on hover; null where the name says it all. */
  readonly formula: string | null;
  /** More of the comparison, on hover. */
  readonly hint?: string;
  readonly onOpen: () => void;
}): ReactNode {
  const { measure, name, formula, value, change, note, onOpen } = props;
  return (
    <button type="button" className={styles.tile} onClick={onOpen}>
      <span className={styles.tileName} title={formula ?? undefined}>
        {name}
      </span>
      <span className={styles.tileValue}>{value}</span>
      {(change !== null || note) && (
        <span className={styles.tileChange} title={props.hint ?? note}>
          {change !== null && (
            <span className={styles.change} data-good={isGood(measure, change) ?? undefined}>
              {change.text}
            </span>
          )}{' '}
          {note}
        </span>
      )}
    </button>
  );
}

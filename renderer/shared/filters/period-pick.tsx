import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Day } from '../../../main/domain/local-time.ts';
import { DaysCalendar } from './days-calendar.tsx';
import styles from './filters.module.css';

/** A preset that follows the calendar, or fixed days. */
export type PickedPeriod<Preset extends string> =
  | Readonly<{ type: Preset }>
  | Readonly<{ type: 'custom'; from: Day; to: Day }>;

/** Presets beside a calendar: what a filter by days opens. */
export function PeriodPick<Preset extends string>(props: {
  readonly presets: readonly Preset[];
  readonly nameOf: (preset: Preset) => string;
  readonly choice: PickedPeriod<NoInfer<Preset>>;
  /** The days of the choice; null: all time. */
  readonly shown: Readonly<{ from: Day; to: Day }> | null;
  readonly onPick: (choice: PickedPeriod<Preset>) => void;
}): ReactNode {
  const { presets, nameOf, choice, shown, onPick } = props;
  return (
    <div className={styles.period}>
      <div className={styles.presets}>
        {presets.map((type) => (
          <Button
            key={type}
            variant={choice.type === type ? 'light' : 'subtle'}
            justify="start"
            onClick={() => onPick({ type })}
          >
            {nameOf(type)}
          </Button>
        ))}
      </div>
      <DaysCalendar shown={shown} onRange={(from, to) => onPick({ type: 'custom', from, to })} />
    </div>
  );
}

import { TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { clockText, readClock } from '../format/clock.ts';

/** A time of day; saved when the field is left or Enter is pressed, and only when it is a time. */
export function ClockField(props: {
  readonly label: string;
  /** From midnight. */
  readonly minutes: number;
  /** 1440 where the end of the day is meant by `24:00`, else 1439. */
  readonly latest: 1439 | 1440;
  readonly disabled?: boolean;
  readonly onSave: (minutes: number) => void;
}): ReactNode {
  const { label, minutes, latest, disabled = false, onSave } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const read = typed === null ? minutes : readClock(typed);
  const meant = read !== null && read <= latest ? read : null;
  const save = (): void => {
    setTyped(null);
    if (meant !== null && meant !== minutes) onSave(meant);
  };
  return (
    <TextInput
      w={64}
      aria-label={label}
      value={typed ?? clockText(minutes)}
      error={meant === null}
      disabled={disabled}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => event.key === 'Enter' && save()}
    />
  );
}

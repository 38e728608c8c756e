import { TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { clockOf, minutesOf } from './day-minutes.ts';

/** A time of day; saved when the field is left or Enter is pressed, and only when it is a time. */
export function ClockField(props: {
  readonly label: string;
  readonly minutes: number;
  readonly onSave: (minutes: number) => void;
}): ReactNode {
  const { label, minutes, onSave } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const meant = typed === null ? minutes : minutesOf(typed);
  const save = (): void => {
    setTyped(null);
    if (meant !== null && meant !== minutes) onSave(meant);
  };
  return (
    <TextInput
      w={64}
      aria-label={label}
      value={typed ?? clockOf(minutes)}
      error={meant === null}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => event.key === 'Enter' && save()}
    />
  );
}

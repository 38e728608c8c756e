import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';

/** One of a few values, all in view. */
export function Choice<Value extends string>(props: {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly Readonly<{ value: Value; label: string }>[];
  readonly onChoose: (value: Value) => void;
}): ReactNode {
  const { label, value, options, onChoose } = props;
  return (
    <SegmentedControl
      aria-label={label}
      value={value}
      data={[...options]}
      onChange={(chosen) => onChoose(chosen as Value)}
    />
  );
}

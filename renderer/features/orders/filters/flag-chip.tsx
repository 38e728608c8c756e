import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FilterChip } from '../../../shared/filters/filter-chip.tsx';

const ANSWERS = ['any', 'yes', 'no'] as const;

const answerOf = (flag: boolean | null): (typeof ANSWERS)[number] =>
  flag === null ? 'any' : flag ? 'yes' : 'no';

/** A filter that is yes, no, or does not matter. */
export function FlagChip(props: {
  readonly label: string;
  readonly flag: boolean | null;
  readonly onChoose: (flag: boolean | null) => void;
  readonly openedAtFirst?: boolean;
  readonly onRemove?: (() => void) | undefined;
}): ReactNode {
  const { t } = useTranslation();
  const { label, flag, onChoose } = props;
  const data = ANSWERS.map((value) => ({ value, label: t(`orders.filter.${value}`) }));
  return (
    <FilterChip
      label={label}
      value={flag === null ? '' : t(`orders.filter.${answerOf(flag)}`)}
      onClear={() => onChoose(null)}
      openedAtFirst={props.openedAtFirst ?? false}
      onRemove={props.onRemove}
    >
      {() => (
        <SegmentedControl
          aria-label={label}
          data={data}
          value={answerOf(flag)}
          onChange={(value) => onChoose(value === 'any' ? null : value === 'yes')}
        />
      )}
    </FilterChip>
  );
}

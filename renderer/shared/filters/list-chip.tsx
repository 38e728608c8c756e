import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceList, type Choice } from './choice-list.tsx';
import { FilterChip } from './filter-chip.tsx';

function writeChosen<Value>(
  choices: readonly Choice<Value>[],
  chosen: readonly Value[],
  more: (first: string, count: number) => string,
): string {
  const [first] = chosen;
  if (first === undefined) return '';
  const label = choices.find(({ value }) => value === first)?.label ?? String(first);
  return chosen.length === 1 ? label : more(label, chosen.length - 1);
}

/** A filter by any of several values. */
export function ListChip<Value extends string | number>(props: {
  readonly label: string;
  readonly choices: readonly Choice<Value>[];
  readonly chosen: readonly Value[];
  readonly onChoose: (chosen: Value[]) => void;
  readonly openedAtFirst?: boolean;
  readonly onRemove?: (() => void) | undefined;
}): ReactNode {
  const { t } = useTranslation();
  const { label, choices, chosen, onChoose } = props;
  const more = (first: string, count: number): string => t('filter.more', { first, count });
  return (
    <FilterChip
      label={label}
      value={writeChosen(choices, chosen, more)}
      onClear={() => onChoose([])}
      openedAtFirst={props.openedAtFirst ?? false}
      onRemove={props.onRemove}
    >
      {() => <ChoiceList choices={choices} chosen={chosen} onChoose={onChoose} />}
    </FilterChip>
  );
}

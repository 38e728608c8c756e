import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FilterChip } from '../../../shared/filters/filter-chip.tsx';
import styles from './settings.module.css';

/** One of several, always exactly one; quiet while it is the usual one. */
export function ChooseChip<Value extends string>(props: {
  readonly label: string;
  readonly choices: readonly Readonly<{ value: Value; label: string; note?: string }>[];
  readonly chosen: Value;
  readonly usual: Value;
  readonly onChoose: (value: Value) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { label, choices, chosen, usual, onChoose } = props;
  const value = choices.find((one) => one.value === chosen)?.label ?? chosen;
  const quiet = chosen === usual;
  return (
    <FilterChip
      label={quiet ? t('filter.is', { label, value }) : label}
      value={quiet ? '' : value}
      onClear={quiet ? null : () => onChoose(usual)}
    >
      {(close) => (
        <div className={styles.choices}>
          {choices.map((one) => (
            <Button
              key={one.value}
              variant={one.value === chosen ? 'light' : 'subtle'}
              justify="start"
              className={styles.choice ?? ''}
              aria-pressed={one.value === chosen}
              leftSection={
                <IconCheck size={14} aria-hidden opacity={one.value === chosen ? 1 : 0} />
              }
              onClick={() => {
                onChoose(one.value);
                close();
              }}
            >
              <span className={styles.choiceText}>
                {one.label}
                {one.note && <span className={styles.note}>{one.note}</span>}
              </span>
            </Button>
          ))}
        </div>
      )}
    </FilterChip>
  );
}

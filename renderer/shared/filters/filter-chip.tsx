import { Popover } from '@mantine/core';
import { IconChevronDown, IconX } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './filters.module.css';

/** One filter as a pill: its name and value, a list behind it, a cross that clears it. */
export function FilterChip(props: {
  readonly label: string;
  /** Empty: does not restrict. */
  readonly value: string;
  readonly onClear: (() => void) | null;
  /** Takes the chip itself away, also while it does not restrict. */
  readonly onRemove?: (() => void) | undefined;
  readonly openedAtFirst?: boolean;
  /** Its value may be long: more room. */
  readonly wide?: boolean;
  readonly children: (close: () => void) => ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(props.openedAtFirst ?? false);
  const { label, value, onClear, onRemove } = props;
  const active = value !== '';
  const clear = (): void => {
    if (active) onClear?.();
    onRemove?.();
  };
  return (
    <span
      className={styles.chip}
      data-active={active || undefined}
      data-wide={props.wide || undefined}
    >
      <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus>
        <Popover.Target>
          <button
            type="button"
            className={styles.chipButton}
            aria-expanded={opened}
            onClick={() => setOpened(!opened)}
          >
            <span className={styles.chipText}>
              {active ? t('filter.is', { label, value }) : label}
            </span>
            <IconChevronDown size={12} aria-hidden />
          </button>
        </Popover.Target>
        <Popover.Dropdown p={8}>{props.children(() => setOpened(false))}</Popover.Dropdown>
      </Popover>
      {((active && onClear) || onRemove) && (
        <button
          type="button"
          className={styles.chipClear}
          aria-label={t('filter.clear', { label })}
          onClick={clear}
        >
          <IconX size={12} aria-hidden />
        </button>
      )}
    </span>
  );
}

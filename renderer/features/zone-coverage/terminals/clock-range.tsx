import { TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { clockText, readClock } from '../week-text.ts';
import styles from '../zone-coverage.module.css';

function Clock(props: {
  readonly label: string;
  readonly minutes: number;
  readonly disabled: boolean;
  readonly onSave: (minutes: number) => void;
}): ReactNode {
  const { label, minutes, disabled, onSave } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const meant = typed === null ? minutes : readClock(typed);
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

/** From a time to a time; one that is not later ends on the day after. */
export function ClockRange(props: {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly onSave: ((hours: Readonly<{ from: number; to: number }>) => void) | null;
}): ReactNode {
  const { t } = useTranslation();
  const { label, from, to, onSave } = props;
  const disabled = onSave === null;
  return (
    <span className={styles.range} role="group" aria-label={label}>
      <Clock
        label={t('zone-coverage.from', { label })}
        minutes={from}
        disabled={disabled}
        onSave={(minutes) => onSave?.({ from: minutes, to })}
      />
      –
      <Clock
        label={t('zone-coverage.to', { label })}
        minutes={to}
        disabled={disabled}
        onSave={(minutes) => onSave?.({ from, to: minutes })}
      />
      {to <= from && <span className={styles.quiet}>{t('zone-coverage.next-day')}</span>}
    </span>
  );
}

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ClockField } from '../../../shared/ui/clock-field.tsx';
import sharedStyles from '../zone-coverage.module.css';
import styles from './terminals.module.css';

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
      <ClockField
        label={t('zone-coverage.from', { label })}
        minutes={from}
        latest={1440}
        disabled={disabled}
        onSave={(minutes) => onSave?.({ from: minutes, to })}
      />
      –
      <ClockField
        label={t('zone-coverage.to', { label })}
        minutes={to}
        latest={1440}
        disabled={disabled}
        onSave={(minutes) => onSave?.({ from, to: minutes })}
      />
      {to <= from && <span className={sharedStyles.quiet}>{t('zone-coverage.next-day')}</span>}
    </span>
  );
}

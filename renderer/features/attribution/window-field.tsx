import { NumberInput, Select } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DAY_MINUTES, MOST_MINUTES } from '../../../main/domain/attribution/attribution-rule.ts';
import styles from './rules.module.css';

const UNITS = { minutes: 1, hours: 60, days: DAY_MINUTES } as const;

type Unit = keyof typeof UNITS;

const unitOf = (minutes: number): Unit =>
  minutes > 0 && minutes % DAY_MINUTES === 0
    ? 'days'
    : minutes > 0 && minutes % UNITS.hours === 0
      ? 'hours'
      : 'minutes';

/** A length of time in minutes, hours or days. */
export function WindowField(props: {
  readonly label: string;
  readonly minutes: number;
  readonly disabled: boolean;
  readonly onMinutes: (minutes: number) => void;
}): ReactNode {
  const { label, minutes, disabled, onMinutes } = props;
  const { t } = useTranslation();
  const [unit, setUnit] = useState<Unit>(unitOf(minutes));
  const set = (count: number, of: Unit): void =>
    onMinutes(Math.min(MOST_MINUTES, Math.max(0, Math.round(count * UNITS[of]))));
  return (
    <div className={styles.window}>
      <NumberInput
        label={label}
        min={0}
        allowDecimal={false}
        disabled={disabled}
        value={Math.round(minutes / UNITS[unit])}
        onChange={(value) => set(Number(value) || 0, unit)}
      />
      <Select
        aria-label={t('attribution.unit', { label })}
        data={Object.keys(UNITS).map((value) => ({
          value,
          label: t(`attribution.unit.${value}`),
        }))}
        allowDeselect={false}
        disabled={disabled}
        value={unit}
        onChange={(next) => {
          const to = (next ?? 'minutes') as Unit;
          setUnit(to);
          set(Math.round(minutes / UNITS[unit]), to);
        }}
      />
    </div>
  );
}

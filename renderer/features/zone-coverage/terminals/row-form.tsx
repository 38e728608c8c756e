import { ActionIcon, Chip, NativeSelect } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  CoverageSchedule,
  CoverageTerminal,
} from '../../../../main/contract/zone-coverage.ts';
import { WEEKDAYS } from '../week-text.ts';
import sharedStyles from '../zone-coverage.module.css';
import styles from './terminals.module.css';
import { AmountField, MoneyField } from './amount-field.tsx';
import { ClockRange } from './clock-range.tsx';

/** A row of a schedule: when a terminal serves a zone, and on what terms. */
export type Row = CoverageSchedule['rows'][number];

function Days(props: {
  readonly mask: number;
  readonly disabled: boolean;
  readonly onSave: (mask: number) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { mask, disabled, onSave } = props;
  return (
    <div className={styles.days} role="group" aria-label={t('zone-coverage.row.days')}>
      {WEEKDAYS.map((day) => (
        <Chip
          key={day}
          size="xs"
          checked={(mask & (1 << day)) !== 0}
          disabled={disabled}
          onChange={() => onSave(mask ^ (1 << day))}
        >
          {t(`zone-coverage.day.${day}`)}
        </Chip>
      ))}
    </div>
  );
}

function Terms(props: {
  readonly row: Row;
  readonly schedule: CoverageSchedule;
  readonly currency: string;
  readonly onRow: ((row: Row) => void) | null;
}): ReactNode {
  const { t } = useTranslation();
  const { row, schedule, currency, onRow } = props;
  const disabled = onRow === null;
  return (
    <div className={sharedStyles.terms}>
      {schedule.commonMinSumMinor === null && (
        <MoneyField
          label={t('zone-coverage.row.min-sum')}
          value={row.minSumMinor}
          currency={currency}
          disabled={disabled}
          onSave={(minSumMinor) => onRow?.({ ...row, minSumMinor })}
        />
      )}
      {schedule.commonFeeMinor === null && (
        <MoneyField
          label={t('zone-coverage.row.fee')}
          value={row.feeMinor}
          currency={currency}
          disabled={disabled}
          onSave={(feeMinor) => onRow?.({ ...row, feeMinor })}
        />
      )}
      {schedule.commonDurationMinutes === null && (
        <AmountField
          label={t('zone-coverage.row.duration')}
          value={row.durationMinutes}
          digits={0}
          disabled={disabled}
          onSave={(durationMinutes) => onRow?.({ ...row, durationMinutes })}
        />
      )}
      <AmountField
        label={t('zone-coverage.row.priority')}
        value={row.priority}
        digits={0}
        least={-1000}
        disabled={disabled}
        onSave={(priority) => onRow?.({ ...row, priority: priority ?? 0 })}
      />
    </div>
  );
}

/** One terminal of a zone: who, on which days, when, on which terms. */
export function RowForm(props: {
  readonly row: Row;
  readonly schedule: CoverageSchedule;
  readonly currency: string;
  readonly terminals: readonly CoverageTerminal[];
  readonly onRow: ((row: Row) => void) | null;
  readonly onRemove: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { row, schedule, terminals, onRow } = props;
  const disabled = onRow === null;
  const known = terminals.some(({ id }) => id === row.venueId);
  return (
    <li className={styles.row}>
      <div className={styles.rowHead}>
        <NativeSelect
          size="xs"
          className={styles.grow}
          aria-label={t('zone-coverage.row.terminal')}
          value={row.venueId}
          disabled={disabled}
          data={[
            ...(known
              ? []
              : [{ value: String(row.venueId), label: t('zone-coverage.unknown-terminal') }]),
            ...terminals.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
          onChange={({ currentTarget }) =>
            onRow?.({ ...row, venueId: Number(currentTarget.value) })
          }
        />
        {!schedule.commonHours && (
          <ClockRange
            label={t('zone-coverage.row.hours')}
            from={row.from}
            to={row.to}
            onSave={onRow && ((hours) => onRow({ ...row, ...hours }))}
          />
        )}
        {onRow && (
          <ActionIcon aria-label={t('zone-coverage.row.remove')} onClick={props.onRemove}>
            <IconTrash size={16} />
          </ActionIcon>
        )}
      </div>
      {!schedule.sameAllWeek && (
        <Days
          mask={row.weekdays}
          disabled={disabled}
          onSave={(weekdays) => onRow?.({ ...row, weekdays })}
        />
      )}
      <Terms row={row} schedule={schedule} currency={props.currency} onRow={onRow} />
    </li>
  );
}

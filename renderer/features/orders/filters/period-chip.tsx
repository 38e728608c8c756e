import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '../../../../main/domain/local-time.ts';
import type { OrderFilter } from '../../../../main/domain/orders/order-filter.ts';
import { DaysCalendar } from '../../../shared/filters/days-calendar.tsx';
import { useFormat, type Format } from '../../../shared/format/use-format.ts';
import { FilterChip } from '../../../shared/filters/filter-chip.tsx';
import styles from '../../../shared/filters/filters.module.css';
import { PERIOD_PRESETS, type PeriodChoice } from './period-choice.ts';

function writeDays(period: OrderFilter['period'], format: Format): string {
  if (!period) return '';
  const { from, to } = period;
  return from === to ? format.dayInWords(from) : `${format.day(from)} – ${format.day(to)}`;
}

/** The days of the list: presets that follow the calendar, or any days from a calendar. */
export function PeriodChip(props: {
  readonly choice: PeriodChoice;
  readonly period: OrderFilter['period'];
  readonly onChoose: (choice: PeriodChoice) => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { choice, period, onChoose } = props;
  const days = writeDays(period, format);
  const name = choice.type === 'custom' ? '' : t(`orders.period.${choice.type}`);
  const pick = (from: Day, to: Day, close: () => void): void => {
    onChoose({ type: 'custom', from, to });
    close();
  };
  return (
    <FilterChip
      label={t('orders.filter.period')}
      value={[name, days].filter(Boolean).join(', ')}
      onClear={null}
    >
      {(close) => (
        <div className={styles.period}>
          <div className={styles.presets}>
            {PERIOD_PRESETS.map((type) => (
              <Button
                key={type}
                variant={choice.type === type ? 'light' : 'subtle'}
                justify="start"
                onClick={() => {
                  onChoose({ type });
                  close();
                }}
              >
                {t(`orders.period.${type}`)}
              </Button>
            ))}
          </div>
          <DaysCalendar shown={period} onRange={(from, to) => pick(from, to, close)} />
        </div>
      )}
    </FilterChip>
  );
}

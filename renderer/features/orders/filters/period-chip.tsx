import { Button } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import 'dayjs/locale/ru.js';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '../../../../main/domain/local-time.ts';
import type { OrderFilter } from '../../../../main/domain/order-filter.ts';
import { useFormat, type Format } from '../../../shared/format/use-format.ts';
import { FilterChip } from './filter-chip.tsx';
import styles from './filters.module.css';
import { PERIOD_PRESETS, type PeriodChoice } from './period-choice.ts';

type Range = [Day | null, Day | null];

function writeDays(period: OrderFilter['period'], format: Format): string {
  if (!period) return '';
  const { from, to } = period;
  return from === to ? format.dayInWords(from) : `${format.day(from)} – ${format.day(to)}`;
}

/** A calendar in which two days are chosen, or one twice. */
function Calendar(props: {
  readonly shown: OrderFilter['period'];
  readonly onRange: (from: Day, to: Day) => void;
}): ReactNode {
  const { t, i18n } = useTranslation();
  const [range, setRange] = useState<Range>([null, null]);
  const { shown, onRange } = props;
  const pick = (next: Range): void => {
    setRange(next);
    const [from, to] = next;
    if (from !== null && to !== null) onRange(from, to);
  };
  return (
    <DatePicker
      type="range"
      allowSingleDateInRange
      hideOutsideDates
      maxLevel="month"
      locale={i18n.language}
      firstDayOfWeek={1}
      size="xs"
      classNames={{ day: styles.day ?? '' }}
      ariaLabels={{
        previousMonth: t('orders.period.month-before'),
        nextMonth: t('orders.period.month-after'),
      }}
      value={range}
      {...(shown ? { defaultDate: shown.to } : {})}
      onChange={pick}
    />
  );
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
          <Calendar shown={period} onRange={(from, to) => pick(from, to, close)} />
        </div>
      )}
    </FilterChip>
  );
}

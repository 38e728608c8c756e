import { DatePicker } from '@mantine/dates';
import 'dayjs/locale/ru.js';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '../../../main/domain/local-time.ts';
import styles from './filters.module.css';

type Range = [Day | null, Day | null];

/** A calendar in which two days are chosen, or one twice. */
export function DaysCalendar(props: {
  readonly shown: Readonly<{ from: Day; to: Day }> | null;
  readonly onRange: (from: Day, to: Day) => void;
}): ReactNode {
  const { t, i18n } = useTranslation();
  const { shown, onRange } = props;
  const [range, setRange] = useState<Range>([shown?.from ?? null, shown?.to ?? null]);
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
      highlightToday
      maxLevel="month"
      locale={i18n.language}
      firstDayOfWeek={1}
      size="xs"
      classNames={{ day: styles.day ?? '' }}
      ariaLabels={{
        previousMonth: t('filter.month-before'),
        nextMonth: t('filter.month-after'),
      }}
      value={range}
      {...(shown ? { defaultDate: shown.to } : {})}
      onChange={pick}
    />
  );
}

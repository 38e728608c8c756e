import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderFilter } from '../../../../main/domain/orders/order-filter.ts';
import { PeriodPick } from '../../../shared/filters/period-pick.tsx';
import { useFormat, type Format } from '../../../shared/format/use-format.ts';
import { FilterChip } from '../../../shared/filters/filter-chip.tsx';
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
  return (
    <FilterChip
      label={t('orders.filter.period')}
      value={[name, days].filter(Boolean).join(', ')}
      onClear={null}
    >
      {(close) => (
        <PeriodPick
          presets={PERIOD_PRESETS}
          nameOf={(type) => t(`orders.period.${type}`)}
          choice={choice}
          shown={period}
          onPick={(picked) => {
            onChoose(picked);
            close();
          }}
        />
      )}
    </FilterChip>
  );
}

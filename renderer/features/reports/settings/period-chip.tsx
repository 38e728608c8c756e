import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FilterChip } from '../../../shared/filters/filter-chip.tsx';
import { PeriodPick } from '../../../shared/filters/period-pick.tsx';
import {
  COMPARISONS,
  comparedOf,
  periodOf,
  PERIOD_PRESETS,
  type Comparison,
  type Period,
  type PeriodChoice,
} from '../../../../main/domain/reports/report-period.ts';
import styles from './settings.module.css';
import { useDaysText } from './use-days-text.ts';

function Compare(props: {
  readonly comparison: Comparison;
  readonly compared: Period | null;
  readonly onCompare: (comparison: Comparison) => void;
}): ReactNode {
  const { t } = useTranslation();
  const daysText = useDaysText();
  const { comparison, compared, onCompare } = props;
  return (
    <div className={styles.compare}>
      <span className={styles.note}>{t('report-screens.compare')}</span>
      <SegmentedControl
        aria-label={t('report-screens.compare')}
        value={comparison}
        onChange={(value) => onCompare(value as Comparison)}
        data={COMPARISONS.map((value) => ({ value, label: t(`report-screens.compare.${value}`) }))}
      />
      <span className={styles.note}>
        {compared ? daysText(compared) : t('report-screens.compare.nothing')}
      </span>
    </div>
  );
}

/** The days of a report and those it is compared with. */
export function PeriodChip(props: {
  readonly choice: PeriodChoice;
  readonly comparison: Comparison;
  readonly today: string;
  readonly onPeriod: (choice: PeriodChoice) => void;
  readonly onCompare: (comparison: Comparison) => void;
}): ReactNode {
  const { t } = useTranslation();
  const daysText = useDaysText();
  const { choice, comparison, today, onPeriod } = props;
  const period = periodOf(choice, today);
  const compared = comparedOf(choice, comparison, today);
  const name = choice.type === 'custom' ? '' : t(`report-screens.period.${choice.type}`);
  const value = [name, daysText(period)].filter(Boolean).join(', ');
  return (
    <FilterChip
      label={t('report-screens.period')}
      value={
        compared ? `${value} ${t('report-screens.against', { days: daysText(compared) })}` : value
      }
      onClear={null}
      wide
    >
      {(close) => (
        <>
          <PeriodPick
            presets={PERIOD_PRESETS}
            nameOf={(type) => t(`report-screens.period.${type}`)}
            choice={choice}
            shown={period}
            onPick={(picked) => {
              onPeriod(picked);
              close();
            }}
          />
          <Compare comparison={comparison} compared={compared} onCompare={props.onCompare} />
        </>
      )}
    </FilterChip>
  );
}

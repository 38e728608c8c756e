import { ActionIcon, Button, SegmentedControl } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, type Day } from '../../../main/domain/local-time.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { ExportProof } from './export-proof.tsx';
import { firstDay, type CompletenessSlice, type Span } from './completeness-slice.ts';
import { STATE_MARKS, STATES } from './state-marks.ts';
import styles from './sync.module.css';
import { VenueFilter } from './venue-filter.tsx';
import { YEAR_DAYS } from './year-model.ts';

const SPANS: readonly Span[] = [7, 14, 30, YEAR_DAYS];

function Legend(): ReactNode {
  const { t } = useTranslation();
  return (
    <ul className={styles.legend} aria-label={t('sync.legend')}>
      {STATES.map((state) => {
        const Mark = STATE_MARKS[state];
        return (
          <li key={state} className={styles[state]}>
            <Mark size={14} stroke={2} aria-hidden />
            <span>{t(`sync.state.${state}`)}</span>
          </li>
        );
      })}
    </ul>
  );
}

/** Which days the calendar shows, and what its signs mean. */
export function CalendarHead(props: {
  readonly to: Day;
  readonly span: Span;
  readonly today: Day;
  readonly venueId: number | null;
  readonly onShow: CompletenessSlice['show'];
}): ReactNode {
  const { to, span, today, venueId, onShow } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const days = `${format.day(firstDay({ to, span }))} – ${format.day(to)}`;
  return (
    <header className={styles.calendarHead}>
      <h2 id="sync-completeness" className={styles.heading}>
        {t('sync.completeness')}
      </h2>
      <Legend />
      <div className={styles.period}>
        <VenueFilter venueId={venueId} onChoose={(next) => onShow({ venueId: next })} />
        <SegmentedControl
          aria-label={t('sync.span')}
          data={SPANS.map((one) => ({
            value: String(one),
            label: one === YEAR_DAYS ? t('sync.span.year') : t('sync.span.days', { count: one }),
          }))}
          value={String(span)}
          onChange={(next) => onShow({ span: Number(next) as Span })}
        />
        <div className={styles.shift}>
          <ActionIcon
            variant="default"
            aria-label={t('sync.earlier')}
            onClick={() => onShow({ to: addDays(to, -span) })}
          >
            <IconChevronLeft size={16} aria-hidden />
          </ActionIcon>
          <span className={styles.days}>{days}</span>
          <ActionIcon
            variant="default"
            aria-label={t('sync.later')}
            onClick={() => onShow({ to: addDays(to, span) })}
          >
            <IconChevronRight size={16} aria-hidden />
          </ActionIcon>
        </div>
        <Button disabled={to === today} onClick={() => onShow({ to: today })}>
          {t('sync.today')}
        </Button>
        <ExportProof from={firstDay({ to, span })} to={to} />
      </div>
    </header>
  );
}

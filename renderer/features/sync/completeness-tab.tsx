import { Button } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import { useEffect, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Completeness } from '../../../main/contract/sync.ts';
import { dayOf } from '../../../main/domain/local-time.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { hereZone } from '../../shared/format/use-format.ts';
import { navigate } from '../../shared/navigation/navigation.ts';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { FailureNotice } from '../../shared/ui/failure-notice.tsx';
import { CalendarHead } from './calendar-head.tsx';
import { CompletenessCalendar } from './completeness-calendar.tsx';
import { createCompletenessSlice } from './completeness-slice.ts';
import { ConnectionRows } from './connection-rows.tsx';
import { JoinedVenues } from './joined-venues.tsx';
import styles from './sync.module.css';
import type { SyncStateView } from './sync-state-slice.ts';
import { YearCalendar } from './year-calendar.tsx';

function Calendar(props: {
  readonly selected: Completeness | null;
  readonly onSelect: (statement: Completeness | null) => void;
}): ReactNode {
  const { selected, onSelect } = props;
  const { t } = useTranslation();
  const client = useClient();
  const today = dayOf(Date.now(), hereZone());
  const slice = useMemo(() => createCompletenessSlice(client, today), [client, today]);
  const { to, span, venueId, statements } = useStore(slice);
  useEffect(() => {
    void slice.read();
    return slice.follow();
  }, [slice]);
  useEffect(() => {
    if (!selected || statements.type !== 'shown') return;
    const { venueId, day } = selected;
    const newer = statements.entries.find((one) => one.venueId === venueId && one.day === day);
    if (newer && newer !== selected) onSelect(newer);
  }, [statements, selected, onSelect]);
  return (
    <section className={styles.calendar} aria-labelledby="sync-completeness">
      <CalendarHead to={to} span={span} today={today} venueId={venueId} onShow={slice.show} />
      {statements.type === 'failed' && (
        <FailureNotice failure={statements.failure} onRetry={() => void slice.read()} />
      )}
      {statements.type === 'year' && (
        <YearCalendar
          to={to}
          days={statements.days}
          onPick={(day) => slice.show({ to: day, span: 7 })}
        />
      )}
      {statements.type === 'shown' &&
        (statements.entries.length === 0 ? (
          <p className={styles.note}>{t('sync.completeness.empty')}</p>
        ) : (
          <CompletenessCalendar
            to={to}
            span={span}
            entries={statements.entries}
            selected={selected}
            onSelect={onSelect}
          />
        ))}
    </section>
  );
}

/** What every connection does, and the calendar of what is proven. */
export function CompletenessTab(props: {
  readonly state: SyncStateView;
  readonly selected: Completeness | null;
  readonly onSelect: (statement: Completeness | null) => void;
}): ReactNode {
  const { state, selected, onSelect } = props;
  const { t } = useTranslation();
  if (state.type === 'loading') return null;
  if (state.type === 'shown' && state.connections.length === 0) {
    return (
      <EmptyState
        icon={IconPlugConnected}
        title={t('sync.empty')}
        text={t('sync.empty.text')}
        action={
          <Button variant="filled" onClick={() => navigate('connections')}>
            {t('sync.empty.action')}
          </Button>
        }
      />
    );
  }
  return (
    <div className={styles.page}>
      {state.type === 'failed' ? (
        <FailureNotice failure={state.failure} />
      ) : (
        <ConnectionRows connections={state.connections} />
      )}
      <Calendar selected={selected} onSelect={onSelect} />
      <JoinedVenues />
    </div>
  );
}

import { IconAlertTriangle, IconCheck, IconCircleCheck, IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/use-format.ts';
import { navigate } from '../../shared/navigation/navigation.ts';
import type { TodayState } from './data-state.ts';
import styles from './status-line.module.css';

const MARKS = {
  'so-far': IconCheck,
  complete: IconCircleCheck,
  healing: IconRefresh,
  unproven: IconAlertTriangle,
};

/** Whether today's data is provably whole; opens the statements. */
export function CompletenessToday({ state }: { readonly state: TodayState | null }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (!state) return null;
  const Mark = MARKS[state.state];
  const params = {
    count: state.state === 'unproven' ? state.unproven : state.orders,
    orders: format.number(state.orders),
  };
  const text = t(`app.status.today.${state.state}`, params);
  const { cause } = state;
  const hover = cause
    ? `${cause.venue}: ${t(`sync.reason.${cause.reason}`, cause.params)}`
    : t(`app.status.today.${state.state}.note`);
  return (
    <button
      type="button"
      className={`${styles.item} ${styles.shrink}`}
      title={hover}
      onClick={() => navigate('sync')}
    >
      <Mark className={styles[state.state]} size={14} stroke={1.75} aria-hidden />
      <span>{text}</span>
    </button>
  );
}

import { IconAlertTriangleFilled, IconCircleFilled, IconClockFilled } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '../../../main/domain/local-time.ts';
import { hereZone, useFormat } from '../../shared/format/use-format.ts';
import type { DataAge, Freshness } from './data-state.ts';
import styles from './status-line.module.css';

const MARKS = {
  fresh: IconCircleFilled,
  ageing: IconClockFilled,
  stale: IconAlertTriangleFilled,
} satisfies Record<Freshness, unknown>;

/** «Данные на 14:32:05», with the age in words once it matters. */
export function DataAgeText(props: {
  readonly age: DataAge | null;
  readonly reading: boolean;
}): ReactNode {
  const { age, reading } = props;
  const { t } = useTranslation();
  const format = useFormat();
  if (!age) return <span className={styles.item}>{reading ? '' : t('app.status.no-data')}</span>;
  const Mark = MARKS[age.freshness];
  const sameDay = dayOf(age.at, hereZone()) === dayOf(Date.now(), hereZone());
  const time = sameDay ? format.clockSeconds(age.at) : format.moment(age.at);
  return (
    <span className={styles.item} title={format.ago(age.ageMs)}>
      <Mark
        className={styles[age.freshness]}
        size={age.freshness === 'fresh' ? 8 : 12}
        aria-hidden
      />
      <span>{t(sameDay ? 'app.status.data-at' : 'app.status.data-from', { time })}</span>
      {age.freshness !== 'fresh' && (
        <span className={styles[age.freshness]}>{format.ago(age.ageMs)}</span>
      )}
    </span>
  );
}

import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderCard, TimelineStep } from '../../../../main/contract/orders.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { CardSection } from './card-section.tsx';
import styles from './card-timeline.module.css';

const MINUTE_MS = 60_000;

function Step({ step, zone }: { readonly step: TimelineStep; readonly zone: string }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { stamp, minutesSincePrevious: minutes, impossible } = step;
  const time = stamp.instant === null ? stamp.text : format.moment(stamp.instant, zone);
  const unsure = stamp.certainty !== 'exact' && t(`orders.certainty.${stamp.certainty}`);
  return (
    <li className={styles.step} data-impossible={impossible || undefined}>
      <span>{t(`orders.time.${step.step}`)}</span>
      <span className={styles.took}>
        {minutes !== null && minutes > 0 && `+${format.duration(minutes * MINUTE_MS)}`}
      </span>
      <time className={styles.time} title={stamp.text}>
        {time}
      </time>
      {(impossible || unsure) && (
        <span className={styles.flag}>
          <IconAlertTriangle size={12} aria-hidden /> {impossible ? t('orders.impossible') : unsure}
        </span>
      )}
    </li>
  );
}

/** The life of the delivery: each stage with its moment and how long it took to come. */
export function CardTimeline({ card }: { readonly card: OrderCard }): ReactNode {
  const { t } = useTranslation();
  const { timeline, row } = card;
  if (timeline.length === 0) return null;
  return (
    <CardSection title={t('orders.card.timeline')}>
      <ol className={styles.steps}>
        {timeline.map((step) => (
          <Step key={step.step} step={step} zone={row.zone} />
        ))}
      </ol>
    </CardSection>
  );
}

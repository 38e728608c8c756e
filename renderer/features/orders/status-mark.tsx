import { IconFlame } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Stage } from '../../../main/domain/orders/stage.ts';
import { statusText } from './status-text.ts';
import styles from './status-mark.module.css';
import { useTexts } from '../../shared/i18n/use-texts.ts';

/** A status as a dot and its word; an unknown one under the vendor's own name. */
export function StatusMark(props: {
  readonly stage: Stage;
  readonly status: string;
  /** Cooking should have started and did not: a flame stands in the dot's place. */
  readonly overdue?: boolean;
}): ReactNode {
  const { t } = useTexts();
  const { stage, status } = props;
  return (
    <span className={styles.status}>
      {props.overdue ? (
        <IconFlame
          className={styles.flame}
          size={14}
          aria-label={t('orders.pin.cooking-overdue')}
        />
      ) : (
        <span className={styles.dot} data-stage={stage} aria-hidden />
      )}
      <span className={styles.word}>{statusText(t, { stage, status })}</span>
    </span>
  );
}

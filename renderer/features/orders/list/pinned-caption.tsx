import { IconAlertTriangleFilled, IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PinnedRow } from '../../../../main/contract/orders.ts';
import type { PinReason } from '../../../../main/domain/orders/order-alarm.ts';
import styles from './pinned-caption.module.css';

const REASONS: readonly PinReason[] = ['late', 'cooking-overdue', 'problem'];

/** Says what needs attention and how many; long bands are opened and closed here. */
export function PinnedCaption(props: {
  readonly rows: readonly PinnedRow[];
  readonly shown: number;
  readonly opened: boolean;
  readonly onOpened: (opened: boolean) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { rows, shown, opened, onOpened } = props;
  const parts = REASONS.flatMap((reason) => {
    const count = rows.filter(({ reasons }) => reasons.includes(reason)).length;
    return count > 0 ? [t(`orders.pinned.${reason}`, { count })] : [];
  });
  const Chevron = opened ? IconChevronUp : IconChevronDown;
  const hidden = rows.length - shown;
  return (
    <div className={styles.caption}>
      <IconAlertTriangleFilled size={14} aria-hidden />
      <strong>{t('orders.pinned', { count: rows.length })}</strong>
      <span className={styles.parts} title={parts.join(' · ')}>
        {parts.join(' · ')}
      </span>
      {(hidden > 0 || opened) && (
        <button
          type="button"
          className={styles.more}
          aria-expanded={opened}
          onClick={() => onOpened(!opened)}
        >
          {opened ? t('orders.pinned.less') : t('orders.pinned.more', { count: hidden })}
          <Chevron size={14} aria-hidden />
        </button>
      )}
    </div>
  );
}

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RehearsalSection } from '../../../../main/contract/zone-coverage.ts';
import {
  REASONS,
  type Change,
  type Reason,
  type Sum,
} from '../../../../main/domain/zone-coverage/rehearsal/rehearsal.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import sharedStyles from '../zone-coverage.module.css';
import styles from './rehearsal.module.css';
import { FigureButton } from './figure-button.tsx';
import { wholeMoney } from './whole-money.ts';

const SHOWN = ['gained', 'lost', 'moved', 'rezoned', 'kept', 'unserved', 'unplaced'] as const;

const reasonsOf = (sums: Readonly<Record<Reason, Sum>>): readonly Reason[] =>
  REASONS.filter((reason) => sums[reason].orders > 0);

/** Why orders are not served after the change; each reason opens its orders. */
function Reasons(props: {
  readonly section: RehearsalSection;
  readonly currency: string | null;
  readonly onReason: (reason: Reason, title: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { section, currency, onReason } = props;
  const reasons = reasonsOf(section.unservedAfter);
  if (reasons.length === 0) return null;
  return (
    <p className={styles.reasons}>
      <span className={sharedStyles.quiet}>{t('zone-coverage.unserved-after')}</span>
      {reasons.map((reason) => {
        const title = t(`zone-coverage.reason.${reason}`);
        return (
          <span key={reason}>
            {title}{' '}
            <FigureButton
              sum={section.unservedAfter[reason]}
              currency={currency}
              title={title}
              onOpen={() => onReason(reason, title)}
            />
          </span>
        );
      })}
    </p>
  );
}

/** What becomes of the orders: each number opens them. */
export function ChangeTiles(props: {
  readonly section: RehearsalSection;
  readonly money: boolean;
  readonly onOpen: (change: Change, title: string) => void;
  readonly onReason: (reason: Reason, title: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { section, money, onOpen, onReason } = props;
  return (
    <>
      <div className={styles.tiles}>
        {SHOWN.map((change) => {
          const { orders, sumMinor } = section.changes[change];
          const title = t(`zone-coverage.change.${change}`);
          return (
            <button
              key={change}
              type="button"
              className={styles.tile}
              data-change={change}
              disabled={orders === 0}
              onClick={() => onOpen(change, title)}
            >
              <span className={styles.tileName}>{title}</span>
              <strong>{format.number(orders)}</strong>
              {money && <span>{wholeMoney(format, sumMinor, section.currency)}</span>}
            </button>
          );
        })}
      </div>
      <Reasons section={section} currency={money ? section.currency : null} onReason={onReason} />
    </>
  );
}

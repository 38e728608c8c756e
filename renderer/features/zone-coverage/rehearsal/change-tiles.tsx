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
import styles from '../zone-coverage.module.css';

const SHOWN = ['gained', 'lost', 'moved', 'rezoned', 'kept', 'unserved', 'unplaced'] as const;

const reasonsOf = (sums: Readonly<Record<Reason, Sum>>): readonly Reason[] =>
  REASONS.filter((reason) => sums[reason].orders > 0);

/** Why orders are not served after the change. */
function Reasons({ section }: { readonly section: RehearsalSection }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const reasons = reasonsOf(section.unservedAfter);
  if (reasons.length === 0) return null;
  return (
    <p className={styles.quiet}>
      {t('zone-coverage.unserved-after')}{' '}
      {reasons
        .map((reason) =>
          t('zone-coverage.reason', {
            reason: t(`zone-coverage.reason.${reason}`),
            orders: format.number(section.unservedAfter[reason].orders),
          }),
        )
        .join(', ')}
    </p>
  );
}

/** What becomes of the orders: each number opens them. */
export function ChangeTiles(props: {
  readonly section: RehearsalSection;
  readonly money: boolean;
  readonly onOpen: (change: Change, title: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { section, money, onOpen } = props;
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
              {money && <span>{format.money(sumMinor, section.currency)}</span>}
            </button>
          );
        })}
      </div>
      <Reasons section={section} />
    </>
  );
}

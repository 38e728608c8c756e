import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RehearsalSection } from '../../../../main/contract/zone-coverage.ts';
import type { Change } from '../../../../main/domain/zone-coverage/rehearsal/rehearsal.ts';
import { clockText } from '../../../shared/format/clock.ts';

import styles from './rehearsal.module.css';
import { FigureButton } from './figure-button.tsx';

const PARTS = ['gained', 'lost', 'moved'] as const;

/** Gained, lost and moved orders by hour of the day; hours in which nothing changes are left out. */
export function HoursTable(props: {
  readonly hours: RehearsalSection['hours'];
  /** Null: this profile sees no money. */
  readonly currency: string | null;
  readonly onOpen: (hour: number, change: Change, title: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { currency, onOpen } = props;
  const hours = props.hours
    .map((sums, hour) => ({ hour, sums }))
    .filter(({ sums }) => PARTS.some((part) => sums[part].orders > 0));
  if (hours.length === 0) return null;
  return (
    <table className={styles.table} aria-label={t('zone-coverage.by-hour')}>
      <thead>
        <tr>
          <th scope="col">{t('zone-coverage.by-hour')}</th>
          {PARTS.map((part) => (
            <th key={part} scope="col" className={styles.numeric}>
              {t(`zone-coverage.change.${part}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {hours.map(({ hour, sums }) => (
          <tr key={hour}>
            <th scope="row">{clockText(hour * 60)}</th>
            {PARTS.map((part) => {
              const title = `${clockText(hour * 60)}: ${t(`zone-coverage.change.${part}`)}`;
              return (
                <td key={part} className={styles.numeric}>
                  <FigureButton
                    sum={sums[part]}
                    currency={currency}
                    title={title}
                    onOpen={() => onOpen(hour, part, title)}
                  />
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

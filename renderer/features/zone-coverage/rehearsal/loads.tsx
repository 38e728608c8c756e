import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RehearsalSection } from '../../../../main/contract/zone-coverage.ts';
import { clockText } from '../../../shared/format/clock.ts';
import { useFormat } from '../../../shared/format/use-format.ts';

import styles from './rehearsal.module.css';

type Side = 'before' | 'after';

/** The busiest hour of a terminal and how many orders fall on it. */
function peak(hours: readonly number[]): Readonly<{ hour: number; orders: number }> {
  const orders = Math.max(...hours);
  return { hour: hours.indexOf(orders), orders };
}

/** The busiest hour of each terminal, before and after; it opens the orders of that hour. */
export function Loads(props: {
  readonly terminals: RehearsalSection['terminals'];
  readonly nameOf: (venueId: number) => string;
  readonly onOpen: (side: Side, venueId: number, hour: number, title: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { terminals, nameOf, onOpen } = props;
  const load = (side: Side, venueId: number, hours: readonly number[]): ReactNode => {
    const { hour, orders } = peak(hours);
    if (orders === 0) return '—';
    const title = `${nameOf(venueId)}, ${clockText(hour * 60)}: ${t(`zone-coverage.peaks.${side}`)}`;
    return (
      <button
        type="button"
        className={styles.figure}
        aria-label={`${title}, ${format.number(orders)}, ${clockText(hour * 60)}`}
        onClick={() => onOpen(side, venueId, hour, title)}
      >
        <strong>{format.number(orders)}</strong> <small>{clockText(hour * 60)}</small>
      </button>
    );
  };
  return (
    <table className={styles.table} aria-label={t('zone-coverage.peaks')}>
      <thead>
        <tr>
          {(['peaks', 'peaks.before', 'peaks.after'] as const).map((name) => (
            <th key={name} scope="col" className={name === 'peaks' ? undefined : styles.numeric}>
              {t(`zone-coverage.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {terminals.map(({ venueId, hoursBefore, hoursAfter }) => (
          <tr key={venueId}>
            <th scope="row">{nameOf(venueId)}</th>
            <td className={styles.numeric}>{load('before', venueId, hoursBefore)}</td>
            <td className={styles.numeric}>{load('after', venueId, hoursAfter)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RehearsalSection } from '../../../../main/contract/zone-coverage.ts';
import type { Change } from '../../../../main/domain/zone-coverage/rehearsal/rehearsal.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { clockText } from '../week-text.ts';
import styles from '../zone-coverage.module.css';

const PARTS = ['gained', 'lost', 'moved'] as const;

type Load = RehearsalSection['terminals'][number];

/** The busiest hour of a terminal and how many orders fall on it. */
function peak(hours: readonly number[]): Readonly<{ hour: number; orders: number }> {
  const orders = Math.max(...hours);
  return { hour: hours.indexOf(orders), orders };
}

function Loads(props: {
  readonly terminals: readonly Load[];
  readonly nameOf: (venueId: number) => string;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const text = (hours: readonly number[]): string => {
    const { hour, orders } = peak(hours);
    return orders === 0 ? '—' : `${format.number(orders)} (${clockText(hour * 60)})`;
  };
  return (
    <div className={styles.tableBox}>
      <table className={styles.table} aria-label={t('zone-coverage.peaks')}>
        <thead>
          <tr>
            {(['peaks', 'peaks.before', 'peaks.after'] as const).map((name) => (
              <th key={name} scope="col">
                {t(`zone-coverage.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.terminals.map(({ venueId, hoursBefore, hoursAfter }) => (
            <tr key={venueId}>
              <th scope="row">{props.nameOf(venueId)}</th>
              <td>{text(hoursBefore)}</td>
              <td>{text(hoursAfter)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Gained, lost and moved orders by hour of the day, and the busiest hour of each terminal. */
export function HoursTable(props: {
  readonly section: RehearsalSection;
  readonly nameOf: (venueId: number) => string;
  readonly onOpen: (hour: number, change: Change, title: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { section, nameOf, onOpen } = props;
  const hours = section.hours
    .map((sums, hour) => ({ hour, sums }))
    .filter(({ sums }) => PARTS.some((part) => sums[part].orders > 0));
  return (
    <>
      <Loads terminals={section.terminals} nameOf={nameOf} />
      {hours.length > 0 && (
        <div className={styles.tableBox}>
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
                    const { orders } = sums[part];
                    return (
                      <td key={part} className={styles.numeric}>
                        {orders === 0 ? (
                          '—'
                        ) : (
                          <button
                            type="button"
                            className={styles.figure}
                            aria-label={`${title}, ${format.number(orders)}`}
                            onClick={() => onOpen(hour, part, title)}
                          >
                            {format.number(orders)}
                          </button>
                        )}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

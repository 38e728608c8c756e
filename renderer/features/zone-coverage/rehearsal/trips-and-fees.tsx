import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RehearsalSection } from '../../../../main/contract/zone-coverage.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import styles from '../zone-coverage.module.css';
import { FigureButton } from './figure-button.tsx';
import { wholeMoney } from './whole-money.ts';

/** How much farther couriers go, and what guests pay more or less for it. */
export function TripsAndFees(props: {
  readonly section: RehearsalSection;
  readonly money: boolean;
  readonly onLonger: (title: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { trips, fees, currency } = props.section;
  const km = (metres: number, orders: number): string =>
    format.number(metres / Math.max(1, orders) / 1000, 2);
  return (
    <ul className={styles.facts}>
      <li>
        {trips.orders === 0
          ? t('zone-coverage.trips.none')
          : t('zone-coverage.trips', {
              before: km(trips.metresBefore, trips.orders),
              after: km(trips.metresAfter, trips.orders),
            })}
      </li>
      {trips.longer.orders > 0 && (
        <li>
          {t('zone-coverage.trips.longer')}{' '}
          <FigureButton
            sum={trips.longer}
            currency={props.money ? currency : null}
            title={t('zone-coverage.trips.longer')}
            onOpen={() => props.onLonger(t('zone-coverage.trips.longer'))}
          />{' '}
          {t('zone-coverage.trips.added', { added: km(trips.metresAdded, trips.longer.orders) })}
        </li>
      )}
      <li>
        {fees.orders === 0 || !props.money
          ? t('zone-coverage.fees.none')
          : t('zone-coverage.fees', {
              before: wholeMoney(format, fees.beforeMinor, currency),
              after: wholeMoney(format, fees.afterMinor, currency),
            })}
      </li>
    </ul>
  );
}

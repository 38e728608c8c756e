import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ZoneDifference } from '../../../../main/domain/zones/drawing/zone-difference.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import styles from '../zones.module.css';

/** What differs between two maps, zone by zone. */
export function Differences(props: { readonly differences: readonly ZoneDifference[] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul className={styles.differences}>
      {props.differences.map(({ id, name, change, was, movedM2 }) => (
        <li key={`${change} ${id}`}>
          {t(`zone-map.difference.${change}`, {
            name: name || t('zone-map.unnamed'),
            was: was ?? '',
            area: format.number(Math.round(movedM2)),
          })}
        </li>
      ))}
    </ul>
  );
}

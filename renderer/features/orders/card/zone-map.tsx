import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderCard } from '../../../../main/contract/orders.ts';
import { drawMap } from './map-drawing.ts';
import { numbered } from './numbered.ts';
import styles from './zone-map.module.css';

const WIDTH = 388;
const HEIGHT = 150;

/** Where the address lies among the zones, drawn without any network. */
export function ZoneMap(props: {
  readonly map: NonNullable<OrderCard['map']>;
  readonly zone: string;
}): ReactNode {
  const { t } = useTranslation();
  const { map, zone } = props;
  const { point, zones } = drawMap(map.point, map.zones, zone, WIDTH, HEIGHT);
  const [x, y] = point;
  return (
    <svg
      className={styles.map}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={zone ? t('orders.map', { zone }) : t('orders.map.no-zone')}
    >
      {numbered(zones).map(({ item: { name, path, own }, place }) => (
        <path key={place} d={path} className={styles.zone} data-own={own || undefined}>
          <title>{name}</title>
        </path>
      ))}
      <circle cx={x} cy={y} r={10} className={styles.halo} />
      <circle cx={x} cy={y} r={5} className={styles.point} />
    </svg>
  );
}

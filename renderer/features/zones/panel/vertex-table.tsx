import { Button } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DrawnZone } from '../../../../main/domain/zones/drawing/drawn-zone.ts';
import {
  halveSide,
  isSameVertex,
  moveVertex,
  removeVertex,
  vertexInstead,
  verticesOf,
  type VertexPlace,
} from '../../../../main/domain/zones/drawing/ring-edits.ts';
import shared from '../zones.module.css';
import styles from './side-panel.module.css';
import { VertexRow } from './vertex-row.tsx';

/** Above so many corners the table shows those around the held one only. */
const MOST_ROWS = 60;

type Props = Readonly<{
  zone: DrawnZone;
  vertex: VertexPlace | null;
  disabled: boolean;
  onVertex: (vertex: VertexPlace | null) => void;
  onReshaped: (zone: DrawnZone) => void;
}>;

/** The corners of a zone by their coordinates; the one with the focus is held on the map too. */
export function VertexTable(props: Props): ReactNode {
  const { zone, vertex, disabled, onVertex, onReshaped } = props;
  const { t } = useTranslation();
  const all = verticesOf(zone);
  const held = all.findIndex((one) => isSameVertex(one, vertex));
  const around = Math.max(0, held) - MOST_ROWS / 2;
  const from = Math.max(0, Math.min(all.length - MOST_ROWS, around));
  return (
    <>
      <h3>{t('zone-map.details.corners', { count: all.length })}</h3>
      <p className={shared.quiet}>{t('zone-map.details.keys')}</p>
      {!disabled && <HeldButtons {...props} />}
      <table className={styles.corners}>
        <thead>
          <tr>
            <th scope="col">{t('zone-map.details.number')}</th>
            <th scope="col">{t('zone-map.details.latitude')}</th>
            <th scope="col">{t('zone-map.details.longitude')}</th>
          </tr>
        </thead>
        <tbody>
          {all.slice(from, from + MOST_ROWS).map(({ at, ...place }, row) => (
            <VertexRow
              key={JSON.stringify(place)}
              number={from + row + 1}
              at={at}
              held={from + row === held}
              disabled={disabled}
              onFocus={() => onVertex(place)}
              onMove={(to) => onReshaped(moveVertex(zone, place, to))}
            />
          ))}
        </tbody>
      </table>
    </>
  );
}

function HeldButtons({ zone, vertex, onVertex, onReshaped }: Props): ReactNode {
  const { t } = useTranslation();
  const add = (held: VertexPlace): void => {
    const halved = halveSide(zone, held);
    onReshaped(halved.zone);
    onVertex(halved.place);
  };
  const remove = (held: VertexPlace): void => {
    const left = removeVertex(zone, held);
    onReshaped(left);
    onVertex(vertexInstead(left, held));
  };
  return (
    <div className={shared.buttons}>
      <Button
        disabled={!vertex}
        title={t('zone-map.details.add-corner.hint')}
        leftSection={<IconPlus size={15} aria-hidden />}
        onClick={() => vertex && add(vertex)}
      >
        {t('zone-map.details.add-corner')}
      </Button>
      <Button
        disabled={!vertex}
        leftSection={<IconMinus size={15} aria-hidden />}
        onClick={() => vertex && remove(vertex)}
      >
        {t('zone-map.details.remove-corner')}
      </Button>
    </div>
  );
}

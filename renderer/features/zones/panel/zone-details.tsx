import { Button, ColorInput, NumberInput, TextInput } from '@mantine/core';
import { IconCopy, IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DrawnZone } from '../../../../main/domain/zones/drawing/drawn-zone.ts';
import {
  moveVertex,
  removeVertex,
  verticesOf,
  type VertexPlace,
} from '../../../../main/domain/zones/drawing/ring-edits.ts';
import { ZONE_COLOURS } from '../zone-colour.ts';
import styles from '../zones.module.css';

/** Above so many corners the table shows those around the held one only. */
const MOST_ROWS = 60;
const DIGITS = 6;

type Props = Readonly<{
  zone: DrawnZone;
  colour: string;
  vertex: VertexPlace | null;
  mayEdit: boolean;
  onVertex: (vertex: VertexPlace) => void;
  onChange: (zone: DrawnZone, what: 'named' | 'coloured' | 'reshaped') => void;
  onCopy: () => void;
  onRemove: () => void;
}>;

/** Name, colour and every corner of the zone at hand, typed. */
export function ZoneDetails(props: Props): ReactNode {
  const { zone, colour, mayEdit, onChange, onCopy, onRemove } = props;
  const { t } = useTranslation();
  const [name, setName] = useState(zone.name);
  const send = (): void => {
    if (name.trim() !== zone.name) onChange({ ...zone, name: name.trim() }, 'named');
  };
  return (
    <div className={styles.details}>
      <TextInput
        label={t('zone-map.details.name')}
        value={name}
        maxLength={300}
        disabled={!mayEdit}
        onChange={(event) => setName(event.currentTarget.value)}
        onBlur={send}
        onKeyDown={(event) => event.key === 'Enter' && send()}
      />
      <ColorInput
        label={t('zone-map.details.colour')}
        value={colour}
        swatches={[...ZONE_COLOURS]}
        disabled={!mayEdit}
        eyeDropperButtonProps={{ 'aria-label': t('zone-map.details.pick') }}
        withEyeDropper={false}
        onChangeEnd={(next) =>
          next !== colour && /^#[0-9a-f]{6}$/i.test(next)
            ? onChange({ ...zone, colour: next }, 'coloured')
            : undefined
        }
      />
      {mayEdit && (
        <div className={styles.buttons}>
          <Button leftSection={<IconCopy size={15} aria-hidden />} onClick={onCopy}>
            {t('zone-map.details.copy')}
          </Button>
          <Button
            color="danger"
            variant="outline"
            leftSection={<IconTrash size={15} aria-hidden />}
            onClick={onRemove}
          >
            {t('zone-map.details.remove')}
          </Button>
        </div>
      )}
      <VertexTable {...props} />
    </div>
  );
}

function VertexTable({ zone, vertex, mayEdit, onVertex, onChange }: Props): ReactNode {
  const { t } = useTranslation();
  const all = verticesOf(zone);
  const held = vertex
    ? all.findIndex(
        (one) =>
          one.part === vertex.part && one.ring === vertex.ring && one.vertex === vertex.vertex,
      )
    : 0;
  const from = Math.max(0, Math.min(all.length - MOST_ROWS, held - MOST_ROWS / 2));
  const shown = all.slice(from, from + MOST_ROWS);
  return (
    <>
      <h3>{t('zone-map.details.corners', { count: all.length })}</h3>
      <p className={styles.quiet}>{t('zone-map.details.keys')}</p>
      <table className={styles.corners}>
        <thead>
          <tr>
            <th scope="col">{t('zone-map.details.number')}</th>
            <th scope="col">{t('zone-map.details.latitude')}</th>
            <th scope="col">{t('zone-map.details.longitude')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ at, ...place }, row) => (
            <tr
              key={JSON.stringify(place)}
              data-held={from + row === held && vertex !== null ? true : undefined}
              onFocus={() => onVertex(place)}
            >
              <th scope="row">{from + row + 1}</th>
              {([1, 0] as const).map((axis) => (
                <td key={axis}>
                  <NumberInput
                    size="xs"
                    hideControls
                    decimalScale={DIGITS}
                    disabled={!mayEdit || zone.locked}
                    min={axis === 1 ? -90 : -180}
                    max={axis === 1 ? 90 : 180}
                    step={0.0001}
                    aria-label={t(
                      axis === 1 ? 'zone-map.details.latitude-of' : 'zone-map.details.longitude-of',
                      { number: from + row + 1 },
                    )}
                    value={at[axis]}
                    onKeyDown={(event) => {
                      if (event.key === 'Delete' && event.ctrlKey)
                        onChange(removeVertex(zone, place), 'reshaped');
                    }}
                    onValueChange={({ floatValue }, { source }) => {
                      const now = at[axis].toFixed(DIGITS);
                      if (floatValue === undefined || String(source) === 'prop') return;
                      if (floatValue.toFixed(DIGITS) === now) return;
                      const to =
                        axis === 1
                          ? ([at[0], floatValue] as const)
                          : ([floatValue, at[1]] as const);
                      onChange(moveVertex(zone, place, to), 'reshaped');
                    }}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

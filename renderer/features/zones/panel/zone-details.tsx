import { Button, ColorInput, NumberInput, TextInput } from '@mantine/core';
import { IconCopy, IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Position } from '../../../../main/domain/zones/delivery-zone.ts';
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
            <VertexRow
              key={JSON.stringify(place)}
              number={from + row + 1}
              at={at}
              held={from + row === held && vertex !== null}
              disabled={!mayEdit || zone.locked}
              onFocus={() => onVertex(place)}
              onMove={(to) => onChange(moveVertex(zone, place, to), 'reshaped')}
              onRemove={() => onChange(removeVertex(zone, place), 'reshaped')}
            />
          ))}
        </tbody>
      </table>
    </>
  );
}

const AXES = [
  { axis: 1, label: 'zone-map.details.latitude-of', most: 90 },
  { axis: 0, label: 'zone-map.details.longitude-of', most: 180 },
] as const;

function VertexRow(props: {
  readonly number: number;
  readonly at: Position;
  readonly held: boolean;
  readonly disabled: boolean;
  readonly onFocus: () => void;
  readonly onMove: (to: Position) => void;
  readonly onRemove: () => void;
}): ReactNode {
  const { number, at, held, disabled, onFocus, onMove, onRemove } = props;
  const { t } = useTranslation();
  const type = (axis: 0 | 1, value: number | undefined): void => {
    if (value === undefined || value.toFixed(DIGITS) === at[axis].toFixed(DIGITS)) return;
    onMove(axis === 1 ? [at[0], value] : [value, at[1]]);
  };
  return (
    <tr data-held={held || undefined} onFocus={onFocus}>
      <th scope="row">{number}</th>
      {AXES.map(({ axis, label, most }) => (
        <td key={axis}>
          <NumberInput
            size="xs"
            hideControls
            decimalScale={DIGITS}
            disabled={disabled}
            min={-most}
            max={most}
            step={0.0001}
            aria-label={t(label, { number })}
            value={at[axis]}
            onKeyDown={(event) => event.key === 'Delete' && event.ctrlKey && onRemove()}
            onValueChange={({ floatValue }, { source }) =>
              String(source) === 'prop' ? undefined : type(axis, floatValue)
            }
          />
        </td>
      ))}
    </tr>
  );
}

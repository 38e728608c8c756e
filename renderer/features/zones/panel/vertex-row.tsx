import { NumberInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Position } from '../../../../main/domain/zones/delivery-zone.ts';
import { readPlace } from '../../../../main/domain/zones/read-place.ts';
import { useTyped } from './use-typed.ts';

const DIGITS = 6;

const AXES = [
  { axis: 1, label: 'zone-map.details.latitude-of', most: 90 },
  { axis: 0, label: 'zone-map.details.longitude-of', most: 180 },
] as const;

type Props = Readonly<{
  number: number;
  at: Position;
  held: boolean;
  disabled: boolean;
  onFocus: () => void;
  onMove: (to: Position) => void;
}>;

/** One corner; a pasted `55.751, 37.618` is taken whole. */
export function VertexRow({ number, at, held, disabled, onFocus, onMove }: Props): ReactNode {
  const { t } = useTranslation();
  return (
    <tr data-held={held || undefined} onFocus={onFocus}>
      <th scope="row">{number}</th>
      {AXES.map(({ axis, label, most }) => (
        <td key={axis}>
          <Coordinate
            label={t(label, { number })}
            value={at[axis]}
            most={most}
            disabled={disabled}
            onType={(value) => onMove(axis === 1 ? [at[0], value] : [value, at[1]])}
            onPlace={onMove}
          />
        </td>
      ))}
    </tr>
  );
}

/** Degrees: sent with Enter, when an arrow is let go, or when the field is left. */
function Coordinate(props: {
  readonly label: string;
  readonly value: number;
  readonly most: number;
  readonly disabled: boolean;
  readonly onType: (value: number) => void;
  readonly onPlace: (at: Position) => void;
}): ReactNode {
  const { label, value, most, disabled, onType, onPlace } = props;
  const kept = value.toFixed(DIGITS);
  const [typed, setTyped] = useTyped(kept);
  const send = (): void => {
    const wanted = typed.trim() === '' ? Number.NaN : Number(typed);
    const next = Math.min(most, Math.max(-most, wanted));
    if (Number.isNaN(next)) setTyped(kept);
    else if (next.toFixed(DIGITS) !== kept) onType(next);
  };
  return (
    <NumberInput
      size="xs"
      hideControls
      decimalScale={DIGITS}
      disabled={disabled}
      min={-most}
      max={most}
      step={0.0001}
      aria-label={label}
      value={typed}
      onChange={(next) => setTyped(String(next))}
      onBlur={send}
      onKeyDown={({ key }) => key === 'Enter' && send()}
      onKeyUp={({ key }) => (key === 'ArrowUp' || key === 'ArrowDown') && send()}
      onPaste={(event) => {
        const place = readPlace(event.clipboardData.getData('text'));
        if (!place) return;
        event.preventDefault();
        onPlace(place);
      }}
    />
  );
}

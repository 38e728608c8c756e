import { ColorInput } from '@mantine/core';
import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ZONE_COLOURS } from '../zone-colour.ts';
import styles from './side-panel.module.css';
import { useTyped } from './use-typed.ts';

const WHOLE = /^#[0-9a-f]{6}$/;

/** A colour: one of the ready ones, picked, or typed as `#0072b2`. */
export function ColourField(props: {
  readonly colour: string;
  readonly disabled: boolean;
  readonly onColour: (colour: string) => void;
}): ReactNode {
  const { colour, disabled, onColour } = props;
  const { t } = useTranslation();
  const [typed, setTyped] = useTyped(colour);
  const newest = useRef(colour);
  const send = (wanted: string): void => {
    const next = `#${wanted.trim().replace(/^#/, '').toLowerCase()}`;
    if (!WHOLE.test(next)) setTyped(colour);
    else if (next !== colour) onColour(next);
  };
  return (
    <div className={styles.colour}>
      <ColorInput
        label={t('zone-map.details.colour')}
        value={typed}
        disabled={disabled}
        withEyeDropper={false}
        fixOnBlur={false}
        onChange={(next) => {
          newest.current = next;
          setTyped(next);
        }}
        // The half of `#0072b2` that is typed first is a colour too, and comes as `#000077`.
        onChangeEnd={(next) => next === newest.current && send(next)}
        onBlur={() => send(typed)}
        onKeyDown={({ key }) => key === 'Enter' && send(typed)}
      />
      {!disabled && (
        <div className={styles.swatches} role="group" aria-label={t('zone-map.details.swatches')}>
          {ZONE_COLOURS.map((swatch, place) => (
            <button
              key={swatch}
              type="button"
              style={{ background: swatch }}
              aria-label={t('zone-map.details.swatch', { number: place + 1 })}
              aria-pressed={swatch === colour}
              onClick={() => send(swatch)}
            />
          ))}
        </div>
      )}
    </div>
  );
}

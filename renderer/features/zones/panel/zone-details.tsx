import { Button, TextInput } from '@mantine/core';
import { IconCopy, IconTrash } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DrawnZone } from '../../../../main/domain/zones/drawing/drawn-zone.ts';
import type { VertexPlace } from '../../../../main/domain/zones/drawing/ring-edits.ts';
import styles from '../zones.module.css';
import { ColourField } from './colour-field.tsx';
import { useTyped } from './use-typed.ts';
import { VertexTable } from './vertex-table.tsx';

type Props = Readonly<{
  zone: DrawnZone;
  colour: string;
  vertex: VertexPlace | null;
  mayEdit: boolean;
  naming: boolean;
  onNaming: (naming: boolean) => void;
  onVertex: (vertex: VertexPlace | null) => void;
  onChange: (zone: DrawnZone, what: 'named' | 'coloured' | 'reshaped') => void;
  onCopy: () => void;
  onRemove: () => void;
}>;

/** Name, colour and every corner of the zone at hand, typed. */
export function ZoneDetails(props: Props): ReactNode {
  const { zone, colour, mayEdit, onVertex, onChange, onCopy, onRemove } = props;
  const { t } = useTranslation();
  return (
    <div className={styles.form}>
      <NameField {...props} />
      <ColourField
        colour={colour}
        disabled={!mayEdit}
        onColour={(next) => onChange({ ...zone, colour: next }, 'coloured')}
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
      <VertexTable
        zone={zone}
        vertex={props.vertex}
        disabled={!mayEdit || zone.locked}
        onVertex={onVertex}
        onReshaped={(next) => onChange(next, 'reshaped')}
      />
    </div>
  );
}

/** Sent with Enter or when it is left; Escape brings back what is kept. */
function NameField({ zone, mayEdit, naming, onNaming, onChange }: Props): ReactNode {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [name, setName] = useTyped(zone.name);
  const asked = useEffectEvent(() => {
    input.current?.select();
    onNaming(false);
  });
  useEffect(() => {
    if (naming) asked();
  }, [naming]);
  const send = (): void => {
    if (name.trim() !== zone.name) onChange({ ...zone, name: name.trim() }, 'named');
  };
  return (
    <TextInput
      ref={input}
      label={t('zone-map.details.name')}
      value={name}
      maxLength={300}
      disabled={!mayEdit}
      onChange={(event) => setName(event.currentTarget.value)}
      onBlur={send}
      onKeyDown={({ key }) => {
        if (key === 'Enter') send();
        if (key === 'Escape') setName(zone.name);
      }}
    />
  );
}

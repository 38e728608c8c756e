import { ActionIcon } from '@mantine/core';
import {
  IconArrowBackUp,
  IconCircleOff,
  IconPlus,
  IconTrash,
  type TablerIcon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NIL } from '../../../main/domain/config-files/config-value.ts';
import { valueOf } from './draft.ts';
import type { RowProps } from './field-row.tsx';
import { pathOf } from './field-texts.ts';
import styles from './form.module.css';

function RowButton(props: {
  readonly label: string;
  readonly icon: TablerIcon;
  readonly onClick: () => void;
}): ReactNode {
  const { label, icon: Icon, onClick } = props;
  return (
    <ActionIcon aria-label={label} title={label} onClick={onClick}>
      <Icon size={16} stroke={1.75} aria-hidden />
    </ActionIcon>
  );
}

/** Back to what the file holds; no value on purpose; out of the file; one more of a list. */
export function RowButtons({ view, texts, readOnly, further, onEdit }: RowProps): ReactNode {
  const { t } = useTranslation();
  const { field, value, nil, edited } = view;
  const { element, known } = field;
  const name = texts.name(pathOf(element));
  if (readOnly) return null;
  const label = (key: string): string => t(`terminals.field.${key}`, { name });
  const mayGo = value !== null && !edited && pathOf(element) !== 'terminalId';
  return (
    <div className={styles.rowButtons}>
      {edited && (
        <RowButton
          label={label('revert')}
          icon={IconArrowBackUp}
          onClick={() => onEdit({ [element]: valueOf(field) })}
        />
      )}
      {known?.nillable && !nil && (
        <RowButton
          label={label('nil')}
          icon={IconCircleOff}
          onClick={() => onEdit({ [element]: NIL })}
        />
      )}
      {mayGo && (
        <RowButton
          label={label('remove')}
          icon={IconTrash}
          onClick={() => onEdit({ [element]: null })}
        />
      )}
      {further !== null && (
        <RowButton
          label={label('further')}
          icon={IconPlus}
          onClick={() => onEdit({ [further]: '' })}
        />
      )}
    </div>
  );
}

import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundTill } from '../../../main/contract/diagnosis.ts';

/** Which till, where several Windows users have one; nothing to choose otherwise. */
export function TillSelect(props: {
  readonly tills: readonly FoundTill[];
  readonly place: string | null;
  readonly onPlace: (place: string) => void;
}): ReactNode {
  const { tills, place, onPlace } = props;
  const { t } = useTranslation();
  if (tills.length < 2) return null;
  return (
    <NativeSelect
      size="xs"
      label={t('diagnosis.tills')}
      value={place ?? tills[0]?.place ?? ''}
      data={tills.map((till) => ({ value: till.place, label: `${till.owner}: ${till.place}` }))}
      onChange={({ currentTarget: { value } }) => onPlace(value)}
    />
  );
}

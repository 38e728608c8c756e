import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScheduleChoice } from '../../../main/contract/zone-coverage.ts';
import type { MapOption } from './map-option.ts';

/** A map and who serves it, as chosen. */
export type ChosenSide = Readonly<{ map: string; schedule: ScheduleChoice }>;

/** The two choices that everything about zones is asked with. */
export function SideFields(props: {
  readonly maps: readonly MapOption[];
  readonly side: ChosenSide;
  readonly onSide: (side: ChosenSide) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { maps, side, onSide } = props;
  return (
    <>
      <NativeSelect
        size="xs"
        label={t('zone-coverage.map')}
        value={side.map}
        data={maps.map(({ id, label }) => ({ value: id, label }))}
        onChange={({ currentTarget }) => onSide({ ...side, map: currentTarget.value })}
      />
      <NativeSelect
        size="xs"
        label={t('zone-coverage.schedule')}
        value={side.schedule}
        data={(['iiko', 'saved'] as const).map((value) => ({
          value,
          label: t(`zone-coverage.schedule.${value}`),
        }))}
        onChange={({ currentTarget }) =>
          onSide({ ...side, schedule: currentTarget.value === 'iiko' ? 'iiko' : 'saved' })
        }
      />
    </>
  );
}

import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScheduleChoice } from '../../../../main/contract/zone-coverage.ts';
import type { MapOption } from '../map-option.ts';
import styles from '../zone-coverage.module.css';

type Chosen = Readonly<{ map: string; schedule: ScheduleChoice }>;

/** A map, and the terminals and hours that serve it. */
export function SideForm(props: {
  readonly name: 'before' | 'after';
  readonly maps: readonly MapOption[];
  readonly side: Chosen;
  readonly onSide: (side: Chosen) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { name, maps, side, onSide } = props;
  return (
    <fieldset className={styles.side}>
      <legend>{t(`zone-coverage.side.${name}`)}</legend>
      <NativeSelect
        label={t('zone-coverage.map')}
        value={side.map}
        data={maps.map(({ id, label }) => ({ value: id, label }))}
        onChange={({ currentTarget }) => onSide({ ...side, map: currentTarget.value })}
      />
      <NativeSelect
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
    </fieldset>
  );
}

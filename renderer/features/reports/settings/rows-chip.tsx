import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dimension } from '../../../../main/domain/reports/report-dimension.ts';
import { FilterChip } from '../../../shared/filters/filter-chip.tsx';
import styles from './settings.module.css';

/** By what the rows are cut, from the outermost in: each level unfolds into the next. */
export function RowsChip(props: {
  readonly label: string;
  readonly dimensions: readonly Dimension[];
  readonly chosen: readonly Dimension[];
  /** How many levels there may be, and how many there must. */
  readonly most: number;
  readonly least?: 0 | 1;
  readonly onChoose: (chosen: Dimension[]) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { label, dimensions, chosen, most, least = 1, onChoose } = props;
  const name = (dimension: Dimension): string => t(`reports.dimension.${dimension}`);
  const levels = Math.min(most, chosen.length + 1);
  const set = (level: number, value: string | null): void => {
    const next = [...chosen];
    next.splice(level, 1, ...(value === null ? [] : [value as Dimension]));
    if (next.length >= least) onChoose(next);
  };
  return (
    <FilterChip label={label} value={chosen.map(name).join(' › ')} onClear={null}>
      {() => (
        <div className={styles.levels}>
          {Array.from({ length: levels }, (_, level) => (
            <Select
              // A level is its place: another choice stays in the same box.
              key={level}
              label={t('report-screens.level', { level: level + 1 })}
              placeholder={t('report-screens.level.none')}
              searchable
              clearable={chosen.length > least}
              comboboxProps={{ withinPortal: false }}
              data={dimensions
                .filter((one) => one === chosen[level] || !chosen.includes(one))
                .map((value) => ({ value, label: name(value) }))}
              value={chosen[level] ?? null}
              onChange={(value) => set(level, value)}
            />
          ))}
        </div>
      )}
    </FilterChip>
  );
}

import type { DimensionValue, ReportColumn } from '../../../../main/contract/reports.ts';

/** Columns that stand side by side under one value of the across dimension. */
export type ColumnGroup = Readonly<{ value: DimensionValue | null; from: number; count: number }>;

/** The upper line of the head; null where no column is across anything. */
export function columnGroups(columns: readonly ReportColumn[]): readonly ColumnGroup[] | null {
  if (columns.every(({ across }) => across === null)) return null;
  const groups: { value: DimensionValue | null; from: number; count: number }[] = [];
  columns.forEach(({ across }, at) => {
    const last = groups.at(-1);
    const same = last?.value?.key === across?.key && (last?.value === null) === (across === null);
    if (last && same) last.count += 1;
    else groups.push({ value: across, from: at, count: 1 });
  });
  return groups;
}

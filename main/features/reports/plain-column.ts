import type { DimensionValue, MeasureUnit, ReportColumn } from '../../contract/reports.ts';

/** A column that is no measure of money: heading and formula have texts of their own. */
export const plainColumn = (
  key: string,
  unit: MeasureUnit,
  additive = false,
  across: DimensionValue | null = null,
): ReportColumn => ({
  key: across === null ? key : `${key}@${across.key}`,
  title: `reports.measure.${key}`,
  unit,
  formula: `reports.formula.${key}`,
  across,
  additive,
});

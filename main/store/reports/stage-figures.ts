/** Figures of one combination of values, in the order the report names them. */
export type FigureCell = Readonly<{
  values: readonly number[];
  statusId: number;
  currency: number;
  figures: readonly number[];
}>;

/** Stages whose moment is known, in the order of a delivery's life. */
export const FUNNEL_STAGES = [
  'confirmed_s',
  'cooking_s',
  'cooked_s',
  'sent_s',
  'delivered_s',
  'closed_s',
] as const;

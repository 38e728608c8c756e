import type { Dimension, DimensionValue } from '../../contract/reports.ts';
import { STAGES } from '../../domain/orders/stage.ts';
import { STATUS_GROUPS } from '../../domain/status-mapping/status-group.ts';

/** Dimensions that have an order of their own: time and closed sets. The others go by their figures. */
const RANKS: Partial<Record<Dimension, (key: string) => number | string>> = {
  day: (key) => key,
  week: (key) => key,
  month: (key) => key,
  weekday: Number,
  hour: Number,
  stage: (key) => STAGES.findIndex((stage) => stage === key),
  'cancel-stage': (key) => STAGES.findIndex((stage) => stage === key),
  'status-group': (key) => STATUS_GROUPS.findIndex((group) => group === key),
};

/** A value with the weight its row has in the table. */
export type Weighed = Readonly<{ value: DimensionValue; weight: number }>;

/** By the dimension's own order, else the heaviest first; equal weights by their label, always the same way. */
export function inOrder(one: Weighed, other: Weighed): number {
  const rank = RANKS[one.value.dimension as Dimension];
  if (rank) return compare(rank(one.value.key), rank(other.value.key));
  return (
    other.weight - one.weight ||
    compare(one.value.label, other.value.label) ||
    compare(one.value.key, other.value.key)
  );
}

const compare = (one: number | string, other: number | string): number =>
  one < other ? -1 : Number(one > other);

import type { OrderRow } from '../../../../main/contract/orders.ts';
import {
  isCookingOverdue,
  lateRisk,
  pinReasons,
  remainingMs,
  type LateRisk,
  type RiskThresholds,
} from '../../../../main/domain/orders/order-alarm.ts';
import type { Instant } from '../../../../main/domain/orders/order.ts';

const timed = (row: OrderRow) => ({ ...row, hasProblem: row.problem !== null });

/** Milliseconds to the promise of a row; null when it no longer runs. */
export const rowRemainingMs = (row: OrderRow, now: Instant): number | null =>
  remainingMs(timed(row), now);

/** The step of colour of a row. */
export const rowRisk = (row: OrderRow, now: Instant, thresholds: RiskThresholds): LateRisk =>
  lateRisk(timed(row), now, thresholds);

/** The row's colour: red for what is pinned on top, amber in two steps for what is close to it. */
export function rowTone(row: OrderRow, now: Instant, thresholds: RiskThresholds): string {
  if (pinReasons(timed(row), now).length > 0) return 'alarm';
  const risk = rowRisk(row, now, thresholds);
  return risk === 'late' ? 'none' : risk;
}

/** Cooking should have started and did not. */
export const rowOverdue = (row: OrderRow, now: Instant): boolean =>
  isCookingOverdue(timed(row), now);

import type { Instant } from './order.ts';
import { isBeforeKitchen, isHandedOver, type Stage } from './stage.ts';

/** Why an order is pinned on top in red (features 86, 138). */
export type PinReason = 'late' | 'cooking-overdue' | 'problem';

/** How close the promise is: `risk` and `high-risk` are the two steps of colour. */
export type LateRisk = 'none' | 'risk' | 'high-risk' | 'late';

/** Minutes before the promise at which the colour changes. */
export type RiskThresholds = Readonly<{ riskMinutes: number; highRiskMinutes: number }>;

/** A quarter of an hour before the promise an order is at risk, five minutes before at high risk. */
export const DEFAULT_THRESHOLDS: RiskThresholds = { riskMinutes: 15, highRiskMinutes: 5 };

/** An order stops being pinned a day after its promise: it is then history, not an alarm. */
export const PIN_HORIZON_MS = 24 * 3_600_000;

/** One that could not be created has no promise: the guest has called again by then. */
export const PIN_UNPROMISED_MS = 2 * 3_600_000;

type Timed = Readonly<{
  stage: Stage;
  promisedAt: Instant | null;
  cookingStartAt: Instant | null;
  hasProblem: boolean;
}>;

type Pinnable = Timed & Readonly<{ createdAt: Instant | null }>;

/** Milliseconds to the promise (negative when missed); null when the promise no longer runs. */
export function remainingMs(order: Timed, now: Instant): number | null {
  if (order.promisedAt === null || isHandedOver(order.stage)) return null;
  return order.promisedAt - now;
}

/** The step of colour for the list. */
export function lateRisk(
  order: Timed,
  now: Instant,
  thresholds: RiskThresholds = DEFAULT_THRESHOLDS,
): LateRisk {
  const remaining = remainingMs(order, now);
  if (remaining === null) return 'none';
  if (remaining < 0) return 'late';
  if (remaining <= thresholds.highRiskMinutes * 60_000) return 'high-risk';
  return remaining <= thresholds.riskMinutes * 60_000 ? 'risk' : 'none';
}

/** Cooking should have started and did not (feature 86). */
export function isCookingOverdue(order: Timed, now: Instant): boolean {
  return (
    isBeforeKitchen(order.stage) && order.cookingStartAt !== null && order.cookingStartAt < now
  );
}

function isHistory({ promisedAt, createdAt }: Pinnable, now: Instant): boolean {
  if (promisedAt !== null) return now - promisedAt > PIN_HORIZON_MS;
  return createdAt !== null && now - createdAt > PIN_UNPROMISED_MS;
}

/** Every reason why the order belongs on top; empty when it does not. */
export function pinReasons(order: Pinnable, now: Instant): readonly PinReason[] {
  if (isHandedOver(order.stage)) return [];
  if (isHistory(order, now)) return [];
  const reasons: PinReason[] = [];
  if (lateRisk(order, now) === 'late') reasons.push('late');
  if (isCookingOverdue(order, now)) reasons.push('cooking-overdue');
  if (order.hasProblem) reasons.push('problem');
  return reasons;
}

const NEWS_LASTS_MS = 15 * 60_000;

/** An order that has just come and still needs somebody: worth a sound, unlike one of an import. */
export function isNewsworthy(
  order: Readonly<{ running: number; created_at: Instant | null }>,
  now: Instant,
): boolean {
  const { running, created_at: createdAt } = order;
  return running === 1 && createdAt !== null && now - createdAt < NEWS_LASTS_MS;
}

/** Something an operator should hear about now. */
export type OrderAlarm = Readonly<{
  kind: 'new' | 'time-to-cook' | 'late';
  orderId: number;
  number: string;
  venue: string;
}>;

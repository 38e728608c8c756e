import type { TimelineStep } from '../../contract/orders.ts';
import type { OrderTimes, Stamp } from '../../domain/orders/order.ts';

/** Stages in the order a delivery lives through them; promise and estimate are not events. */
const LIFE: readonly (keyof OrderTimes)[] = [
  'created',
  'confirmed',
  'printed',
  'cookingCompleted',
  'packed',
  'billPrinted',
  'sent',
  'delivered',
  'closed',
];

/** The bill may be printed, and an order confirmed, at any point: these never contradict. */
const FREE: ReadonlySet<keyof OrderTimes> = new Set<keyof OrderTimes>(['billPrinted', 'confirmed']);

/**
 * The steps that happened, as life goes (feature 122). A step earlier than one that must precede
 * it by more than a minute is impossible; both clocks and people round.
 */
export function orderTimeline(times: OrderTimes): TimelineStep[] {
  const steps: TimelineStep[] = [];
  let latest: number | null = null;
  let previous: number | null = null;
  for (const step of [...LIFE, 'cancelled'] as const) {
    const stamp = times[step];
    if (!stamp) continue;
    steps.push(toStep(step, stamp, previous, latest));
    previous = stamp.instant ?? previous;
    if (!FREE.has(step) && stamp.instant !== null) latest = Math.max(latest ?? 0, stamp.instant);
  }
  return steps;
}

const MINUTE_MS = 60_000;

function toStep(
  step: keyof OrderTimes,
  stamp: Stamp,
  previous: number | null,
  latest: number | null,
): TimelineStep {
  const { instant } = stamp;
  const gap = instant === null || previous === null ? null : instant - previous;
  return {
    step,
    stamp,
    minutesSincePrevious: gap === null ? null : Math.round(gap / MINUTE_MS),
    impossible:
      !FREE.has(step) && instant !== null && latest !== null && instant < latest - MINUTE_MS,
  };
}

import { Dice, mix } from '../seeded.ts';
import type { PaymentKey } from '../world/directory-facts.ts';
import type { OrderPlan } from './order-plan.ts';
import type { OrderState } from './order-state.ts';

/** One payment of an order in kopecks; all payments together are the order's sum. */
export type BillPart = Readonly<{ key: PaymentKey; sum: number; prepaid: boolean }>;
/** How an order is paid; `tips` are beside the sum and null when there are none. */
export type Bill = Readonly<{ parts: readonly BillPart[]; tips: number | null }>;

function throwKey(plan: OrderPlan, dice: Dice): PaymentKey {
  if (plan.channel === 'yandex') return 'yandex';
  if (plan.channel === 'kuper') return 'kuper';
  const online = plan.channel === 'site' || plan.channel === 'app' ? 58 : 0;
  return dice.weighted([
    ['online', online],
    ['card', 30],
    ['cash', 26],
  ] as const);
}

/** Prepaid money does not change when the order is edited: the rest is paid in cash. */
function prepaidParts(key: PaymentKey, before: number, sum: number): BillPart[] {
  const prepaid = { key, sum: Math.min(before, sum), prepaid: true };
  return sum > before ? [prepaid, { key: 'cash', sum: sum - before, prepaid: false }] : [prepaid];
}

/** The payments of an order whose sum was `before` when it was made and is `sum` now. */
export function billOf(plan: OrderPlan, before: number, sum: number): Bill {
  const dice = new Dice(mix(plan.salt, 5));
  const key = throwKey(plan, dice);
  const byBonus = dice.chance(0.07);
  const tips = key === 'card' && dice.chance(0.06) ? 5000 + dice.below(4) * 5000 : null;
  if (key !== 'cash' && key !== 'card') return { parts: prepaidParts(key, before, sum), tips };
  const bonus = byBonus ? Math.floor(sum / 1000) * 100 : 0;
  const rest: BillPart = { key, sum: sum - bonus, prepaid: false };
  if (bonus === 0) return { parts: [rest], tips };
  return { parts: [{ key: 'bonus', sum: bonus, prepaid: false }, rest], tips };
}

/** How much of the bill has been processed: prepaid at once, the rest at closing. */
export function processedSum(bill: Bill, state: OrderState): number {
  return bill.parts
    .filter((part) => part.prepaid || state.closedAt !== null)
    .reduce((sum, part) => sum + part.sum, 0);
}

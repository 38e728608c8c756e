import type { Verdict } from './diagnosis.ts';

/**
 * The vendor's five steps for deliveries that do not arrive (`iiko-local.md` 5.6), in its order.
 * `check` names what proves that a step is done.
 */
export const LAST_RESORT = [
  { step: 'T1', destructive: false, check: 'address-answers' },
  { step: 'T2', destructive: true, check: 'zones-gone' },
  { step: 'T3', destructive: true, check: 'terminal-registered' },
  { step: 'T4', destructive: false, check: 'zones-restored' },
  { step: 'T5', destructive: false, check: 'order-arrived' },
] as const;

/** One of the steps, by the vendor’s number of it. */
export type LastResortStep = (typeof LAST_RESORT)[number]['step'];

/** Why a step can not be taken yet; null when it can. */
export type StepLock = 'cause-known' | 'ask-first' | 'not-needed' | 'zones-not-kept' | 'in-order';

/** What was checked and found done. */
export type LastResortProgress = Readonly<{
  zonesKept: boolean;
  done: ReadonlySet<LastResortStep>;
}>;

/** One of the five steps as it may be taken now. */
export type LastResortState = Readonly<{
  step: LastResortStep;
  destructive: boolean;
  check: (typeof LAST_RESORT)[number]['check'];
  done: boolean;
  lock: StepLock | null;
}>;

/**
 * The steps with their locks: closed while a milder way is known or can be found, destructive ones
 * also until the zones are kept; each opens after the one before was checked.
 */
export function lastResortStates(
  verdict: Verdict,
  { zonesKept, done }: LastResortProgress,
): readonly LastResortState[] {
  let before = true;
  return LAST_RESORT.map(({ step, destructive, check }) => {
    const lock = lockOf(verdict) ?? (before ? null : 'in-order');
    before = done.has(step);
    return {
      step,
      destructive,
      check,
      done: done.has(step),
      lock: lock ?? (destructive && !zonesKept ? 'zones-not-kept' : null),
    };
  });
}

function lockOf(verdict: Verdict): StepLock | null {
  switch (verdict.type) {
    case 'cause':
      return 'cause-known';
    case 'ask':
      return 'ask-first';
    case 'arriving':
      return 'not-needed';
    case 'last-resort':
      return null;
  }
}

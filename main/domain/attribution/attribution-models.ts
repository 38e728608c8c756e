import type { Instant } from '../orders/order.ts';
import { shareOut } from './share-out.ts';

/**
 * Ways to give an order's credit to the touches before it (`roistat-mindbox.md` 1.5, trap T10).
 * `standard`: the rule that won decides, as the vendor does. `u-shape`, `linear` and `time-decay`
 * divide. `customer-first` gives every order of a customer to the first touch of the first order.
 */
export const MODELS = [
  'standard',
  'first',
  'last',
  'last-paid',
  'u-shape',
  'linear',
  'time-decay',
  'customer-first',
] as const;

/** A way to give credit, as settings, reports and the store name it. */
export type Model = (typeof MODELS)[number];

/** Models that give the whole order to one touch, and those that divide it. */
export const DIVIDING_MODELS = ['u-shape', 'linear', 'time-decay'] as const;

/** A model under which an order may belong to several sources. */
export type DividingModel = (typeof DIVIDING_MODELS)[number];

/** One order is this many parts of credit. */
export const WHOLE_CREDIT = 10_000;

/** A touch as the models see it. The list they get is sorted, oldest first. */
export type ChainLink = Readonly<{ at: Instant; paid: boolean }>;

/** Age counts in whole hours, so that every weight comes from one short table. */
export const DECAY_STEP_MS = 3_600_000;
const HALF_LIFE_STEPS = 7 * 24;
const SHARPNESS = 1_000_000;
const EDGE = 4;
const MIDDLE = 2;

/** Weight of a touch that lies `ageMs` before the newest: half after every seven days, at least 1. */
export function decayWeight(ageMs: number): number {
  const steps = Math.floor(Math.max(0, ageMs) / DECAY_STEP_MS);
  return Math.max(1, Math.round(SHARPNESS * 2 ** (-steps / HALF_LIFE_STEPS)));
}

/** Integer weights of the chain's touches under a dividing model; the chain is not empty. */
export function modelWeights(model: DividingModel, chain: readonly ChainLink[]): number[] {
  if (model === 'time-decay') {
    const end = chain.at(-1)?.at ?? 0;
    return chain.map(({ at }) => decayWeight(end - at));
  }
  if (model === 'linear' || chain.length < 3) return chain.map(() => 1);
  const inside = chain.length - 2;
  return chain.map((_, place) =>
    place === 0 || place === chain.length - 1 ? EDGE * inside : MIDDLE,
  );
}

/** The place of the touch that takes the whole order; the chain is not empty. */
export function chosenPlace(
  model: 'first' | 'last' | 'last-paid',
  chain: readonly ChainLink[],
): number {
  if (model === 'first') return 0;
  if (model === 'last') return chain.length - 1;
  const paid = chain.findLastIndex((link) => link.paid);
  return paid === -1 ? chain.length - 1 : paid;
}

/** Parts of WHOLE_CREDIT for each touch of the chain; they sum to it exactly. */
export function creditParts(
  model: Exclude<Model, 'standard' | 'customer-first'>,
  chain: readonly ChainLink[],
): number[] {
  if (model === 'first' || model === 'last' || model === 'last-paid') {
    const chosen = chosenPlace(model, chain);
    return chain.map((_, place) => (place === chosen ? WHOLE_CREDIT : 0));
  }
  return shareOut(WHOLE_CREDIT, modelWeights(model, chain));
}

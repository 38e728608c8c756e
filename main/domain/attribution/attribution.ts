import {
  creditParts,
  MODELS,
  WHOLE_CREDIT,
  type ChainLink,
  type Model,
} from './attribution-models.ts';
import type { Rule } from './attribution-rule.ts';
import { isPaidSource, pathKey, UNKNOWN_SOURCE, type SourcePath } from './attribution-source.ts';
import { touchesOf, type AttributionCase, type Touch } from './attribution-touch.ts';
import { tryRules, type Link, type RuleTry, type Tried } from './attribution-tries.ts';
import { moneyOfParts } from './share-out.ts';

/** A source's share of an order under a model. */
export type Credit = Readonly<{
  path: SourcePath;
  /** Of WHOLE_CREDIT; the credits of an order sum to it. */
  fromPart: number;
  parts: number;
  /** The credits' money sums to the order's sum exactly. */
  sumMinor: number;
  touchIds: readonly string[];
}>;

/** What one model gives to the sources of an order. */
export type ModelCredits = Readonly<{ model: Model; credits: readonly Credit[] }>;

/** One touch of an order’s chain; `paid`: it stands for an advert that costs money. */
export type ChainEntry = Readonly<{ touchId: string; path: SourcePath; paid: boolean }>;

/** Where the winning touch came from. */
export type OriginKind = 'own' | 'joined' | 'inherited' | 'none';

/** Why an order has its source: everything that was looked at, in the order it was looked at. */
export type Evidence = Readonly<{
  facts: AttributionCase;
  touches: readonly Touch[];
  tries: readonly RuleTry[];
  chain: readonly ChainEntry[];
  source: SourcePath;
  origin: OriginKind;
  ruleId: string | null;
  touchId: string | null;
  /** The winner's field had been wiped and was restored from an older version. */
  restored: boolean;
  models: readonly ModelCredits[];
}>;

/**
 * Concludes where an order came from. Pure: the same facts and rules always give the same evidence.
 * `customerFirst` is the source of the customer's first order, null where this order is the first.
 */
export function attribute(
  facts: AttributionCase,
  rules: readonly Rule[],
  customerFirst: SourcePath | null,
): Evidence {
  const touches = touchesOf(facts);
  const { tries, winner, chain } = tryRules(facts, touches, rules);
  return {
    facts,
    touches,
    tries,
    chain: chain.map(({ touch, path }) => ({
      touchId: touch.id,
      path,
      paid: isPaidSource(path),
    })),
    source: winner?.path ?? UNKNOWN_SOURCE,
    origin: originOf(winner),
    ruleId: winner?.rule.id ?? null,
    touchId: winner?.touch.id ?? null,
    restored: winner?.touch.restored ?? false,
    models: MODELS.map((model) => ({
      model,
      credits: creditsOf(model, facts, winner, chain, customerFirst),
    })),
  };
}

function originOf(winner: Tried['winner']): OriginKind {
  if (!winner) return 'none';
  if (winner.touch.kind === 'history') return 'inherited';
  return winner.touch.id.startsWith('own:') ? 'own' : 'joined';
}

function creditsOf(
  model: Model,
  facts: AttributionCase,
  winner: Tried['winner'],
  chain: readonly Link[],
  customerFirst: SourcePath | null,
): Credit[] {
  const whole = (path: SourcePath, touchIds: readonly string[]): Credit[] => [
    { path, fromPart: 0, parts: WHOLE_CREDIT, sumMinor: facts.sumMinor, touchIds },
  ];
  if (model === 'customer-first' && customerFirst) return whole(customerFirst, []);
  if (!winner) return whole(UNKNOWN_SOURCE, []);
  if (model === 'standard') return whole(winner.path, [winner.touch.id]);
  const links = chain.map(({ touch, path }): ChainLink => ({
    at: touch.at ?? 0,
    paid: isPaidSource(path),
  }));
  return divide(facts, chain, creditParts(model === 'customer-first' ? 'first' : model, links));
}

/** Touches of one source are one credit, at the place of its first touch. */
function divide(
  { sumMinor }: AttributionCase,
  chain: readonly Link[],
  parts: readonly number[],
): Credit[] {
  const bySource = new Map<string, { path: SourcePath; parts: number; touchIds: string[] }>();
  chain.forEach(({ touch, path }, place) => {
    const share = parts[place] ?? 0;
    if (share === 0) return;
    const key = pathKey(path);
    const credit = bySource.get(key) ?? { path, parts: 0, touchIds: [] };
    credit.parts += share;
    credit.touchIds.push(touch.id);
    bySource.set(key, credit);
  });
  let fromPart = 0;
  return [...bySource.values()].map((credit) => {
    const placed = {
      ...credit,
      fromPart,
      sumMinor: moneyOfParts(sumMinor, fromPart, credit.parts, WHOLE_CREDIT),
    };
    fromPart += credit.parts;
    return placed;
  });
}

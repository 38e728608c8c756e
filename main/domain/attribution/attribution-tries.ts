import { lookUp } from './attribution-table.ts';
import { OWN_RULES, type OwnRuleKind, type RequiredField, type Rule } from './attribution-rule.ts';
import type { SourcePath } from './attribution-source.ts';
import type { AttributionCase, Touch } from './attribution-touch.ts';

/** What a rule said of one touch. */
export type Judgement = Readonly<{
  touchId: string;
  verdict: 'taken' | 'claimed' | 'outside-window' | 'no-time' | 'not-listed' | 'ambiguous';
  /** The source the rule read from it; null unless taken. */
  path: SourcePath | null;
  /** Minutes from the touch to the order, negative when it came later; null without a time. */
  minutesBefore: number | null;
  /** A code that differs by one slip (feature 153). */
  near: string | null;
}>;

/**
 * How a rule fared. `won`: its touch is the order's source. `joined`: another won, its touches stand
 * in the chain. `yielded`: it found something that does not count. The rest found nothing.
 */
export type RuleVerdict =
  | 'won'
  | 'joined'
  | 'yielded'
  | 'off'
  | 'field-missing'
  | 'not-needed'
  | 'nothing'
  | Exclude<Judgement['verdict'], 'taken'>;

/** How one rule fared at one order. */
export type RuleTry = Readonly<{
  ruleId: string;
  verdict: RuleVerdict;
  /** Fields the rule requires and the order lacks. */
  missing: readonly RequiredField[];
  /** The rule it yielded to. */
  to: string | null;
  judgements: readonly Judgement[];
}>;

/** A touch in the order's chain, and the place of the rule that put it there. */
export type Link = Readonly<{ touch: Touch; path: SourcePath; rank: number }>;

/** Every rule tried on one order, and what came of it. */
export type Tried = Readonly<{
  tries: readonly RuleTry[];
  winner: Readonly<{ rule: Rule; touch: Touch; path: SourcePath }> | null;
  /** Oldest first; only the winner when its rule decides. */
  chain: readonly Link[];
}>;

type Trial = {
  facts: AttributionCase;
  touches: readonly Touch[];
  tries: RuleTry[];
  winner: Tried['winner'];
  own: string | null;
  claimed: Set<string>;
  links: Link[];
};

const MINUTE_MS = 60_000;
const OWN: ReadonlySet<string> = new Set<OwnRuleKind>(OWN_RULES);

/** Tries every rule in its order: the first that finds something wins, all are accounted for. */
export function tryRules(
  facts: AttributionCase,
  touches: readonly Touch[],
  rules: readonly Rule[],
): Tried {
  const trial: Trial = {
    facts,
    touches,
    tries: [],
    winner: null,
    own: null,
    claimed: new Set(),
    links: [],
  };
  rules.forEach((rule, rank) => trial.tries.push(tryRule(trial, rule, rank)));
  return { tries: trial.tries, winner: trial.winner, chain: trial.links.toSorted(byTime) };
}

/** Of touches at one moment, what a higher rule found stands closer to the order. */
const byTime = (one: Link, other: Link): number =>
  (one.touch.at ?? 0) - (other.touch.at ?? 0) ||
  other.rank - one.rank ||
  (one.touch.id < other.touch.id ? -1 : 1);

function tryRule(trial: Trial, rule: Rule, rank: number): RuleTry {
  const silent = { ruleId: rule.id, missing: [], to: null, judgements: [] };
  if (!rule.enabled) return { ...silent, verdict: 'off' };
  const missing = rule.requires.filter((field) => !hasField(trial.facts, field));
  if (missing.length > 0) return { ...silent, missing, verdict: 'field-missing' };
  if (rule.kind === 'history' && trial.winner) {
    return { ...silent, to: trial.winner.rule.id, verdict: 'not-needed' };
  }
  const judgements = judgeAll(trial, rule);
  const taken = judgements.filter(({ verdict }) => verdict === 'taken');
  if (taken.length === 0) return { ...silent, judgements, verdict: emptyVerdict(judgements) };
  return settle(trial, rule, rank, judgements, taken);
}

const hasField = ({ marks, phoneTail }: AttributionCase, wanted: RequiredField): boolean =>
  wanted === 'phone' ? phoneTail !== '' : marks.some(({ field }) => field === wanted);

function judgeAll(trial: Trial, rule: Rule): Judgement[] {
  const { kind } = rule;
  if (OWN.has(kind)) return judgeOwn(trial, rule);
  if (kind === 'history') {
    const found = trial.touches.filter((touch) => touch.kind === 'history');
    return found.map((touch) => judgeJoined(trial, rule, touch));
  }
  const joined = trial.touches.filter(({ sharedKeys }) => sharedKeys.some((key) => key === kind));
  return joined.map((touch) => judgeJoined(trial, rule, touch));
}

/** Several values of one field that name different sources are refused rather than guessed. */
function judgeOwn(trial: Trial, rule: Rule): Judgement[] {
  const found = trial.touches.filter((touch) => touch.kind === rule.kind);
  const judged = found.map((touch) => readOwn(rule, touch));
  const sources = new Set(
    judged.flatMap(({ path }) => (path ? [path.join('\u001f').toLowerCase()] : [])),
  );
  if (sources.size <= 1) return judged;
  return judged.map((one) => (one.path ? { ...one, path: null, verdict: 'ambiguous' } : one));
}

function readOwn(rule: Rule, touch: Touch): Judgement {
  const base = { touchId: touch.id, minutesBefore: touch.at === null ? null : 0, near: null };
  const found = lookUp(rule.table, touch.value);
  switch (found.type) {
    case 'found':
      return { ...base, verdict: 'taken', path: found.source };
    case 'ambiguous':
      return { ...base, verdict: 'ambiguous', path: null };
    case 'unlisted': {
      if (rule.unlisted === 'nothing') {
        return { ...base, verdict: 'not-listed', path: null, near: found.near };
      }
      const path = touch.path.length > 0 ? touch.path : [touch.value];
      return { ...base, verdict: 'taken', path };
    }
  }
}

/** Joining by a number needs no time; a window can only be checked with one. */
function judgeJoined({ facts, claimed }: Trial, rule: Rule, touch: Touch): Judgement {
  const base = { touchId: touch.id, path: null, near: null };
  const gap = facts.createdAt === null || touch.at === null ? null : facts.createdAt - touch.at;
  const minutesBefore = gap === null ? null : Math.round(gap / MINUTE_MS);
  if (claimed.has(touch.id)) return { ...base, minutesBefore, verdict: 'claimed' };
  if (gap === null) {
    const byNumber = rule.kind === 'visit' || rule.kind === 'order-number';
    if (!byNumber) return { ...base, minutesBefore, verdict: 'no-time' };
    return { ...base, minutesBefore, path: touch.path, verdict: 'taken' };
  }
  const inside = gap <= rule.beforeMinutes * MINUTE_MS && -gap <= rule.afterMinutes * MINUTE_MS;
  if (!inside) return { ...base, minutesBefore, verdict: 'outside-window' };
  return { ...base, minutesBefore, path: touch.path, verdict: 'taken' };
}

const REASONS = ['ambiguous', 'not-listed', 'outside-window', 'no-time', 'claimed'] as const;

const emptyVerdict = (judgements: readonly Judgement[]): RuleVerdict =>
  REASONS.find((reason) => judgements.some(({ verdict }) => verdict === reason)) ?? 'nothing';

/** A rule that found something: it wins, joins the chain, or yields to what stands above. */
function settle(
  trial: Trial,
  rule: Rule,
  rank: number,
  judgements: readonly Judgement[],
  taken: readonly Judgement[],
): RuleTry {
  const base = { ruleId: rule.id, missing: [], judgements };
  const above = trial.winner?.rule;
  const own = OWN.has(rule.kind);
  if (above?.decides) return { ...base, to: above.id, verdict: 'yielded' };
  if (own && trial.own !== null) return { ...base, to: trial.own, verdict: 'yielded' };
  const links = taken.flatMap((one) => linkOf(trial, one, rank));
  for (const { touch } of links) trial.claimed.add(touch.id);
  if (own) trial.own = rule.id;
  const nearest = links.toSorted((one, other) => byNearness(trial.facts, one, other))[0];
  if (above || !nearest) {
    trial.links.push(...(own ? links.slice(0, 1) : links));
    return { ...base, to: above?.id ?? null, verdict: 'joined' };
  }
  trial.winner = { rule, touch: nearest.touch, path: nearest.path };
  trial.links.push(...(own || rule.decides ? [nearest] : links));
  return { ...base, to: null, verdict: 'won' };
}

function linkOf({ touches }: Trial, { touchId, path }: Judgement, rank: number): Link[] {
  const touch = touches.find(({ id }) => id === touchId);
  return touch && path ? [{ touch, path, rank }] : [];
}

/** Nearest in time; of equally near ones the later, then the lesser id (`roistat-mindbox.md` 1.4). */
function byNearness({ createdAt }: AttributionCase, one: Link, other: Link): number {
  const [at, otherAt] = [one.touch.at ?? 0, other.touch.at ?? 0];
  const order = createdAt ?? Number.MAX_SAFE_INTEGER;
  return (
    Math.abs(order - at) - Math.abs(order - otherAt) ||
    otherAt - at ||
    (one.touch.id < other.touch.id ? -1 : 1)
  );
}

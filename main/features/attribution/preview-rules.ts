import type { RulesPreview } from '../../contract/attribution.ts';
import { pathKey, type SourcePath } from '../../domain/attribution/attribution-source.ts';
import type { Rule } from '../../domain/attribution/attribution-rule.ts';
import { countOrdersSince, readOrdersSince } from '../../store/attribution/attribution-due.ts';
import { readConclusion } from '../../store/attribution/attribution-conclusions.ts';
import { readRules, type RulesVersion } from '../../store/attribution/attribution-rules.ts';
import { readSourcePath } from '../../store/attribution/attribution-sources.ts';
import type { ReadableDb } from '../../store/database.ts';
import { concludeCase, gatherCase, nothingLookedUp, type LookedUp } from './gather-case.ts';

const DAY_MS = 86_400_000;
const PART = 200;
/** What a person waits for; the newest orders come first. */
const LONGEST_MS = 15_000;
const SHOWN_MOVES = 30;
const SHOWN_EXAMPLES = 20;

type Move = { from: SourcePath; to: SourcePath; orders: number };

type Preview = {
  checked: number;
  changed: number;
  changedMinor: number;
  currency: string;
  moves: Map<string, Move>;
  examples: RulesPreview['examples'][number][];
  lookedUp: LookedUp;
};

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Compares what other rules would conclude with what those in force conclude, newest orders first. */
export async function previewRules(
  db: ReadableDb,
  rules: readonly Rule[],
  days: number,
  now: number,
): Promise<RulesPreview> {
  const since = now - days * DAY_MS;
  const until = performance.now() + LONGEST_MS;
  const inForce = readRules(db);
  const preview: Preview = {
    checked: 0,
    changed: 0,
    changedMinor: 0,
    currency: '',
    moves: new Map(),
    examples: [],
    lookedUp: nothingLookedUp(),
  };
  for (let before: readonly [number, number] | null = null; ;) {
    const part = readOrdersSince(db, since, before, PART);
    for (const { id } of part) previewOrder(db, id, rules, inForce, preview);
    const last = part.at(-1);
    if (!last || performance.now() > until) break;
    before = [last.createdAt, last.id];
    await nextTurn();
  }
  const moves = [...preview.moves.values()].toSorted((one, other) => other.orders - one.orders);
  const { checked, changed, changedMinor, currency, examples } = preview;
  return {
    checked,
    changed,
    changedMinor,
    currency,
    examples,
    orders: countOrdersSince(db, since),
    moves: moves.slice(0, SHOWN_MOVES),
  };
}

function previewOrder(
  db: ReadableDb,
  orderId: number,
  rules: readonly Rule[],
  inForce: RulesVersion,
  preview: Preview,
): void {
  const gathered = gatherCase(db, orderId, [...rules, ...inForce.rules], preview.lookedUp);
  if (!gathered) return;
  const { facts } = gathered;
  const stored = readConclusion(db, orderId);
  const from =
    stored?.rulesVersion === inForce.version
      ? readSourcePath(db, stored.standardId)
      : concludeCase(db, facts, inForce.rules).source;
  const to = concludeCase(db, facts, rules).source;
  preview.checked += 1;
  if (pathKey(from) === pathKey(to)) return;
  preview.changed += 1;
  if (preview.currency === '') preview.currency = facts.currency;
  if (preview.currency === facts.currency) preview.changedMinor += facts.sumMinor;
  const key = `${pathKey(from)}\u001e${pathKey(to)}`;
  const move = preview.moves.get(key) ?? { from, to, orders: 0 };
  move.orders += 1;
  preview.moves.set(key, move);
  if (preview.examples.length < SHOWN_EXAMPLES) {
    preview.examples.push({ orderId, number: facts.number, from, to });
  }
}

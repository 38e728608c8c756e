import { Failure } from '../../domain/failure.ts';
import { shareOf, mix } from '../seeded.ts';
import { isFaultKind, type FaultKind } from './fault-kinds.ts';

/**
 * When a fault happens: with a probability (0..1) at each request, or at one request only (counted
 * from 1 since the chain began, whatever its path). `paths` limits it to paths that contain one of
 * the texts. `revision-missing` throws per change instead of per request: a change that is missing
 * is missing for ever.
 */
export type FaultRule = Readonly<{
  kind: FaultKind;
  probability?: number;
  atRequest?: number;
  paths?: readonly string[];
}>;

/** What goes wrong, repeatably: the same seed and the same requests give the same faults. */
export type FaultPlan = Readonly<{ seed: number; rules: readonly FaultRule[] }>;

const DEFAULT_PROBABILITY = 0.05;
const PART = /^([a-z0-9-]+?)(?::(\d*\.?\d+))?(?:#(\d+))?(?:@(\S+))?$/;

function readRule(part: string): FaultRule {
  const [, kind = '', probability, atRequest, paths] = PART.exec(part) ?? [];
  if (!isFaultKind(kind)) throw new Failure('invalid', 'demo.fault-unreadable', { fault: part });
  const where = paths === undefined ? {} : { paths: paths.split('+') };
  if (atRequest !== undefined) return { kind, atRequest: Number(atRequest), ...where };
  const chance = probability === undefined ? DEFAULT_PROBABILITY : Number(probability);
  if (chance > 1) throw new Failure('invalid', 'demo.fault-unreadable', { fault: part });
  return { kind, probability: chance, ...where };
}

/**
 * Reads the command line's form: `kind[:probability][#request][@path+path]`, comma separated, for
 * example `429:0.1,cut#12,401-right:1@by_revision`. Without a number a fault has 0.05. Throws the
 * Failure `demo.fault-unreadable` with the part that can not be read.
 */
export function readFaultList(text: string, seed: number): FaultPlan {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return { seed, rules: parts.map(readRule) };
}

const covers = (rule: FaultRule, path: string): boolean =>
  rule.paths === undefined || rule.paths.some((text) => path.includes(text));

/** A rule with its place, so that two rules of one kind throw apart. */
export type ArmedRule = Readonly<{ rule: FaultRule; salt: number }>;

/** The rules of a plan that cover a path. */
export function rulesFor(plan: FaultPlan, path: string): ArmedRule[] {
  return plan.rules.flatMap((rule, place) =>
    covers(rule, path) ? [{ rule, salt: mix(plan.seed, place + 1) }] : [],
  );
}

/** Whether the rule strikes at the request. */
export function strikes({ rule, salt }: ArmedRule, request: number): boolean {
  if (rule.atRequest !== undefined) return rule.atRequest === request;
  return shareOf(salt, request) < (rule.probability ?? DEFAULT_PROBABILITY);
}

/** Whether the change of an order is one that `by_revision` never tells. */
export function isMissing({ rule, salt }: ArmedRule, packed: number, at: number): boolean {
  const share = shareOf(mix(salt, packed), at % 4_294_967_296);
  return share < (rule.probability ?? DEFAULT_PROBABILITY);
}

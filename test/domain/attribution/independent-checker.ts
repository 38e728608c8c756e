import type { Evidence } from '../../../main/domain/attribution/attribution.ts';
import type { Rule } from '../../../main/domain/attribution/attribution-rule.ts';

/*
 * Draws the conclusion again from the evidence's facts alone, in another way than the program:
 * sets and sorted lists instead of one pass, exact fractions instead of remainders. It shares types
 * with the program and nothing else.
 */

type Found = { id: string; at: number; path: readonly string[]; rule: number };

const LOOKALIKES = new Map(
  [...'АВЕЁКМНОРСТУХ'].map((letter, place) => [letter, [...'ABEEKMHOPCTYX'][place]!]),
);

const plain = (text: string): string =>
  [...text.normalize('NFKC').toUpperCase()]
    .filter((sign) => !/[\s‐‑–—_.-]/.test(sign))
    .map((sign) => LOOKALIKES.get(sign) ?? sign)
    .join('');

const same = (path: readonly string[]): string =>
  path
    .map((level) =>
      level.normalize('NFKC').trim().toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' '),
    )
    .join(' > ');

const MINUTE = 60_000;
const JOINING = ['visit', 'client', 'order-number', 'phone', 'email'];

function fromTable(rule: Rule, value: string): readonly string[] | 'none' | 'refused' {
  const exact = rule.table.filter((one) => one.match === 'is' && plain(one.text) === plain(value));
  const begins = rule.table
    .filter((one) => one.match === 'starts' && plain(value).startsWith(plain(one.text)))
    .filter((one) => plain(one.text) !== '')
    .toSorted((a, b) => plain(b.text).length - plain(a.text).length);
  const longest = begins.filter((one) => plain(one.text).length === plain(begins[0]!.text).length);
  const fitting = exact.length > 0 ? exact : longest;
  if (fitting.length === 0) return 'none';
  const distinct = new Set(fitting.map((one) => same(one.source)));
  return distinct.size === 1 ? fitting[0]!.source : 'refused';
}

function ownFinds({ facts }: Evidence, rule: Rule, index: number): Found[] {
  const found: Found[] = [];
  for (const [place, mark] of facts.marks.entries()) {
    if (mark.field !== rule.kind) continue;
    const listed = fromTable(rule, mark.value);
    if (listed === 'refused' || (listed === 'none' && rule.unlisted === 'nothing')) continue;
    const attached = mark.field === 'source-key' ? facts.attachedAdvert : null;
    const itself = attached !== null ? [attached] : mark.path.length > 0 ? mark.path : [mark.value];
    const path = listed === 'none' ? itself : listed;
    found.push({ id: `own:${mark.field}:${place}`, at: facts.createdAt ?? 0, path, rule: index });
  }
  const lower = new Set(found.map(({ path }) => path.join(' > ').toLowerCase()));
  return lower.size > 1 ? [] : found;
}

function joinedFinds({ facts }: Evidence, rule: Rule, index: number, used: Set<string>): Found[] {
  const marked = (field: string): Set<string> =>
    new Set(facts.marks.filter((mark) => mark.field === field).map((mark) => mark.value));
  const fits = facts.imported.filter((touch) => {
    if (rule.kind === 'visit') return touch.visit !== null && marked('visit').has(touch.visit);
    if (rule.kind === 'client') return touch.client !== null && marked('client').has(touch.client);
    if (rule.kind === 'email') return touch.email !== null && marked('email').has(touch.email);
    if (rule.kind === 'phone') return facts.phoneTail !== '' && touch.phoneTail === facts.phoneTail;
    const numbers = [facts.number, facts.externalNumber].filter((number) => number !== '');
    return touch.orderNumber !== null && numbers.includes(touch.orderNumber);
  });
  const timed = rule.kind !== 'visit' && rule.kind !== 'order-number';
  return fits
    .filter((touch) => {
      if (facts.createdAt === null) return !timed;
      const before = (facts.createdAt - touch.at) / MINUTE;
      return before <= rule.beforeMinutes && before >= -rule.afterMinutes;
    })
    .map((touch) => ({
      id: `${touch.kind}:${touch.id}`,
      at: touch.at,
      path: touch.path,
      rule: index,
    }))
    .filter(({ id }) => !used.has(id));
}

function historyFinds({ facts }: Evidence, rule: Rule, index: number): Found[] {
  const { previous, createdAt } = facts;
  if (!previous || createdAt === null) return [];
  if ((createdAt - previous.at) / MINUTE > rule.beforeMinutes) return [];
  return [{ id: `history:${previous.orderId}`, at: previous.at, path: previous.path, rule: index }];
}

type Conclusion = { winner: (Found & { ruleId: string }) | null; chain: Found[] };

function conclude(evidence: Evidence, rules: readonly Rule[]): Conclusion {
  const used = new Set<string>();
  const chain: Found[] = [];
  let winner: Conclusion['winner'] = null;
  let ownTaken = false;
  for (const [index, rule] of rules.entries()) {
    if (!rule.enabled || !hasAll(evidence, rule)) continue;
    if (winner && (rules[winner.rule]!.decides || rule.kind === 'history')) continue;
    const joining = JOINING.includes(rule.kind);
    if (!joining && rule.kind !== 'history' && ownTaken) continue;
    const finds = joining
      ? joinedFinds(evidence, rule, index, used)
      : rule.kind === 'history'
        ? historyFinds(evidence, rule, index)
        : ownFinds(evidence, rule, index);
    if (finds.length === 0) continue;
    for (const { id } of finds) used.add(id);
    if (!joining && rule.kind !== 'history') ownTaken = true;
    const best = nearest(evidence, finds);
    if (!winner) winner = { ...best, ruleId: rule.id };
    const single = !joining && rule.kind !== 'history';
    const deciding = winner.ruleId === rule.id && rule.decides;
    chain.push(...(single || deciding ? [best] : finds));
  }
  const sorted = chain.toSorted(
    (a, b) => a.at - b.at || b.rule - a.rule || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
  return { winner, chain: sorted };
}

function nearest({ facts }: Evidence, finds: Found[]): Found {
  const gap = ({ at }: Found): number =>
    facts.createdAt === null ? -at : Math.abs(facts.createdAt - at);
  return finds.toSorted((a, b) => gap(a) - gap(b) || b.at - a.at || (a.id < b.id ? -1 : 1))[0]!;
}

function hasAll({ facts }: Evidence, rule: Rule): boolean {
  const fields = new Set<string>(facts.marks.map((mark) => mark.field));
  if (facts.phoneTail !== '') fields.add('phone');
  return rule.requires.every((field) => fields.has(field));
}

const FREE =
  /^(:unknown|:direct||direct|\(direct\)|прямые визиты|прямой заход|seo|organic|site|referral)$/;
const FREE_MEDIUM = /^(organic|referral|none|\(none\)|\(not set\))$/;

const isPaid = (path: readonly string[]): boolean =>
  !FREE.test(same(path.slice(0, 1))) && !FREE_MEDIUM.test(same(path.slice(1, 2)));

/** Largest remainder on exact fractions: numerators over one common denominator. */
function share(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  const exact = weights.map((weight) => 10_000n * BigInt(weight));
  const shares = exact.map((numerator) => numerator / total);
  let left = 10_000n - shares.reduce((sum, one) => sum + one, 0n);
  const order = exact
    .map((numerator, place) => [numerator % total, place] as const)
    .toSorted(([a, x], [b, y]) => (a === b ? x - y : a > b ? -1 : 1));
  for (const [, place] of order) {
    if (left === 0n) break;
    shares[place]! += 1n;
    left -= 1n;
  }
  return shares.map(Number);
}

function weightsOf(model: string, chain: readonly Found[]): number[] {
  const count = chain.length;
  const only = (chosen: number): number[] => chain.map((_, place) => (place === chosen ? 1 : 0));
  if (model === 'first' || model === 'customer-first') return only(0);
  if (model === 'last') return only(count - 1);
  if (model === 'last-paid') {
    const paid = chain.map(({ path }) => isPaid(path)).lastIndexOf(true);
    return only(paid < 0 ? count - 1 : paid);
  }
  if (model === 'u-shape' && count > 2) {
    return chain.map((_, place) => (place === 0 || place === count - 1 ? 2 * (count - 2) : 1));
  }
  if (model !== 'time-decay') return chain.map(() => 1);
  return chain.map(({ at }) => {
    const hours = Math.floor((chain[count - 1]!.at - at) / 3_600_000);
    return Math.max(1, Math.round(1_000_000 * 2 ** (-hours / 168)));
  });
}

/** What the checker would write down: `null` when it agrees, otherwise where it does not. */
export function disagreement(
  evidence: Evidence,
  rules: readonly Rule[],
  customerFirst: readonly string[] | null = null,
): string | null {
  const { winner, chain } = conclude(evidence, rules);
  const source = winner?.path ?? [':unknown'];
  if (same(source) !== same(evidence.source)) return `source ${same(source)}`;
  if ((winner?.ruleId ?? null) !== evidence.ruleId) return `rule ${winner?.ruleId}`;
  if ((winner?.id ?? null) !== evidence.touchId) return `touch ${winner?.id}`;
  const ids = chain.map(({ id }) => id).join(' ');
  if (ids !== evidence.chain.map(({ touchId }) => touchId).join(' ')) return `chain ${ids}`;
  for (const { model, credits } of evidence.models) {
    const expected = new Map<string, number>();
    const add = (path: readonly string[], parts: number): void => {
      if (parts > 0) expected.set(same(path), (expected.get(same(path)) ?? 0) + parts);
    };
    if (model === 'customer-first' && customerFirst) add(customerFirst, 10_000);
    else if (!winner || model === 'standard') add(source, 10_000);
    else share(weightsOf(model, chain)).forEach((parts, place) => add(chain[place]!.path, parts));
    const told = new Map(credits.map((credit) => [same(credit.path), credit.parts]));
    const text = (map: Map<string, number>): string => JSON.stringify([...map]);
    if (text(told) !== text(expected)) return `${model} ${text(expected)} against ${text(told)}`;
    const money = credits.reduce((sum, credit) => sum + credit.sumMinor, 0);
    if (money !== evidence.facts.sumMinor) return `${model} money ${money}`;
  }
  return null;
}

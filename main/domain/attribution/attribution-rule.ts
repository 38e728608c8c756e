import type { MarkField } from './attribution-mark.ts';
import type { SourcePath } from './attribution-source.ts';

/** Rules that read a field of the order itself. */
export const OWN_RULES = [
  'marker',
  'advert',
  'source-key',
  'payment-type',
  'order-type',
  'external-number',
  'utm',
  'coupon',
] as const satisfies readonly MarkField[];

/** Rules that join an imported visit, call or lead by what both know. */
export const JOINING_RULES = ['visit', 'client', 'order-number', 'phone', 'email'] as const;

/** `history` inherits the source of the customer's order before, when nothing else is known. */
export const RULE_KINDS = [...OWN_RULES, ...JOINING_RULES, 'history'] as const;

/** A rule that reads the order itself. */
export type OwnRuleKind = (typeof OWN_RULES)[number];
/** What a rule looks at. */
export type RuleKind = (typeof RULE_KINDS)[number];

/** A line of a rule's table: this text (or one that starts so) is that source. */
export type RuleEntry = Readonly<{ text: string; match: 'is' | 'starts'; source: SourcePath }>;

/** Fields that a rule may ask an order to have before it is tried. */
export const REQUIRED_FIELDS = [
  'phone',
  'advert',
  'source-key',
  'external-number',
  'coupon',
  'visit',
  'client',
  'email',
  'payment-type',
  'order-type',
] as const;

/** A field without which a rule is not tried. */
export type RequiredField = (typeof REQUIRED_FIELDS)[number];

/** One line of the ordered list: the first rule that finds something wins. */
export type Rule = Readonly<{
  id: string;
  /** A person's own name for it; '' shows the kind's name. */
  name: string;
  kind: RuleKind;
  enabled: boolean;
  /** The rule is passed over unless the order has all of these. */
  requires: readonly RequiredField[];
  /** How long before and after the order a joined touch may lie; for `history` how old the order before may be. */
  beforeMinutes: number;
  afterMinutes: number;
  table: readonly RuleEntry[];
  /** What a value that is not in the table means: itself, or nothing. */
  unlisted: 'itself' | 'nothing';
  /** The winner is the order's source under every model (a static source, feature 19). */
  decides: boolean;
}>;

/** Windows of rules are counted in minutes. */
export const DAY_MINUTES = 1440;
/** Three years: as far as any window reaches. */
export const MOST_MINUTES = 1096 * DAY_MINUTES;

const rule = (id: string, kind: RuleKind, more: Partial<Rule> = {}): Rule => ({
  id,
  name: '',
  kind,
  enabled: true,
  requires: [],
  beforeMinutes: 0,
  afterMinutes: 0,
  table: [],
  unlisted: 'itself',
  decides: false,
  ...more,
});

const is = (text: string, source: string): RuleEntry => ({ text, match: 'is', source: [source] });
const starts = (text: string, source: string): RuleEntry => ({
  text,
  match: 'starts',
  source: [source],
});

/** Keys that iikoWeb gives the aggregators' orders (`iiko-api.md` 1.4). */
const AGGREGATOR_KEYS: readonly RuleEntry[] = [
  is('yandex_food', 'Яндекс Еда'),
  is('yandex_eda', 'Яндекс Еда'),
  is('market_delivery', 'Маркет Деливери'),
  is('delivery_club', 'Маркет Деливери'),
  is('kuper', 'Купер'),
  is('sbermarket', 'Купер'),
  is('chibbis', 'Chibbis'),
];

const AGGREGATOR_NAMES: readonly RuleEntry[] = [
  starts('Яндекс Еда', 'Яндекс Еда'),
  starts('Яндекс.Еда', 'Яндекс Еда'),
  starts('Маркет Деливери', 'Маркет Деливери'),
  starts('Delivery Club', 'Маркет Деливери'),
  starts('Купер', 'Купер'),
  starts('Chibbis', 'Chibbis'),
];

/** What a new store starts with: the order of pitfall 4 (`iiko-api.md`) and of matching (`roistat-mindbox.md` 1.4). */
export const DEFAULT_RULES: readonly Rule[] = [
  rule('visit', 'visit', { beforeMinutes: 90 * DAY_MINUTES, afterMinutes: DAY_MINUTES }),
  rule('marker', 'marker', { decides: true }),
  rule('advert', 'advert', { decides: true }),
  rule('source-key', 'source-key', { table: AGGREGATOR_KEYS, decides: true }),
  rule('payment-type', 'payment-type', {
    table: AGGREGATOR_NAMES,
    unlisted: 'nothing',
    decides: true,
  }),
  rule('order-type', 'order-type', { table: AGGREGATOR_NAMES, unlisted: 'nothing', decides: true }),
  rule('external-number', 'external-number', { unlisted: 'nothing', decides: true }),
  rule('order-number', 'order-number', { beforeMinutes: DAY_MINUTES, afterMinutes: DAY_MINUTES }),
  rule('client', 'client', { beforeMinutes: 30 * DAY_MINUTES }),
  rule('utm', 'utm'),
  rule('phone-near', 'phone', { beforeMinutes: 60, afterMinutes: 60 }),
  rule('email-near', 'email', { beforeMinutes: 60, afterMinutes: 60 }),
  rule('coupon', 'coupon', { unlisted: 'nothing' }),
  rule('phone-before', 'phone', { beforeMinutes: 30 * DAY_MINUTES }),
  rule('email-before', 'email', { beforeMinutes: 30 * DAY_MINUTES }),
  rule('history', 'history', { beforeMinutes: 180 * DAY_MINUTES }),
];

import type { Fact } from './diagnosis-link.ts';
import { fact } from './diagnosis-link.ts';

/** What can be found out by itself; null where nothing is connected or nobody told. */
export type ChecklistEvidence = Readonly<{
  connected: boolean;
  /** The vendor answered at least once. */
  contacted: boolean;
  venues: number;
  cities: number;
  streets: number;
  zones: number;
  /** Of the menu that the vendor gives. */
  menuGroups: number;
  menuItems: number;
  marketingSources: number;
  /** Deliveries that carry a source key: a site or an aggregator sent them. */
  foreignOrders: number;
  /** Deliveries with a customer that the Cloud knows. */
  knownCustomers: number;
  /** Numbers that two orders of a venue share on one day, among the orders looked at. */
  numbers: Readonly<{ orders: number; clashes: number; number: string; venue: string }>;
  tariff: 'start' | 'other' | null;
  chain: boolean | null;
  ticked: ReadonlySet<string>;
}>;

/** One item of a checklist and how it stands. */
export type ChecklistItem = Readonly<{
  /** Texts `checklist.item.<id>` and `checklist.advice.<id>`. */
  id: string;
  /** Rule of the catalogue it comes from (`iiko-local.md` 5). */
  rule: string;
  /**
   * `proven` was found out; `ticked` and `open` are a person's word; `not-on-tariff` is no error:
   * the tariff does not hold it (trap T13).
   */
  state: 'proven' | 'ticked' | 'open' | 'not-on-tariff' | 'not-needed';
  fact: Fact | null;
}>;

/** The checklists, in the order in which a person goes through them. */
export const CHECKLISTS = ['licences', 'api', 'aggregators', 'orders', 'telephony'] as const;

/** One of them, as answers are kept under. */
export type ChecklistId = (typeof CHECKLISTS)[number];

/** One checklist with its items as they stand. */
export type Checklist = Readonly<{ id: ChecklistId; items: readonly ChecklistItem[] }>;

type Found = Pick<ChecklistItem, 'state' | 'fact'> | null;
type Rule = Readonly<{
  id: string;
  list: ChecklistId;
  rule: string;
  find?: (evidence: ChecklistEvidence) => Found;
}>;

const proven = (code: string, count: number): Found =>
  count > 0 ? { state: 'proven', fact: fact(code, { count }) } : null;

type Counted = {
  [K in keyof ChecklistEvidence]: ChecklistEvidence[K] extends number ? K : never;
}[keyof ChecklistEvidence];

/** Proven by whatever there is at least one of. */
const counted =
  (code: string, what: Counted): NonNullable<Rule['find']> =>
  (seen) =>
    proven(code, seen[what]);

const offStart: NonNullable<Rule['find']> = ({ tariff }) =>
  tariff === 'start' ? { state: 'not-on-tariff', fact: null } : null;

/** A person's word stands until orders say otherwise; no order at all proves nothing. */
const numbersApart: NonNullable<Rule['find']> = ({ numbers }) => {
  const { orders, clashes: count, number, venue } = numbers;
  if (count > 0) return { state: 'open', fact: fact('numbers-shared', { count, number, venue }) };
  return proven('numbers-apart', orders);
};

const inChainOnly: NonNullable<Rule['find']> = ({ chain }) =>
  chain === false ? { state: 'not-needed', fact: null } : null;

const RULES: readonly Rule[] = [
  { id: 'delivery-licence', list: 'licences', rule: 'C1' },
  {
    id: 'licence-connections',
    list: 'licences',
    rule: 'C11',
    find: ({ venues, ticked }) =>
      venues > 0 && !ticked.has('licence-connections')
        ? { state: 'open', fact: fact('licence-connections', { count: venues }) }
        : null,
  },
  { id: 'call-centre-licence', list: 'licences', rule: 'C2', find: offStart },
  { id: 'call-centre-server', list: 'licences', rule: 'C5', find: inChainOnly },
  {
    id: 'maps-and-schedule',
    list: 'licences',
    rule: 'Z1',
    find: (seen) => proven('zones-seen', seen.zones) ?? offStart(seen),
  },
  { id: 'api-licence', list: 'licences', rule: 'K5' },
  { id: 'courier-licence', list: 'licences', rule: 'K1' },
  { id: 'pbx-licence', list: 'licences', rule: 'K2' },
  {
    id: 'api-key',
    list: 'api',
    rule: 'K6',
    find: ({ contacted }) => (contacted ? { state: 'proven', fact: fact('cloud-answered') } : null),
  },
  { id: 'groups-ticked', list: 'api', rule: 'K6', find: counted('venues-seen', 'venues') },
  { id: 'menu-groups', list: 'api', rule: 'R2', find: counted('menu-groups-seen', 'menuGroups') },
  { id: 'menu-items', list: 'api', rule: 'R2', find: counted('menu-items-seen', 'menuItems') },
  { id: 'menu-export', list: 'api', rule: 'R2', find: counted('menu-items-seen', 'menuItems') },
  {
    id: 'customers-export',
    list: 'api',
    rule: 'R3',
    find: counted('customers-seen', 'knownCustomers'),
  },
  { id: 'cities-export', list: 'api', rule: 'R3', find: counted('cities-seen', 'cities') },
  { id: 'streets-export', list: 'api', rule: 'R3', find: counted('streets-seen', 'streets') },
  { id: 'adverts', list: 'api', rule: 'R2', find: counted('adverts-seen', 'marketingSources') },
  { id: 'front-running', list: 'api', rule: 'K8' },
  { id: 'aggregator-registration', list: 'aggregators', rule: 'K7' },
  { id: 'aggregator-connect', list: 'aggregators', rule: 'K7' },
  { id: 'aggregator-menu', list: 'aggregators', rule: 'K7' },
  { id: 'aggregator-contract', list: 'aggregators', rule: 'K7' },
  {
    id: 'aggregator-orders',
    list: 'aggregators',
    rule: 'C9',
    find: counted('foreign-orders', 'foreignOrders'),
  },
  { id: 'numbers-apart', list: 'orders', rule: 'G6', find: numbersApart },
  { id: 'pbx-sip', list: 'telephony', rule: 'K2' },
  { id: 'pbx-address', list: 'telephony', rule: 'K2' },
  { id: 'pbx-port', list: 'telephony', rule: 'K2' },
  { id: 'pbx-call-ports', list: 'telephony', rule: 'K2' },
  { id: 'pbx-sound', list: 'telephony', rule: 'K2' },
  { id: 'pbx-one-call', list: 'telephony', rule: 'K2' },
];

/** Every checklist with what could be found out ticked by itself. */
export function checklistsOf(evidence: ChecklistEvidence): readonly Checklist[] {
  return CHECKLISTS.map((id) => ({
    id,
    items: RULES.filter(({ list }) => list === id).map((rule) => itemOf(rule, evidence)),
  }));
}

function itemOf({ id, rule, find }: Rule, evidence: ChecklistEvidence): ChecklistItem {
  const found = find?.(evidence) ?? null;
  if (found) return { id, rule, ...found };
  return { id, rule, state: evidence.ticked.has(id) ? 'ticked' : 'open', fact: null };
}

/** Items that only a person's word can tick. */
export const isTickable = (id: string): boolean => RULES.some((rule) => rule.id === id);

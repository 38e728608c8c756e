import type { Mark, MarkField } from './attribution-mark.ts';
import type { SourcePath } from './attribution-source.ts';
import type { Instant } from '../orders/order.ts';

/** What a file of touches can tell of. */
export const IMPORTED_KINDS = ['visit', 'call', 'lead'] as const;

/** What a row of such a file is about. */
export type ImportedKind = (typeof IMPORTED_KINDS)[number];

/** A visit, call or lead from a file; keys that it lacks are null. */
export type ImportedTouch = Readonly<{
  id: number;
  kind: ImportedKind;
  at: Instant;
  path: SourcePath;
  /** The source as the file wrote it. */
  text: string;
  /** Digits from the last to the first, as `phoneTail` gives them. */
  phoneTail: string | null;
  email: string | null;
  client: string | null;
  visit: string | null;
  orderNumber: string | null;
}>;

/** The customer's newest order before this one whose source was found by itself. */
export type PreviousOrigin = Readonly<{
  orderId: number;
  number: string;
  at: Instant;
  path: SourcePath;
}>;

/** Everything a conclusion about one order is drawn from. */
export type AttributionCase = Readonly<{
  orderId: number;
  number: string;
  externalNumber: string;
  createdAt: Instant | null;
  sumMinor: number;
  currency: string;
  /** '' when the number is missing, too short or an aggregator's own. */
  phoneTail: string;
  marks: readonly Mark[];
  /** The advert that iiko binds to the order's source key (`attachedSources`); null when none. */
  attachedAdvert: string | null;
  imported: readonly ImportedTouch[];
  previous: PreviousOrigin | null;
}>;

/** One thing that may have led to the order, as the evidence shows it. */
export type Touch = Readonly<{
  /** Unique within the order. */
  id: string;
  kind: MarkField | ImportedKind | 'history';
  at: Instant | null;
  value: string;
  /** What it names by itself; empty where only a rule's table may know. */
  path: SourcePath;
  restored: boolean;
  /** Why an imported touch belongs to this order. */
  sharedKeys: readonly ('visit' | 'client' | 'order-number' | 'phone' | 'email')[];
}>;

/** The touches of a case: the order's own fields, what was imported, the customer's order before. */
export function touchesOf(facts: AttributionCase): Touch[] {
  const own = facts.marks.map((mark, place) => ownTouch(facts, mark, place));
  const imported = facts.imported.map((touch) => importedTouch(facts, touch));
  const { previous } = facts;
  const history: Touch[] = previous
    ? [
        {
          id: `history:${previous.orderId}`,
          kind: 'history',
          at: previous.at,
          value: previous.number,
          path: previous.path,
          restored: false,
          sharedKeys: [],
        },
      ]
    : [];
  return [...own, ...imported.filter(({ sharedKeys }) => sharedKeys.length > 0), ...history];
}

function ownTouch(facts: AttributionCase, mark: Mark, place: number): Touch {
  const attached = mark.field === 'source-key' ? facts.attachedAdvert : null;
  return {
    id: `own:${mark.field}:${place}`,
    kind: mark.field,
    at: facts.createdAt,
    value: mark.value,
    path: attached === null ? mark.path : [attached],
    restored: mark.restored,
    sharedKeys: [],
  };
}

function importedTouch(facts: AttributionCase, touch: ImportedTouch): Touch {
  const has = (field: MarkField, value: string | null): boolean =>
    value !== null && facts.marks.some((mark) => mark.field === field && mark.value === value);
  const numbers = [facts.number, facts.externalNumber].filter(Boolean);
  const shared = {
    visit: has('visit', touch.visit),
    client: has('client', touch.client),
    'order-number': touch.orderNumber !== null && numbers.includes(touch.orderNumber),
    phone: facts.phoneTail !== '' && touch.phoneTail === facts.phoneTail,
    email: has('email', touch.email),
  };
  const keys = Object.keys(shared) as (keyof typeof shared)[];
  return {
    id: `${touch.kind}:${touch.id}`,
    kind: touch.kind,
    at: touch.at,
    value: touch.text,
    path: touch.path,
    restored:
      facts.marks.some(({ field, restored }) => restored && field === 'visit') && shared.visit,
    sharedKeys: keys.filter((key) => shared[key]),
  };
}

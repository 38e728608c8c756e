import { marksOf, mergeMarks, type Mark } from '../../domain/attribution/attribution-mark.ts';
import { attribute, type Evidence } from '../../domain/attribution/attribution.ts';
import type { AttributionCase } from '../../domain/attribution/attribution-touch.ts';
import type { Rule } from '../../domain/attribution/attribution-rule.ts';
import type { Order } from '../../domain/orders/order.ts';
import { sourceKindOf } from '../../sources/catalogue.ts';
import {
  readCustomerFirst,
  readPreviousOrigin,
} from '../../store/attribution/attribution-customers.ts';
import {
  readAttachedAdvert,
  readMarks,
  readOrderFacts,
  readVersionsAfter,
  type OrderFacts,
  type StoredMarks,
} from '../../store/attribution/attribution-marks.ts';
import type { ReadableDb } from '../../store/database.ts';
import { isOneCustomer, readOrderPlace } from '../../store/orders/order-details.ts';
import { readToldOrder } from '../../store/joining/read-joined.ts';
import { readPayload } from '../../store/orders/order-journal.ts';
import { hasTouches, readTouchesFor } from '../../store/attribution/touches.ts';

const MINUTE_MS = 60_000;

/** An order as the rules see it, with what was newly read of its journal. */
export type GatheredCase = Readonly<{ facts: AttributionCase; marks: StoredMarks; fresh: boolean }>;

/** What many orders ask alike, once it was looked up. Keep it for a moment only. */
export type LookedUp = Readonly<{
  /** Whether a number is one customer's. */
  customers: Map<string, boolean>;
  /** The advert bound to a source key, by organization and key. */
  adverts: Map<string, string | null>;
}>;

/** Nothing was looked up yet. */
export const nothingLookedUp = (): LookedUp => ({ customers: new Map(), adverts: new Map() });

function lookUp<T>(known: Map<string, T>, key: string, find: () => T): T {
  if (!known.has(key)) known.set(key, find());
  return known.get(key) as T;
}

/** Everything known of an order's origin; null when there is no such order. */
export function gatherCase(
  db: ReadableDb,
  deliveryId: number,
  rules: readonly Rule[],
  { customers, adverts }: LookedUp = nothingLookedUp(),
): GatheredCase | null {
  const row = readOrderFacts(db, deliveryId);
  if (!row) return null;
  const { marks, fresh } = currentMarks(db, deliveryId, row);
  const told = row.phoneTail;
  const phoneTail = lookUp(customers, told, () => isOneCustomer(db, told)) ? told : '';
  const { organizationId } = row;
  const sourceKey = marks.marks.find(({ field }) => field === 'source-key')?.value;
  const facts = {
    orderId: deliveryId,
    number: row.number,
    externalNumber: row.externalNumber,
    createdAt: row.createdAt,
    sumMinor: row.sumMinor,
    currency: row.currency,
    phoneTail,
    marks: marks.marks,
    attachedAdvert:
      sourceKey === undefined
        ? null
        : lookUp(adverts, `${organizationId} ${sourceKey}`, () =>
            readAttachedAdvert(db, organizationId, sourceKey),
          ),
    previous: null,
  };
  return { facts: { ...facts, imported: importedFor(db, facts, rules) }, marks, fresh };
}

/** The kept marks and what the journal's newer entries add; a wiped field is found on the way. */
function currentMarks(db: ReadableDb, deliveryId: number, row: OrderFacts) {
  const kept = readMarks(db, deliveryId);
  const versions = readVersionsAfter(db, deliveryId, kept?.seenVersion ?? 0);
  if (kept && versions.length === 0) return { marks: kept, fresh: false };
  const told = readToldOrder(db, deliveryId);
  if (told) return { marks: toldMarks(kept, told, versions), fresh: true };
  const place = readOrderPlace(db, deliveryId);
  const context = place && {
    id: place.organizationVendorId,
    zone: place.zone,
    currency: place.currency,
  };
  let marks: readonly Mark[] = kept?.marks ?? [];
  for (const version of versions) {
    const newest = version === versions.at(-1);
    const payload = readPayload(db, row.system, deliveryId, newest ? null : version);
    const order =
      payload === null || !context ? null : sourceKindOf(row.system).readPayload(payload, context);
    if (order) marks = mergeMarks(marks, marksOf(order));
  }
  const seenVersion = versions.at(-1) ?? kept?.seenVersion ?? 0;
  return { marks: { seenVersion, marks }, fresh: true };
}

/** Several systems tell of the order: all that they say together now. */
const toldMarks = (
  kept: ReturnType<typeof readMarks>,
  told: Order,
  versions: readonly number[],
): NonNullable<ReturnType<typeof readMarks>> => ({
  seenVersion: versions.at(-1) ?? kept?.seenVersion ?? 0,
  marks: mergeMarks(kept?.marks ?? [], marksOf(told)),
});

function importedFor(
  db: ReadableDb,
  facts: Omit<AttributionCase, 'imported'>,
  rules: readonly Rule[],
) {
  if (!hasTouches(db)) return [];
  const valuesOf = (field: Mark['field']): string[] =>
    facts.marks.filter((mark) => mark.field === field).map(({ value }) => value);
  const enabled = rules.filter((rule) => rule.enabled);
  const at = facts.createdAt ?? 0;
  return readTouchesFor(db, {
    phoneTail: facts.phoneTail,
    visits: valuesOf('visit'),
    clients: valuesOf('client'),
    emails: valuesOf('email'),
    orderNumbers: [...new Set([facts.number, facts.externalNumber])].filter(Boolean),
    from: at - Math.max(0, ...enabled.map((rule) => rule.beforeMinutes)) * MINUTE_MS,
    to: at + Math.max(0, ...enabled.map((rule) => rule.afterMinutes)) * MINUTE_MS,
  });
}

/** The evidence of an order under given rules: inherits only when nothing else is known. */
export function concludeCase(
  db: ReadableDb,
  facts: AttributionCase,
  rules: readonly Rule[],
): Evidence {
  const { phoneTail, orderId } = facts;
  const customerFirst = phoneTail === '' ? null : readCustomerFirst(db, phoneTail, orderId);
  const alone = attribute(facts, rules, customerFirst);
  if (alone.origin !== 'none' || phoneTail === '' || facts.createdAt === null) return alone;
  const windows = rules
    .filter(({ kind, enabled }) => kind === 'history' && enabled)
    .map(({ beforeMinutes }) => beforeMinutes * MINUTE_MS);
  if (windows.length === 0) return alone;
  const from = facts.createdAt - Math.max(...windows);
  const previous = readPreviousOrigin(db, phoneTail, from, facts.createdAt);
  return previous ? attribute({ ...facts, previous }, rules, customerFirst) : alone;
}

import { readMarker, readUtm, type SourcePath } from './attribution-source.ts';
import type { Order } from '../orders/order.ts';

/** A field of an order that tells of its origin. */
export const MARK_FIELDS = [
  'advert',
  'source-key',
  'coupon',
  'payment-type',
  'order-type',
  'external-number',
  'marker',
  'utm',
  'visit',
  'client',
  'email',
] as const;

/** A field that a mark was read from. */
export type MarkField = (typeof MARK_FIELDS)[number];

/** What one field said; `restored` when it was wiped later on (feature 152). */
export type Mark = Readonly<{
  field: MarkField;
  value: string;
  /** The source the value names by itself; empty where only a rule's table knows. */
  path: SourcePath;
  restored: boolean;
}>;

const VISIT_KEYS = new Set(['roistat', 'rs', 'roistat_visit', 'roistat_marker', 'visit']);
const CLIENT_KEYS = new Set([
  'client_id',
  'clientid',
  'cid',
  'ym_uid',
  '_ym_uid',
  'google_client_id',
  'metrika_client_id',
]);
const EMAIL_KEYS = new Set(['email', 'e-mail', 'mail']);
const CODE_KEYS = new Set(['promo', 'promocode', 'promo_code', 'coupon']);
const ADDRESS_KEYS = new Set(['url', 'landing', 'landing_page', 'page']);
const VISIT_NUMBER = /^\d{3,15}$/;
const CODE_IN_COMMENT =
  /(?:промо-?код|купон|promo(?:code)?)\s*[:№#-]?\s*([\p{L}\d][\p{L}\d-]{2,19})/iu;

type Found = Omit<Mark, 'restored'>;

/** Everything an order tells of its origin, as it is now. */
export function marksOf(order: Order): Mark[] {
  const tags = tagsOf(order);
  const found = [
    ...plainMarks(order),
    ...[...tags].flatMap(([key, value]) => markOfTag(key, value)),
    ...utmMarks(tags),
    ...codeMarks(order),
  ];
  const unique = new Map(found.map((mark) => [`${mark.field} ${mark.value}`, mark]));
  return [...unique.values()].map((mark) => ({ ...mark, restored: false }));
}

function plainMarks(order: Order): Found[] {
  const advert = order.marketingSource?.name.trim() ?? '';
  const payments = order.payments.map(({ type }) => type.name.trim());
  return [
    ...markOf('advert', advert, [advert]),
    ...markOf('source-key', order.sourceKey),
    ...payments.flatMap((name) => markOf('payment-type', name)),
    ...markOf('order-type', order.orderType?.name ?? ''),
    ...markOf('external-number', order.externalNumber),
  ];
}

function markOf(field: MarkField, text: string, path: SourcePath = []): Found[] {
  const value = text.trim();
  return value === '' ? [] : [{ field, value, path }];
}

/** External data by lower-case key, with the tags of a landing page's address among them. */
function tagsOf(order: Order): Map<string, string> {
  const tags = new Map<string, string>();
  for (const { key, value } of order.externalData) {
    const name = key.trim().toLowerCase();
    if (ADDRESS_KEYS.has(name)) for (const [tag, text] of queryOf(value)) tags.set(tag, text);
  }
  for (const { key, value } of order.externalData) tags.set(key.trim().toLowerCase(), value);
  return tags;
}

function queryOf(address: string): [string, string][] {
  const query = address.split('?', 2)[1]?.split('#', 1)[0] ?? '';
  return [...new URLSearchParams(query)].map(([key, value]) => [key.toLowerCase(), value]);
}

/** The vendor's field holds a visit number, or the text of a marker (`roistat-mindbox.md` 1.4). */
function markOfTag(key: string, text: string): Found[] {
  const value = text.trim();
  if (VISIT_KEYS.has(key)) {
    if (VISIT_NUMBER.test(value)) return markOf('visit', value);
    return value === '' ? [] : markOf('marker', value, readMarker(value));
  }
  if (CLIENT_KEYS.has(key)) return markOf('client', value);
  if (EMAIL_KEYS.has(key)) return markOf('email', value.toLowerCase());
  return CODE_KEYS.has(key) ? markOf('coupon', value) : [];
}

function utmMarks(tags: ReadonlyMap<string, string>): Found[] {
  const path = readUtm(tags);
  return path ? markOf('utm', path.join('_'), path) : [];
}

/** A code may also be typed into the comment; one of digits alone is a visit's number told by phone. */
function codeMarks(order: Order): Found[] {
  const codes = [order.coupon.trim(), CODE_IN_COMMENT.exec(order.comment)?.[1] ?? ''];
  return codes.flatMap((code) => [
    ...markOf('coupon', code),
    ...(VISIT_NUMBER.test(code) ? markOf('visit', code) : []),
  ]);
}

const WIPEABLE: ReadonlySet<MarkField> = new Set<MarkField>([
  'advert',
  'source-key',
  'coupon',
  'marker',
  'utm',
  'visit',
  'client',
  'email',
]);

/**
 * What is known after a newer version was seen: its own marks, and those of the older one whose
 * field is empty now, marked as restored. A field with another value now is a correction.
 */
export function mergeMarks(older: readonly Mark[], newer: readonly Mark[]): Mark[] {
  const told = new Set(newer.map(({ field }) => field));
  const wiped = older.filter(({ field }) => WIPEABLE.has(field) && !told.has(field));
  return [...newer, ...wiped.map((mark) => ({ ...mark, restored: true }))];
}

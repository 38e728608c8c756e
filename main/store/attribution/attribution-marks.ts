import type { Mark } from '../../domain/attribution/attribution-mark.ts';
import type { Instant } from '../../domain/orders/order.ts';
import type { ReadableDb, WritableDb } from '../database.ts';
import { addRows, readAll, readFirst, sql } from '../sql.ts';

/** What is kept of an order's own words about its origin. */
export type StoredMarks = Readonly<{ seenVersion: number; marks: readonly Mark[] }>;

/** The marks of an order; undefined before they were read from its journal. */
export function readMarks(db: ReadableDb, deliveryId: number): StoredMarks | undefined {
  const row = readFirst<{ seen_version: number; marks: string }>(
    db,
    sql`SELECT seen_version, marks FROM attribution_mark WHERE delivery_id = ${deliveryId}`,
  );
  return row && { seenVersion: row.seen_version, marks: unpackMarks(row.marks) };
}

/** As stored: half as long as with whole words. A path is left out where it is the value alone, or none. */
type PackedMark = readonly [
  field: Mark['field'],
  value: string,
  path?: Mark['path'] | 1 | 0,
  restored?: 1,
];

const packMarks = (marks: readonly Mark[]): string =>
  JSON.stringify(marks.map((mark) => packMark(mark)));

function packMark({ field, value, path, restored }: Mark): PackedMark {
  const isValue = path.length === 1 && path[0] === value;
  const packed = isValue ? 1 : path.length === 0 ? 0 : path;
  if (restored) return [field, value, packed, 1];
  return packed === 0 ? [field, value] : [field, value, packed];
}

/** Earlier programs stored whole words. */
const unpackMarks = (text: string): Mark[] =>
  (JSON.parse(text) as (PackedMark | Mark)[]).map((mark) =>
    'field' in mark ? mark : unpackMark(mark),
  );

function unpackMark([field, value, path = 0, restored]: PackedMark): Mark {
  const whole = path === 1 ? [value] : path === 0 ? [] : path;
  return { field, value, path: whole, restored: restored === 1 };
}

const SAVE_MARKS = /* sql */ `
INSERT INTO attribution_mark (delivery_id, seen_version, marks, visit, client, email,
                              site_number)
VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (delivery_id) DO UPDATE
   SET seen_version = excluded.seen_version,
       marks = excluded.marks,
       visit = excluded.visit,
       client = excluded.client,
       email = excluded.email,
       site_number = excluded.site_number`;

/** Keeps the marks of orders, and the keys that imports are joined by beside them. */
export function saveMarks(
  db: WritableDb,
  kept: readonly (StoredMarks & Readonly<{ deliveryId: number }>)[],
): void {
  addRows(
    db,
    SAVE_MARKS,
    kept.map(({ deliveryId, seenVersion, marks }) => [
      deliveryId,
      seenVersion,
      packMarks(marks),
      firstOf(marks, 'visit'),
      firstOf(marks, 'client'),
      firstOf(marks, 'email'),
      firstOf(marks, 'external-number'),
    ]),
  );
}

const firstOf = (marks: readonly Mark[], wanted: Mark['field']): string | null =>
  marks.find(({ field }) => field === wanted)?.value ?? null;

/** Journal entries of an order after a known one, oldest first. */
export function readVersionsAfter(db: ReadableDb, deliveryId: number, version: number): number[] {
  const rows = readAll<{ id: number }>(
    db,
    sql`
SELECT id
  FROM delivery_version
 WHERE delivery_id = ${deliveryId}
   AND id > ${version}
 ORDER BY id`,
  );
  return rows.map(({ id }) => id);
}

/** What the store itself knows of an order that is to be concluded. */
export type OrderFacts = Readonly<{
  system: string;
  organizationId: number;
  number: string;
  externalNumber: string;
  createdAt: Instant | null;
  sumMinor: number;
  currency: string;
  phoneTail: string;
}>;

/** Undefined when there is no such order. */
export function readOrderFacts(db: ReadableDb, deliveryId: number): OrderFacts | undefined {
  return readFirst<OrderFacts>(
    db,
    sql`
SELECT system,
       organization_id AS organizationId,
       number,
       external_number AS externalNumber,
       created_at AS createdAt,
       sum_minor AS sumMinor,
       currency,
       phone_tail AS phoneTail
  FROM delivery
 WHERE id = ${deliveryId}`,
  );
}

/** The advert that iiko binds to a source key (`attachedSources`, `iiko-api.md` 1.8); null when none. */
export function readAttachedAdvert(
  db: ReadableDb,
  organizationId: number,
  sourceKey: string,
): string | null {
  const row = readFirst<{ name: string }>(
    db,
    sql`
SELECT entry.name
  FROM dictionary_entry AS entry, json_each(entry.detail, '$.attachedSources') AS attached
 WHERE entry.organization_id = ${organizationId}
   AND entry.kind = 'marketing-source'
   AND entry.deleted = 0
   AND lower(attached.value) = lower(${sourceKey})
 ORDER BY entry.id
 LIMIT 1`,
  );
  return row?.name ?? null;
}

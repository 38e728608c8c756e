import { assertNever } from '../../domain/assert-never.ts';
import { offsetsBetween, type OffsetFrom } from '../../domain/local-time.ts';
import { minorDigits } from '../../domain/money.ts';
import type { Instant } from '../../domain/orders/order.ts';
import type { ExportColumn, OrderSort } from '../../domain/orders/order-filter.ts';
import {
  CREATIONS,
  isHandedOver,
  STAGES,
  type Creation,
  type Stage,
} from '../../domain/orders/stage.ts';
import type { ReadableDb } from '../database.ts';
import { readAll, readFirst, sql, type Sql, type SqlValue } from '../sql.ts';
import { readBehind, sequenceQuery, type Place } from './order-sequence.ts';

/**
 * Bytes that hardly any text holds: they stand before a cell of text, before a cell that the program
 * made itself, and for the two bytes of a line's end, until the texts are known to be harmless.
 */
export const LINE_MARKS = { text: 0x1f, made: 0x1d, return: 0x1e, newLine: 0x1c } as const;

/** Lines of orders with their marks, the orders' ids, and the place behind the last. */
export type LinesPart = Readonly<{
  lines: Uint8Array;
  ids: readonly number[];
  last: Place | null;
}>;

/** How each column of an export is written by the store itself. */
export type LinePlan = Sql;

type Written = Readonly<{
  columns: readonly ExportColumn[];
  /** The word for each stage but the unknown one. */
  stages: (stage: Exclude<Stage, 'unknown'>) => string;
  /** The word for an order that the vendor has not created. */
  creations: (creation: Creation) => string;
  /** What stands before a flat's number. */
  flat: string;
  now: Instant;
}>;

/** Plans an export's lines: by the clocks and currencies that the stored orders have. */
export function planLines(db: ReadableDb, written: Written): LinePlan {
  const cells = written.columns.map((column, place) => {
    const { isText, read } = cellOf(db, column, written);
    if (place === 0) return read;
    return sql`char(${isText ? LINE_MARKS.text : LINE_MARKS.made}) || ${read}`;
  });
  const end = sql`char(${LINE_MARKS.return}, ${LINE_MARKS.newLine})`;
  return [...cells, end].reduce((left, right) => sql`${left}\n         || ${right}`);
}

/** The next lines of a filtered list in its sorted order, `count` at most: one pass over an index. */
export function readLines(
  db: ReadableDb,
  plan: LinePlan,
  where: Sql,
  sort: OrderSort,
  after: Place | null,
  count: number,
): LinesPart {
  const pieces: Uint8Array[] = [];
  let key: SqlValue = null;
  const ids = readBehind(where, sort, after, count, (condition, most) => {
    const piece = readPiece(db, plan, condition, sort, most);
    if (piece.lines !== null) {
      pieces.push(piece.lines);
      key = piece.key;
    }
    return piece.ids;
  });
  const last = ids.at(-1);
  return {
    lines: pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces),
    ids,
    last: last === undefined ? null : { id: last, key },
  };
}

function readPiece(db: ReadableDb, plan: LinePlan, where: Sql, sort: OrderSort, count: number) {
  const part = sequenceQuery(where, sort, count, sql`, ${plan} AS line`);
  const row = readFirst<{ lines: Uint8Array | null; ids: string | null; key: SqlValue }>(
    db,
    sql`
SELECT CAST(group_concat(line, '') AS BLOB) AS lines,
       group_concat(id) AS ids,
       ${sort.descending ? sql`min(key)` : sql`max(key)`} AS key
  FROM (${part})`,
  )!;
  return { ...row, ids: row.ids === null ? [] : row.ids.split(',').map(Number) };
}

type Cell = Readonly<{ isText: boolean; read: Sql }>;

function cellOf(db: ReadableDb, column: ExportColumn, written: Written): Cell {
  const text = (read: Sql): Cell => ({ isText: true, read });
  const made = (read: Sql): Cell => ({ isText: false, read: sql`coalesce(${read}, '')` });
  switch (column) {
    case 'created':
      return made(momentText(db, sql`created_at`));
    case 'promised':
      return made(momentText(db, sql`promised_at`));
    case 'time-zone':
      return made(zoneText(db));
    case 'remaining':
      return made(remainingMinutes(written.now));
    case 'sum':
      return made(sumText(db));
    case 'status':
      return text(statusText(written));
    case 'address':
      return text(addressText(written.flat));
    case 'phone':
      return text(PHONE);
    case 'venue':
      return text(sql`coalesce((SELECT name FROM venue WHERE id = venue_id), '')`);
    case 'zone':
      return text(sql`delivery_zone`);
    case 'number':
      return text(sql`iif(number = '', external_number, number)`);
    case 'guest':
      return text(sql`guest`);
    case 'source':
      return text(sql`source`);
    case 'courier':
      return text(sql`courier`);
    case 'operator':
      return text(sql`operator`);
    default:
      return assertNever(column);
  }
}

/** A phone begins with a plus: its apostrophe keeps a spreadsheet from computing it. */
const PHONE = sql`iif(phone >= '+' AND phone < ',', '''' || phone, phone)`;

const addressText = (flatWord: string): Sql => sql`iif(street = '', address_line,
           iif(city = '', '', city || ', ') || street || iif(house = '', '', ', ' || house)
             || iif(flat = '', '', ${`, ${flatWord}`} || flat))`;

/** The most frequent stages are compared first. */
const BY_FREQUENCY = STAGES.toSorted(
  (one, other) => Number(isHandedOver(other)) - Number(isHandedOver(one)),
);

function statusText({ stages, creations }: Written): Sql {
  const named = BY_FREQUENCY.reduce(
    (cases, stage) =>
      stage === 'unknown' ? cases : sql`${cases} WHEN ${stage} THEN ${stages(stage)}`,
    sql`CASE stage`,
  );
  const unknown = CREATIONS.reduce(
    (cases, code) => sql`${cases} WHEN ${code} THEN ${creations(code)}`,
    sql`CASE status`,
  );
  return sql`${named} ELSE ${unknown} ELSE status END END`;
}

const HANDED_OVER = JSON.stringify(STAGES.filter(isHandedOver));

/** Whole minutes, half up. */
const remainingMinutes = (now: Instant): Sql =>
  sql`iif(stage IN (SELECT value FROM json_each(${HANDED_OVER})), NULL,
           CAST(floor((promised_at - ${now} + 30000) / 60000.0) AS INTEGER))`;

/** Sums as numbers of major units with a comma; a division of whole numbers stays whole. */
function sumText(db: ReadableDb): Sql {
  const rows = readAll<{ currency: string }>(db, sql`SELECT DISTINCT currency FROM organization`);
  const cases = rows.map(({ currency }) => {
    const unit = sql`CAST(${10 ** minorDigits(currency)} AS INTEGER)`;
    return sql` WHEN ${currency} THEN iif(sum_minor % ${unit} = 0, sum_minor / ${unit},
             replace(CAST(sum_minor AS REAL) / ${unit}, '.', ','))`;
  });
  return cases.length === 0 ? sql`sum_minor` : sql`CASE currency${joined(cases)} END`;
}

const joined = (parts: readonly Sql[]): Sql => parts.reduce((left, right) => sql`${left}${right}`);

/** `2026-11-21 14:32` on the clock of the order's organization. */
function momentText(db: ReadableDb, instant: Sql): Sql {
  // Each end by itself: an index gives one at once, and not both together.
  const span = readFirst<{ from: Instant | null; to: Instant | null }>(
    db,
    sql`
SELECT (SELECT min(coalesce(${instant}, 0))
          FROM delivery
         WHERE coalesce(${instant}, 0) > 0) AS "from",
       (SELECT max(coalesce(${instant}, 0)) FROM delivery) AS "to"`,
  );
  const cases = readZones(db).map(({ id, zone }) => {
    const offsets = offsetsBetween(zone, span?.from ?? 0, span?.to ?? 0);
    return sql` WHEN ${id} THEN ${offsetAmong(instant, offsets)}`;
  });
  const offset = cases.length === 0 ? sql`0` : sql`CASE organization_id${joined(cases)} END`;
  return sql`substr(datetime((${instant} + ${offset}) / 1000, 'unixepoch'), 1, 16)`;
}

const readZones = (db: ReadableDb): readonly Readonly<{ id: number; zone: string }>[] =>
  readAll(db, sql`SELECT id, zone FROM organization`);

function zoneText(db: ReadableDb): Sql {
  const cases = readZones(db).map(({ id, zone }) => sql` WHEN ${id} THEN ${zone}`);
  return cases.length === 0 ? sql`''` : sql`CASE organization_id${joined(cases)} END`;
}

function offsetAmong(instant: Sql, [first, ...later]: readonly OffsetFrom[]): Sql {
  if (later.length === 0) return sql`${first!.offsetMs}`;
  const cases = later
    .toReversed()
    .map(({ from, offsetMs }) => sql` WHEN ${instant} >= ${from} THEN ${offsetMs}`);
  return sql`CASE${joined(cases)} ELSE ${first!.offsetMs} END`;
}

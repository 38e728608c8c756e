import type { ReadableDb, WritableDb } from '../database.ts';
import type { DaySpan } from './fact-source.ts';
import { readAll, readFirst, run, sql } from '../sql.ts';

/** Spend of a channel on a business day, in minor units. */
export type DaySpend = Readonly<{
  day: number;
  channel: string;
  currency: string;
  amountMinor: number;
}>;

/** Spend of a day as it was entered. */
export type StoredSpend = DaySpend & Readonly<{ id: number; origin: 'hand' | 'file' }>;

/** Spend in force at a version of the data (null: now), by day, channel and currency. */
export const readSpendSums = (
  db: ReadableDb,
  { from, to }: DaySpan,
  version: number | null,
): DaySpend[] =>
  readAll(
    db,
    version === null
      ? sql`
SELECT day, channel, currency, amount_minor AS amountMinor
  FROM spend
 WHERE day BETWEEN ${from} AND ${to}
   AND until_version IS NULL
 ORDER BY day, channel, currency`
      : sql`
SELECT day, channel, currency, amount_minor AS amountMinor
  FROM spend
 WHERE day BETWEEN ${from} AND ${to}
   AND from_version <= ${version}
   AND coalesce(until_version > ${version}, TRUE)
 ORDER BY day, channel, currency`,
  );

/** Spend in force of a period, newest day first. */
export const readSpend = (db: ReadableDb, { from, to }: DaySpan): StoredSpend[] =>
  readAll(
    db,
    sql`
SELECT id, day, channel, currency, amount_minor AS amountMinor, origin
  FROM spend
 WHERE day BETWEEN ${from} AND ${to}
   AND until_version IS NULL
 ORDER BY day DESC, channel, currency
 LIMIT 10000`,
  );

/**
 * Puts a day's spend of a channel in force; 0 takes it away. Answers the row in force, whether one was
 * replaced; call it in a transaction that has taken a new version of the data.
 */
export function saveSpend(
  db: WritableDb,
  spend: DaySpend & Readonly<{ origin: 'hand' | 'file'; author: string }>,
  version: number,
): Readonly<{ id: number | null; replaced: boolean }> {
  const { day, channel, currency, amountMinor, origin, author } = spend;
  const { changes } = run(
    db,
    sql`
UPDATE spend
   SET until_version = ${version}
 WHERE day = ${day}
   AND channel = ${channel}
   AND currency = ${currency}
   AND until_version IS NULL`,
  );
  if (amountMinor === 0) return { id: null, replaced: changes > 0 };
  const { id } = run(
    db,
    sql`
INSERT INTO spend (day, channel, currency, amount_minor, origin, author, from_version)
VALUES (${day}, ${channel}, ${currency}, ${amountMinor}, ${origin}, ${author}, ${version})`,
  );
  return { id, replaced: changes > 0 };
}

/** A new version of the data, for what is told by hand or by file. */
export function takeDataVersion(db: WritableDb): number {
  run(db, sql`UPDATE report_version SET version = version + 1`);
  return readFirst<{ version: number }>(db, sql`SELECT version FROM report_version`)!.version;
}

import type { ReadableDb } from '../database.ts';
import { factsIn, named, type FactScope } from './fact-source.ts';
import { readAll, sql, type Sql } from '../sql.ts';

/** What an order counted for at a version; null when it was in no fact of the scope. */
export type FactState = Readonly<{
  id: number;
  day: number;
  statusId: number;
  sumMinor: number;
  source: string;
}>;

/** Orders whose facts were replaced, came or went after a version. */
const changedSince = (version: number): Sql => sql`
SELECT delivery_id
  FROM order_fact
 WHERE from_version > ${version}
 UNION
SELECT delivery_id
  FROM order_fact_past
 WHERE from_version <= ${version}
   AND until_version > ${version}`;

/** Which orders may count for something else. */
export type Suspects = Readonly<{
  /** Their facts changed after this version. */
  since: number;
  /** They have one of these statuses. */
  statusIds: readonly number[];
  /** Another source is concluded of them. */
  ids: readonly number[];
}>;

/** The scope's facts of orders that may count for something else. */
export const readFactStates = (
  db: ReadableDb,
  scope: FactScope,
  { since, statusIds, ids }: Suspects,
): FactState[] =>
  readAll(
    db,
    sql`
SELECT fact.delivery_id AS id,
       fact.${named(`${scope.saleDate}_day`)} AS day,
       fact.status_id AS statusId,
       fact.sum_minor AS sumMinor,
       source.text AS source
  FROM (${factsIn(scope)}) AS fact
  JOIN report_value AS source ON source.id = fact.advert
 WHERE fact.delivery_id IN (${changedSince(since)})
    OR fact.status_id IN (SELECT value FROM json_each(${JSON.stringify(statusIds)}))
    OR fact.delivery_id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
  );

/** Numbers of orders as people know them. */
export const readOrderNumbers = (
  db: ReadableDb,
  ids: readonly number[],
): ReadonlyMap<number, string> =>
  new Map(
    readAll<{ id: number; number: string }>(
      db,
      sql`
SELECT id, number
  FROM delivery
 WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
    ).map(({ id, number }) => [id, number]),
  );

import type { Model } from '../../domain/attribution/attribution-models.ts';
import { creditRows } from '../attribution/attribution-credits.ts';
import type { ReadableDb, WritableDb } from '../database.ts';
import { readAll, run, sql, type Sql } from '../sql.ts';
import { factsIn, named, type FactScope } from './fact-source.ts';

/** Keeps the tree of sources as it is for a recipe. */
export const saveRecipeSources = (db: WritableDb, recipeId: number): void =>
  void run(
    db,
    sql`
INSERT INTO report_recipe_source (recipe_id, id, shown_id, channel_id, name)
SELECT ${recipeId}, id, shown_id, channel_id, name
  FROM attribution_source`,
  );

/** Keeps for a recipe what a model concludes of the scope's orders; keeps an order once. */
export function saveRecipeCredits(
  db: WritableDb,
  recipeId: number,
  scope: FactScope,
  model: Model,
): void {
  const ids = readAll<{ id: number }>(
    db,
    sql`SELECT delivery_id AS id FROM (${factsIn(scope)}) AS fact`,
  ).map(({ id }) => id);
  run(
    db,
    sql`
INSERT OR IGNORE INTO report_recipe_credit (recipe_id, delivery_id, source_id, from_part, parts)
SELECT ${recipeId}, credit.delivery_id, credit.source_id, credit.from_part, credit.parts
  FROM (${creditRows(model)}) AS credit
 WHERE credit.delivery_id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
  );
}

/** Removes so many of a recipe's conclusions; answers whether there may be more. */
export const removeSomeCredits = (db: WritableDb, recipeId: number, count: number): boolean =>
  run(
    db,
    sql`
DELETE FROM report_recipe_credit
 WHERE recipe_id = ${recipeId}
   AND delivery_id IN (SELECT delivery_id
                         FROM report_recipe_credit
                        WHERE recipe_id = ${recipeId}
                        LIMIT ${count})`,
  ).changes > 0;

/** The sources of an order as they are shown, with their parts of WHOLE_CREDIT. */
export type ToldCredits = readonly (readonly [source: string, parts: number])[];

const TOLD = named(
  "json_group_array(json_array(CASE shown.id WHEN 2 THEN ':direct' ELSE shown.name END, credit.parts) ORDER BY credit.from_part)",
);

const keptCredits = (recipeId: number): Sql => sql`
SELECT credit.delivery_id AS id, ${TOLD} AS told
  FROM report_recipe_credit AS credit
  JOIN report_recipe_source AS source
    ON source.recipe_id = credit.recipe_id AND source.id = credit.source_id
  JOIN report_recipe_source AS shown
    ON shown.recipe_id = credit.recipe_id AND shown.id = source.shown_id
 WHERE credit.recipe_id = ${recipeId}`;

const newestCredits = (model: Model): Sql => sql`
SELECT credit.delivery_id AS id, ${TOLD} AS told
  FROM (${creditRows(model)}) AS credit
  JOIN attribution_source AS source ON source.id = credit.source_id
  JOIN attribution_source AS shown ON shown.id = source.shown_id
 WHERE TRUE`;

/** Orders of a scope of now of which a model concludes another thing than a recipe kept. */
export const readCreditChanges = (
  db: ReadableDb,
  recipeId: number,
  model: Model,
  scope: FactScope,
): readonly number[] =>
  readAll<{ id: number }>(
    db,
    sql`
WITH kept AS MATERIALIZED (
${keptCredits(recipeId)}
 GROUP BY credit.delivery_id
), newest AS MATERIALIZED (
${newestCredits(model)}
   AND credit.delivery_id IN (SELECT delivery_id FROM (${factsIn(scope)}) AS fact)
 GROUP BY credit.delivery_id
)
SELECT newest.id
  FROM newest
  LEFT JOIN kept ON kept.id = newest.id
 WHERE kept.told IS NOT newest.told`,
  ).map(({ id }) => id);

/** What a model concludes of orders: now, or (with a recipe) when it was kept. */
export const readToldCredits = (
  db: ReadableDb,
  recipeId: number | null,
  model: Model,
  ids: readonly number[],
): ReadonlyMap<number, ToldCredits> =>
  new Map(
    readAll<{ id: number; told: string }>(
      db,
      sql`
${recipeId === null ? newestCredits(model) : keptCredits(recipeId)}
   AND credit.delivery_id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))
 GROUP BY credit.delivery_id`,
    ).map(({ id, told }) => [id, JSON.parse(told) as ToldCredits]),
  );

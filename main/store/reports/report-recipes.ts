import { readAll, readFirst, run, sql } from '../sql.ts';
import type { ReadableDb, WritableDb } from '../database.ts';

/** A kept report as it is stored; `query`, `made`, `names` and `visits` are JSON. */
export type StoredRecipe = Readonly<{
  id: number;
  name: string;
  query: string;
  made: string;
  names: string;
  visits: string;
  author: string;
  createdAt: number;
}>;

/** Kept reports, newest first. */
export const readRecipes = (db: ReadableDb): StoredRecipe[] =>
  readAll(
    db,
    sql`
SELECT id, name, query, made, names, visits, author, created_at AS createdAt
  FROM report_recipe
 WHERE ready = 1
 ORDER BY id DESC
 LIMIT 1000`,
  );

/** A kept report, or undefined. */
export const readRecipe = (db: ReadableDb, id: number): StoredRecipe | undefined =>
  readFirst(
    db,
    sql`
SELECT id, name, query, made, names, visits, author, created_at AS createdAt
  FROM report_recipe
 WHERE id = ${id}
   AND ready = 1`,
  );

/**
 * Begins to keep a report at the data's version: from now on facts of that version are kept when
 * replaced. Nobody sees it before `finishRecipe`.
 */
export function beginRecipe(
  db: WritableDb,
  recipe: Omit<StoredRecipe, 'id' | 'visits'>,
  dataVersion: number,
): number {
  run(db, sql`UPDATE report_version SET kept = max(kept, ${dataVersion})`);
  return run(
    db,
    sql`
INSERT INTO report_recipe (name, query, made, names, author, created_at, ready)
VALUES (${recipe.name}, ${recipe.query}, ${recipe.made}, ${recipe.names}, ${recipe.author},
        ${recipe.createdAt}, 0)`,
  ).id;
}

/** From now on the recipe is whole. */
export const finishRecipe = (db: WritableDb, id: number, visits: string): void =>
  void run(db, sql`UPDATE report_recipe SET ready = 1, visits = ${visits} WHERE id = ${id}`);

/** Nobody sees the recipe any more; answers whether there was one. */
export const hideRecipe = (db: WritableDb, id: number): boolean =>
  run(db, sql`UPDATE report_recipe SET ready = 0 WHERE id = ${id} AND ready = 1`).changes > 0;

/** Recipes that were not finished, or hidden and not removed wholly. */
export const readHalfRecipes = (db: ReadableDb): readonly number[] =>
  readAll<{ id: number }>(db, sql`SELECT id FROM report_recipe WHERE ready = 0`).map(
    ({ id }) => id,
  );

/** Removes what is left of a recipe whose conclusions are gone. */
export function removeRecipe(db: WritableDb, id: number): void {
  run(db, sql`DELETE FROM report_recipe_source WHERE recipe_id = ${id}`);
  run(db, sql`DELETE FROM report_recipe WHERE id = ${id}`);
}

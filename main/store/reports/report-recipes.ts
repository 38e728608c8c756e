import { readAll, readFirst, run, sql } from '../sql.ts';
import type { ReadableDb, WritableDb } from '../database.ts';

/** A kept report as it is stored; `query`, `made` and `names` are JSON. */
export type StoredRecipe = Readonly<{
  id: number;
  name: string;
  query: string;
  made: string;
  names: string;
  author: string;
  createdAt: number;
}>;

/** Kept reports, newest first. */
export const readRecipes = (db: ReadableDb): StoredRecipe[] =>
  readAll(
    db,
    sql`
SELECT id, name, query, made, names, author, created_at AS createdAt
  FROM report_recipe
 ORDER BY id DESC
 LIMIT 1000`,
  );

/** A kept report, or undefined. */
export const readRecipe = (db: ReadableDb, id: number): StoredRecipe | undefined =>
  readFirst(
    db,
    sql`
SELECT id, name, query, made, names, author, created_at AS createdAt
  FROM report_recipe
 WHERE id = ${id}`,
  );

/** Keeps a report at the data's version: from now on facts of that version are kept when replaced. */
export function saveRecipe(
  db: WritableDb,
  recipe: Omit<StoredRecipe, 'id'>,
  dataVersion: number,
): number {
  run(db, sql`UPDATE report_version SET kept = max(kept, ${dataVersion})`);
  return run(
    db,
    sql`
INSERT INTO report_recipe (name, query, made, names, author, created_at)
VALUES (${recipe.name}, ${recipe.query}, ${recipe.made}, ${recipe.names}, ${recipe.author}, ${recipe.createdAt})`,
  ).id;
}

/** Forgets a kept report; answers whether there was one. */
export const removeRecipe = (db: WritableDb, id: number): boolean =>
  run(db, sql`DELETE FROM report_recipe WHERE id = ${id}`).changes > 0;

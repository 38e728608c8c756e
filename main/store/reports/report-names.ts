import type { ReadableDb } from '../database.ts';
import { readAll, sql, type Sql } from '../sql.ts';

type Named = Readonly<{ id: number; name: string }>;

const asMap = (rows: readonly Named[]): ReadonlyMap<number, string> =>
  new Map(rows.map(({ id, name }) => [id, name]));

/** Every text that facts are grouped by: sources, cities, zones, couriers; a few thousand. */
export const readValueTexts = (db: ReadableDb): ReadonlyMap<number, string> =>
  asMap(readAll(db, sql`SELECT id, text AS name FROM report_value`));

/** Names of venues. */
export const readVenueNames = (db: ReadableDb): ReadonlyMap<number, string> =>
  asMap(readAll(db, sql`SELECT id, name FROM venue`));

/** Names of organizations. */
export const readOrganizationNames = (db: ReadableDb): ReadonlyMap<number, string> =>
  asMap(readAll(db, sql`SELECT id, name FROM organization`));

/** Names of products. */
export const readProductNames = (db: ReadableDb): ReadonlyMap<number, string> =>
  asMap(readAll(db, sql`SELECT id, name FROM product`));

/** The tree of sources as it is, or as a recipe kept it. */
const sourceTree = (recipe: number | null): Sql =>
  recipe === null
    ? sql`SELECT id, channel_id, name FROM attribution_source`
    : sql`SELECT id, channel_id, name FROM report_recipe_source WHERE recipe_id = ${recipe}`;

/** Names of attribution's sources; '' for the two it made itself. */
export const readSourceNames = (
  db: ReadableDb,
  recipe: number | null,
): ReadonlyMap<number, string> =>
  asMap(readAll(db, sql`SELECT id, name FROM (${sourceTree(recipe)})`));

/** Categories of products at a version of the data; null: now. */
export const readCategories = (
  db: ReadableDb,
  version: number | null,
): ReadonlyMap<number, string> =>
  asMap(
    readAll(
      db,
      version === null
        ? sql`
SELECT product_id AS id, category AS name
  FROM product_category
 WHERE until_version IS NULL`
        : sql`
SELECT product_id AS id, category AS name
  FROM product_category
 WHERE from_version <= ${version}
   AND coalesce(until_version > ${version}, TRUE)`,
    ),
  );

/** The channel's name of every source, by the source's own name; a channel's own name is its own. */
export function readChannelNames(
  db: ReadableDb,
  recipe: number | null,
): ReadonlyMap<string, string> {
  const rows = readAll<{ name: string; channel: string }>(
    db,
    sql`
SELECT source.name, channel.name AS channel
  FROM (${sourceTree(recipe)}) AS source
  JOIN (${sourceTree(recipe)}) AS channel ON channel.id = source.channel_id
 ORDER BY source.id = source.channel_id, source.id`,
  );
  return new Map(rows.map(({ name, channel }) => [name, channel]));
}

import type { ReadableDb, Statement, WritableDb } from './database.ts';

/** A whole statement with its bound values; values never become part of the text. */
export type Sql = Readonly<{ text: string; values: readonly SqlValue[] }>;

/** What may be bound to a statement. */
export type SqlValue = string | number | bigint | Uint8Array | null;

/** Writes a statement: `` sql`SELECT … WHERE id = ${id}` `` binds; nested `sql` is spliced in. */
export function sql(strings: TemplateStringsArray, ...parts: readonly (SqlValue | Sql)[]): Sql {
  if (!parts.some(isSql)) return { text: plainText(strings), values: parts as SqlValue[] };
  let text = strings[0] ?? '';
  const values: SqlValue[] = [];
  parts.forEach((part, index) => {
    if (isSql(part)) {
      text += part.text;
      values.push(...part.values);
    } else {
      text += '?';
      values.push(part);
    }
    text += strings[index + 1] ?? '';
  });
  return { text, values };
}

const plainTexts = new WeakMap<TemplateStringsArray, string>();

/** The same string for the same place in the code: a long text is then hashed once, not each time. */
function plainText(strings: TemplateStringsArray): string {
  const known = plainTexts.get(strings);
  if (known !== undefined) return known;
  const text = strings.join('?');
  plainTexts.set(strings, text);
  return text;
}

/** Joins conditions with AND; an empty list is always true. */
export function allOf(conditions: readonly Sql[]): Sql {
  if (conditions.length === 0) return sql`TRUE`;
  return conditions.reduce((left, right) => sql`${left}\n  AND ${right}`);
}

function isSql(part: SqlValue | Sql): part is Sql {
  return typeof part === 'object' && part !== null && 'text' in part && 'values' in part;
}

/** Every row of a query. The row type is the caller's word: columns are named in the statement. */
export function readAll<Row>(db: ReadableDb, query: Sql): Row[] {
  return prepared<Row>(db, query).all(...query.values) as Row[];
}

/** Rows as arrays in the order of the columns: for many small rows, where naming columns costs most. */
export function readRaw<Row>(db: ReadableDb, query: Sql): Row[] {
  const statement = prepared<Row>(db, query).raw(true);
  try {
    return statement.all(...query.values) as Row[];
  } finally {
    statement.raw(false);
  }
}

/** The first row of a query, or undefined. */
export function readFirst<Row>(db: ReadableDb, query: Sql): Row | undefined {
  return prepared<Row>(db, query).get(...query.values) as Row | undefined;
}

/** Runs a statement that changes rows; answers how many and the last row's id. */
export function run(db: WritableDb, statement: Sql): { changes: number; id: number } {
  const { changes, lastInsertRowid } = prepared(db, statement).run(...statement.values);
  return { changes, id: Number(lastInsertRowid) };
}

/** The statement itself, for the innermost loops; its text must hold no values. */
export function statementOf(db: WritableDb, text: string): Statement {
  return prepared(db, { text, values: [] });
}

/** More rows in one statement win nothing more; each statement less saves a call (measured). */
const ROWS_AT_ONCE = 8;

/**
 * Adds rows of one table in their sequence, several in a statement: `insert` adds one of them, its
 * values bound by position. Answers the last row's id. Not for an index of words, which takes rows
 * one by one three times as fast.
 */
export function addRows(
  db: WritableDb,
  insert: string,
  rows: readonly (readonly SqlValue[])[],
): number {
  const whole = rows.length - (rows.length % ROWS_AT_ONCE);
  const several = statementOf(db, severalAtOnce(insert));
  const one = statementOf(db, insert);
  let last: number | bigint = 0;
  for (let from = 0; from < whole; from += ROWS_AT_ONCE) {
    const values: SqlValue[] = [];
    for (let at = from; at < from + ROWS_AT_ONCE; at += 1) values.push(...rows[at]!);
    last = several.run(values).lastInsertRowid;
  }
  for (let at = whole; at < rows.length; at += 1) last = one.run(rows[at]!).lastInsertRowid;
  return Number(last);
}

/**
 * As `addRows`, into a table whose ids SQLite gives: answers them in the same sequence. Each is the
 * largest there is and one more (sqlite.org/autoinc.html), so that those of one call follow each other.
 */
export function addRowsForIds(...call: Parameters<typeof addRows>): readonly number[] {
  const [, , rows] = call;
  const last = addRows(...call);
  return rows.map((_, at) => last - rows.length + 1 + at);
}

const PLACES = /VALUES (\([^()]*\))/;
const severalTexts = new Map<string, string>();

function severalAtOnce(insert: string): string {
  const known = severalTexts.get(insert);
  if (known !== undefined) return known;
  const text = insert.replace(
    PLACES,
    (_, places: string) => `VALUES ${Array<string>(ROWS_AT_ONCE).fill(places).join(', ')}`,
  );
  severalTexts.set(insert, text);
  return text;
}

/** One plan line per step, for tests that assert an index is used. */
export function explain(db: ReadableDb, query: Sql): string {
  const rows = db.raw.prepare(`EXPLAIN QUERY PLAN ${query.text}`).all(...query.values);
  return (rows as { detail: string }[]).map((row) => row.detail).join('\n');
}

const MOST_PREPARED = 300;

function prepared<Row>(db: ReadableDb, query: Sql): Statement<Row> {
  const known = db.statements.get(query.text);
  if (known) return known as Statement<Row>;
  if (db.statements.size >= MOST_PREPARED) db.statements.clear();
  const statement = db.raw.prepare(query.text);
  db.statements.set(query.text, statement);
  return statement as unknown as Statement<Row>;
}

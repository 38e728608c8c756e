import type { Instant } from '../../domain/orders/order.ts';
import type {
  ClientRule,
  MoveRule,
  StatusMove,
  StatusRules,
  TimeLimit,
} from '../../domain/status-mapping/status-rules.ts';
import { inDurableTransaction, type ReadableDb, type WritableDb } from '../database.ts';
import { readAll, run, sql } from '../sql.ts';

type Made = Readonly<{ author: string; at: Instant }>;

/** Moves that a person allowed or forbade. */
export const readMoveRules = (db: ReadableDb): readonly MoveRule[] =>
  readAll<StatusMove & { allowed: 0 | 1 }>(
    db,
    sql`
SELECT system, from_status AS "from", to_status AS "to", allowed
  FROM status_move_rule
 ORDER BY system, from_status, to_status`,
  ).map((rule) => ({ ...rule, allowed: rule.allowed === 1 }));

/** Statuses that are not in the set of a type of client. */
export const readClientRules = (db: ReadableDb): readonly ClientRule[] =>
  readAll(
    db,
    sql`SELECT system, status, client FROM status_client_rule ORDER BY system, status, client`,
  );

/** Everything that a person ruled. */
export const readStatusRules = (db: ReadableDb): StatusRules => ({
  moves: readMoveRules(db),
  limits: readTimeLimits(db),
  clients: readClientRules(db),
});

/** Puts a status into the set of a type of client, or takes it out of it. */
export function saveClientRule(
  db: WritableDb,
  { system, status, client }: ClientRule,
  allowed: boolean,
  made: Made,
): void {
  const removal = sql`
DELETE FROM status_client_rule
 WHERE system = ${system} AND status = ${status} AND client = ${client}`;
  const change = sql`
INSERT INTO status_client_rule (system, status, client, author, changed_at)
VALUES (${system}, ${status}, ${client}, ${made.author}, ${made.at})
ON CONFLICT DO NOTHING`;
  inDurableTransaction(db, () => run(db, allowed ? removal : change));
}

/** The longest times in a status. */
export const readTimeLimits = (db: ReadableDb): readonly TimeLimit[] =>
  readAll(db, sql`SELECT system, status, minutes FROM status_time_limit ORDER BY system, status`);

/** Sets or takes away (null) a person's word on a move. */
export function saveMoveRule(
  db: WritableDb,
  { system, from, to }: StatusMove,
  allowed: boolean | null,
  made: Made,
): void {
  const removal = sql`
DELETE FROM status_move_rule
 WHERE system = ${system} AND from_status = ${from} AND to_status = ${to}`;
  const change = sql`
INSERT INTO status_move_rule (system, from_status, to_status, allowed, author, changed_at)
VALUES (${system}, ${from}, ${to}, ${Number(allowed)}, ${made.author}, ${made.at})
ON CONFLICT DO UPDATE
   SET allowed = excluded.allowed,
       author = excluded.author,
       changed_at = excluded.changed_at`;
  inDurableTransaction(db, () => run(db, allowed === null ? removal : change));
}

/** Sets or takes away (null) the longest time in a status, in minutes. */
export function saveTimeLimit(
  db: WritableDb,
  { system, status }: Readonly<{ system: string; status: string }>,
  minutes: number | null,
  made: Made,
): void {
  const removal = sql`
DELETE FROM status_time_limit
 WHERE system = ${system} AND status = ${status}`;
  const change = sql`
INSERT INTO status_time_limit (system, status, minutes, author, changed_at)
VALUES (${system}, ${status}, ${minutes}, ${made.author}, ${made.at})
ON CONFLICT DO UPDATE
   SET minutes = excluded.minutes,
       author = excluded.author,
       changed_at = excluded.changed_at`;
  inDurableTransaction(db, () => run(db, minutes === null ? removal : change));
}

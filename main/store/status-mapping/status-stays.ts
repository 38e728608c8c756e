import type { Instant } from '../../domain/orders/order.ts';
import type { ClientType, StatusStay } from '../../domain/status-mapping/status-rules.ts';
import { readChanges } from '../orders/delivery-changes.ts';
import type { ReadableDb } from '../database.ts';
import { readAll, sql, type Sql } from '../sql.ts';

/** The statuses an order went through, as its journal saw them. */
export type OrderStays = Readonly<{
  orderId: number;
  number: string;
  venue: string;
  system: string;
  client: ClientType;
  stays: readonly StatusStay[];
}>;

type Row = Readonly<{
  orderId: number;
  number: string;
  venue: string;
  system: string;
  client: ClientType;
  status: string;
  begunAt: Instant;
  observedAt: Instant | null;
  changes: string | null;
}>;

/**
 * The stays of every order of one business day, newest order first. An order that was never seen in
 * another status has one stay. CROSS JOIN keeps the order written: by day, then each order's journal.
 */
export function readStatusStays(db: ReadableDb, epochDay: number): readonly OrderStays[] {
  const orders = new Map<number, Row[]>();
  for (const row of readAll<Row>(db, statusStays(epochDay))) {
    const known = orders.get(row.orderId);
    if (known) known.push(row);
    else orders.set(row.orderId, [row]);
  }
  return [...orders.values()].map(toStays);
}

/** Exported for the test of its plan. */
export const statusStays = (epochDay: number): Sql => sql`
WITH placed AS MATERIALIZED (
  SELECT id, number, venue_id, customer_id, system, status, created_at, valid_from
    FROM delivery
   WHERE business_day = ${epochDay}
)
SELECT placed.id AS orderId,
       placed.number,
       coalesce(venue.name, '') AS venue,
       placed.system,
       iif(placed.customer_id IS NULL, 'one-time', 'regular') AS client,
       placed.status,
       coalesce(placed.created_at, placed.valid_from) AS begunAt,
       told.observed_at AS observedAt,
       told.changes
  FROM placed
  LEFT JOIN venue ON venue.id = placed.venue_id
  LEFT JOIN delivery_version AS told
    ON told.delivery_id = placed.id
   AND told.changes LIKE '%"status"%'
 ORDER BY placed.id DESC, told.id`;

/** Without any move the order is where it was when it was made. */
function toStays(rows: readonly Row[]): OrderStays {
  const { orderId, number, venue, system, client, status, begunAt } = rows[0]!;
  const moves = rows.flatMap(({ changes, observedAt }) => {
    const told = readChanges(changes ?? '[]');
    const move = told.find(({ field }) => field === 'status');
    return move && observedAt !== null ? [{ ...move, at: observedAt }] : [];
  });
  const begun = [{ status: moves[0]?.before ?? status, from: begunAt }];
  const entered = [...begun, ...moves.map(({ after, at }) => ({ status: after, from: at }))];
  const stays = entered.map((stay, at) => ({ ...stay, until: entered[at + 1]?.from ?? null }));
  return { orderId, number, venue, system, client, stays };
}

import type { Instant } from '../../domain/orders/order.ts';
import type { ReadableDb } from '../database.ts';
import { readAll, sql } from '../sql.ts';

/** Visits of a channel within a quarter of an hour: zones differ by no less. */
export type VisitSum = Readonly<{ at: Instant; channel: string; visits: number }>;

const QUARTER_MS = 900_000;

/** Imported visits between two instants (the second not included), by the channel they are counted as. */
export const readVisitSums = (db: ReadableDb, from: Instant, to: Instant): VisitSum[] =>
  readAll(
    db,
    sql`
SELECT touch.at / ${QUARTER_MS} * ${QUARTER_MS} AS at,
       CASE channel.id WHEN 2 THEN ':direct' ELSE channel.name END AS channel,
       count(*) AS visits
  FROM touch
  JOIN touch_import ON touch_import.id = touch.import_id AND touch_import.state = 'done'
  JOIN attribution_source AS source ON source.id = touch.source_id
  JOIN attribution_source AS channel ON channel.id = source.channel_id
 WHERE touch.at >= ${from}
   AND touch.at < ${to}
   AND touch.kind = 'visit'
 GROUP BY 1, 2`,
  );

import {
  DIVIDING_MODELS,
  MODELS,
  type Model,
  WHOLE_CREDIT,
} from '../../domain/attribution/attribution-models.ts';
import type { ReadableDb } from '../database.ts';
import { readAll, sql, type Sql } from '../sql.ts';

const COLUMN = {
  standard: 'standard_id',
  first: 'first_id',
  last: 'last_id',
  'last-paid': 'last_paid_id',
} as const;

/** A model's number in table `attribution_credit`. */
export const modelNumber = (model: Model): number => MODELS.indexOf(model);

/**
 * Credits under a model as a subquery with the columns delivery_id, source_id, from_part and parts
 * (of WHOLE_CREDIT). Every concluded order has at least one row and its parts sum to the whole.
 * Join `attribution_source` by source_id and group by its shown_id (a source after merges) or
 * channel_id (its root). Orders that are not concluded yet have no row: join from the left.
 */
export function creditRows(model: Model): Sql {
  if (model === 'customer-first') return customerFirst;
  if ((DIVIDING_MODELS as readonly string[]).includes(model)) return dividedCredits(model);
  const column = COLUMN[model as keyof typeof COLUMN];
  const whole = { text: String(WHOLE_CREDIT), values: [] };
  return sql`
SELECT delivery_id, ${{ text: column, values: [] }} AS source_id, 0 AS from_part, ${whole} AS parts
  FROM attribution_order`;
}

const dividedCredits = (model: Model): Sql => sql`
SELECT delivery_id, standard_id AS source_id, 0 AS from_part, ${WHOLE_CREDIT} AS parts
  FROM attribution_order
 WHERE split = 0
UNION ALL
SELECT delivery_id, source_id, from_part, parts
  FROM attribution_credit
 WHERE model = ${modelNumber(model)}`;

const customerFirst = sql`
SELECT concluded.delivery_id,
       coalesce(customer.source_id, concluded.first_id) AS source_id,
       0 AS from_part,
       ${WHOLE_CREDIT} AS parts
  FROM attribution_order AS concluded
  JOIN delivery ON delivery.id = concluded.delivery_id
  LEFT JOIN attribution_customer AS customer ON customer.phone_tail = delivery.phone_tail`;

/**
 * The money of a credit row: an expression over `money` (an integer column) that sums over an
 * order's credits to exactly that money. The same as `moneyOfParts` of the domain.
 */
export const creditMoney = (money: string, credit: string): string =>
  `(${money} * (${credit}.from_part + ${credit}.parts) / ${WHOLE_CREDIT}` +
  ` - ${money} * ${credit}.from_part / ${WHOLE_CREDIT})`;

/**
 * A part of an order and the source it belongs to, as told (`sourceId`) and as shown after merges;
 * parts of 10,000.
 */
export type OrderCredit = Readonly<{
  deliveryId: number;
  sourceId: number;
  shownId: number;
  channelId: number;
  fromPart: number;
  parts: number;
}>;

/** Credits of the given orders under a model, in the order of their parts. */
export function readOrderCredits(
  db: ReadableDb,
  model: Model,
  deliveryIds: readonly number[],
): OrderCredit[] {
  return readAll(
    db,
    sql`
SELECT credit.delivery_id AS deliveryId,
       credit.source_id AS sourceId,
       source.shown_id AS shownId,
       source.channel_id AS channelId,
       credit.from_part AS fromPart,
       credit.parts
  FROM (${creditRows(model)}) AS credit
  JOIN attribution_source AS source ON source.id = credit.source_id
 WHERE credit.delivery_id IN (SELECT value FROM json_each(${JSON.stringify(deliveryIds)}))
 ORDER BY credit.delivery_id, credit.from_part`,
  );
}

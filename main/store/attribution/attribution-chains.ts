import { isPaidSource } from '../../domain/attribution/attribution-source.ts';
import type { ChainColumns } from '../../domain/attribution/attribution-columns.ts';
import { creditRows } from './attribution-credits.ts';
import { readSourcePath } from './attribution-sources.ts';
import type { ReadableDb } from '../database.ts';
import { readAll, readRaw, sql } from '../sql.ts';

/** Chains as columns; `sourceIds[n]` is the source that the columns call n. */
export type StoredChains = Readonly<{ columns: ChainColumns; sourceIds: readonly number[] }>;

/** Order id, standard source, chain text, sum, moment of creation. */
type Row = readonly [number, number, string | null, number, number];
type StoredLink = readonly [sourceId: number, at: number, paid: 0 | 1];

const PART = 20_000;

/**
 * The chains of counted orders made in [from, to) in one currency: a snapshot for every model at
 * once. Read in parts, so that no read lasts.
 */
export async function readChains(
  db: ReadableDb,
  from: number,
  to: number,
  currency: string,
  nextTurn: () => Promise<void>,
): Promise<StoredChains> {
  const growing = new GrowingChains(db);
  for (let after = 0; ;) {
    const rows = readPart(db, from, to, currency, after);
    for (const row of rows) growing.add(row);
    const last = rows.at(-1);
    if (!last) return growing.finish();
    after = last[0];
    await nextTurn();
  }
}

const readPart = (
  db: ReadableDb,
  from: number,
  to: number,
  currency: string,
  after: number,
): readonly Row[] =>
  readRaw<Row>(
    db,
    sql`
SELECT concluded.delivery_id,
       concluded.standard_id,
       concluded.chain,
       delivery.sum_minor,
       coalesce(delivery.created_at, 0)
  FROM attribution_order AS concluded
  JOIN delivery ON delivery.id = concluded.delivery_id
 WHERE concluded.delivery_id > ${after}
   AND delivery.counted = 1
   AND delivery.currency = ${currency}
   AND coalesce(delivery.created_at, 0) >= ${from}
   AND coalesce(delivery.created_at, 0) < ${to}
 ORDER BY concluded.delivery_id
 LIMIT ${PART}`,
  );

/** Orders and money by channel when every order goes to the customer's first source. */
export function readCustomerFirstTotals(
  db: ReadableDb,
  from: number,
  to: number,
  currency: string,
): { channelId: number; orders: number; sumMinor: number }[] {
  return readAll(
    db,
    sql`
SELECT source.channel_id AS channelId,
       count(*) AS orders,
       sum(delivery.sum_minor) AS sumMinor
  FROM (${creditRows('customer-first')}) AS credit
  JOIN delivery ON delivery.id = credit.delivery_id
  JOIN attribution_source AS source ON source.id = credit.source_id
 WHERE delivery.counted = 1
   AND delivery.currency = ${currency}
   AND coalesce(delivery.created_at, 0) >= ${from}
   AND coalesce(delivery.created_at, 0) < ${to}
 GROUP BY source.channel_id`,
  );
}

class GrowingChains {
  readonly #db: ReadableDb;
  readonly #numbers = new Map<number, number>();
  readonly #paid = new Map<number, 0 | 1>();
  readonly #from: number[] = [0];
  readonly #source: number[] = [];
  readonly #at: number[] = [];
  readonly #paidTouch: number[] = [];
  readonly #standard: number[] = [];
  readonly #sum: number[] = [];

  constructor(db: ReadableDb) {
    this.#db = db;
  }

  add([, standardId, chain, sumMinor, createdAt]: Row): void {
    const links: readonly StoredLink[] =
      chain === null
        ? [[standardId, createdAt, this.#isPaid(standardId)]]
        : (JSON.parse(chain) as StoredLink[]);
    for (const [sourceId, at, paid] of links) {
      this.#source.push(this.#number(sourceId));
      this.#at.push(at / 1000);
      this.#paidTouch.push(paid);
    }
    this.#from.push(this.#source.length);
    this.#standard.push(this.#number(standardId));
    this.#sum.push(sumMinor);
  }

  #number(sourceId: number): number {
    const known = this.#numbers.get(sourceId);
    if (known !== undefined) return known;
    this.#numbers.set(sourceId, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  #isPaid(sourceId: number): 0 | 1 {
    const known = this.#paid.get(sourceId);
    if (known !== undefined) return known;
    const paid = isPaidSource(readSourcePath(this.#db, sourceId)) ? 1 : 0;
    this.#paid.set(sourceId, paid);
    return paid;
  }

  finish(): StoredChains {
    return {
      sourceIds: [...this.#numbers.keys()],
      columns: {
        orders: this.#sum.length,
        sources: this.#numbers.size,
        from: Uint32Array.from(this.#from),
        source: Uint32Array.from(this.#source),
        at: Float64Array.from(this.#at),
        paid: Uint8Array.from(this.#paidTouch),
        standard: Uint32Array.from(this.#standard),
        sumMinor: Float64Array.from(this.#sum),
      },
    };
  }
}

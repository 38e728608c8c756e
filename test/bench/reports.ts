import { reportQuery } from '../../main/contract/reports.ts';
import { fromEpochDay } from '../../main/domain/epoch-day.ts';
import { makeReport } from '../../main/features/reports/make-report.ts';
import { closeDb, openReadable, type ReadableDb } from '../../main/store/database.ts';
import { inTurn, median, spread, timed, type Figure } from './measure.ts';
import { BENCH_DAYS } from './report-rows.ts';
import { makeReportStore } from './report-store.ts';
import { openRival, type Rival } from './report-rival.ts';

const ROUNDS = 5;
const FREE = 15;
const { from: FIRST, to: LAST } = BENCH_DAYS;
const WHOLE = { from: fromEpochDay(FIRST), to: fromEpochDay(LAST) };
const YEAR = { from: fromEpochDay(LAST - 364), to: WHOLE.to };
const ODD = { from: fromEpochDay(FIRST + 400), to: fromEpochDay(FIRST + 436) };
const DAYS = `created_day BETWEEN ${FIRST} AND ${LAST}`;
const LAST_YEAR = `created_day BETWEEN ${LAST - 364} AND ${LAST}`;

/** A report, the same question to DuckDB, and how many times its time is allowed. */
type Case = Readonly<{ what: string; query: object; rival: string; most: number }>;

const SUMS =
  'count(*), sum(sum_minor), sum(discount_minor), sum(cost_minor), sum(lines), sum(costed_lines)';
const PLAIN = [
  'orders',
  'leads',
  'sales',
  'conversion',
  'revenue',
  'average-cheque',
  'discount',
  'cost-coverage',
];
const FIRST_SALES = `SELECT customer_id, min(created_s * 4294967296 + delivery_id) AS first_sale, sum(sum_minor) AS lifetime
  FROM orders WHERE status_id = 1 GROUP BY 1`;

const CASES: readonly Case[] = [
  {
    what: 'channels, three years',
    query: { report: 'channels', period: WHOLE, measures: PLAIN },
    rival: `SELECT advert, status_id, ${SUMS} FROM orders WHERE ${DAYS} GROUP BY ALL`,
    most: 1,
  },
  {
    what: 'channels by venue and month, three years',
    query: { report: 'channels', period: WHOLE, by: ['venue', 'channel'], measures: PLAIN },
    rival: `SELECT venue_id, advert, status_id, ${SUMS} FROM orders WHERE ${DAYS} GROUP BY ALL`,
    most: 1,
  },
  {
    what: 'channels, 37 odd days',
    query: { report: 'channels', period: ODD, measures: PLAIN },
    rival: `SELECT advert, status_id, ${SUMS} FROM orders WHERE created_day BETWEEN ${FIRST + 400} AND ${FIRST + 436} GROUP BY ALL`,
    most: FREE,
  },
  {
    what: 'channels with new customers and LTV, three years',
    query: { report: 'channels', period: WHOLE },
    rival: `WITH bought AS (${FIRST_SALES})
      SELECT advert, status_id, ${SUMS}, count(*) FILTER (WHERE created_s * 4294967296 + delivery_id = first_sale AND status_id = 1),
             sum(lifetime) FILTER (WHERE created_s * 4294967296 + delivery_id = first_sale AND status_id = 1)
        FROM orders LEFT JOIN bought USING (customer_id) WHERE ${DAYS} GROUP BY ALL`,
    most: FREE,
  },
  {
    what: 'products with ABC-XYZ by months, three years',
    query: { report: 'products', period: WHOLE, steps: 'month' },
    rival: `SELECT product_id, date_trunc('month', DATE '1970-01-01' + created_day::INTEGER), status_id, count(*), sum(l.amount_milli), sum(l.sum_minor)
        FROM lines l JOIN orders o USING (delivery_id) WHERE ${DAYS} GROUP BY ALL`,
    most: 1,
  },
  {
    what: 'funnel, three years',
    query: { report: 'funnel', period: WHOLE },
    rival: `SELECT status_id, count(*), count(confirmed_s), sum(confirmed_s), count(cooking_s), sum(cooking_s - confirmed_s),
      count(cooked_s), sum(cooked_s - cooking_s), count(sent_s), sum(sent_s - cooked_s), count(delivered_s), sum(delivered_s - sent_s),
      count(closed_s), sum(closed_s - coalesce(delivered_s, cooked_s)), count(cancelled_s), sum(cancelled_s) FROM orders WHERE ${DAYS} GROUP BY ALL`,
    most: FREE,
  },
  {
    what: 'cancellations by cause and stage, a year',
    query: { report: 'cancellations', period: YEAR, by: ['cancel-cause', 'cancel-stage'] },
    rival: `SELECT cancel_cause, cancel_stage, status_id, ${SUMS} FROM orders WHERE ${LAST_YEAR} GROUP BY ALL`,
    most: FREE,
  },
  {
    what: 'delays by zone and hour, a year',
    query: { report: 'delays', period: YEAR, by: ['zone', 'hour'] },
    rival: `SELECT zone, created_hour, count(*), count(late_s), count(*) FILTER (WHERE late_s > 0), sum(greatest(late_s, 0)),
      count(*) FILTER (WHERE late_s > 900), count(*) FILTER (WHERE late_s > 1800), sum(late_s) FROM orders WHERE ${LAST_YEAR} GROUP BY ALL`,
    most: FREE,
  },
  {
    what: 'RFM, a year',
    query: { report: 'rfm', period: YEAR },
    rival: `WITH bought AS (SELECT customer_id, max(created_day) AS last_day, count(*) AS sales, sum(sum_minor) AS money
        FROM orders WHERE status_id = 1 AND ${LAST_YEAR} GROUP BY 1), scored AS (SELECT ntile(5) OVER (ORDER BY last_day) AS r,
        ntile(5) OVER (ORDER BY money) AS m, sales, money FROM bought) SELECT r, least(sales, 10), count(*), sum(money) FROM scored GROUP BY ALL`,
    most: FREE,
  },
  {
    what: 'cohorts, three years',
    query: { report: 'cohorts', period: WHOLE },
    rival: `WITH sales AS (SELECT customer_id, date_trunc('month', DATE '1970-01-01' + created_day::INTEGER) AS month, sum_minor
        FROM orders WHERE status_id = 1), firsts AS (SELECT customer_id, min(month) AS first FROM sales GROUP BY 1)
      SELECT first, month, count(DISTINCT customer_id), sum(sum_minor) FROM sales JOIN firsts USING (customer_id) GROUP BY ALL`,
    most: FREE,
  },
  {
    what: 'any × any: courier × zone, three years',
    query: { report: 'pivot', period: WHOLE, by: ['courier'], across: 'zone' },
    rival: `SELECT courier, zone, status_id, ${SUMS} FROM orders WHERE ${DAYS} GROUP BY ALL`,
    most: FREE,
  },
  {
    what: 'any × any: payment × hour, three years',
    query: { report: 'pivot', period: WHOLE, by: ['payment-type'], across: 'hour' },
    rival: `SELECT payment_type, created_hour, status_id, ${SUMS} FROM orders WHERE ${DAYS} GROUP BY ALL`,
    most: FREE,
  },
  {
    what: 'any × any: product × venue, a year',
    query: { report: 'pivot', period: YEAR, by: ['product'], across: 'venue' },
    rival: `SELECT product_id, venue_id, status_id, count(*), sum(l.amount_milli), sum(l.sum_minor)
        FROM lines l JOIN orders o USING (delivery_id) WHERE ${LAST_YEAR} GROUP BY ALL`,
    most: FREE,
  },
];

/** Every standard report against DuckDB over the same rows, in turn, both warm. */
export async function benchReports(orders: number): Promise<Figure[]> {
  const store = makeReportStore(orders);
  const rival = await openRival(store.folder, store.path, orders);
  const db = openReadable(store.path);
  try {
    await requireSame(db, rival);
    const figures: Figure[] = [];
    for (const one of CASES) figures.push(await compare(db, rival, one, orders));
    return figures;
  } finally {
    closeDb(db);
    rival.close();
    store.dispose();
  }
}

/** Both sides must hold the same money, or nothing below means anything. */
async function requireSame(db: ReadableDb, rival: Rival): Promise<void> {
  const query = reportQuery.parse({
    report: 'pivot',
    period: WHOLE,
    by: ['venue'],
    measures: ['revenue'],
  });
  const ours = makeReport(db, query).sections[0]?.total.cells[0];
  const [[theirs]] = (await rival.ask(`SELECT sum(sum_minor) FROM orders WHERE status_id = 1`)) as [
    [bigint],
  ];
  if (Number(theirs) !== ours) throw new Error(`Ours ${String(ours)}, theirs ${String(theirs)}`);
}

async function compare(
  db: ReadableDb,
  rival: Rival,
  { what, query, rival: sql, most }: Case,
  orders: number,
): Promise<Figure> {
  const asked = reportQuery.parse(query);
  makeReport(db, asked);
  await rival.ask(sql);
  const times = await inTurn(
    ROUNDS,
    () => makeReport(db, asked),
    () => rival.ask(sql),
  );
  const times15 = median(times.ours) / median(times.rival);
  const attached = await attachedTime(rival, sql);
  return {
    what: `${what}, ${orders} orders: ${times15.toFixed(2)}× DuckDB’s own table`,
    ours: spread(times.ours),
    rival: `${spread(times.rival)}; our file attached: ${attached}`,
    goal: `≤ ${most}×`,
    reached: times15 <= most,
  };
}

async function attachedTime(rival: Rival, sql: string): Promise<string> {
  if (rival.attached !== true) return `not to be had here (${rival.attached.slice(0, 60)})`;
  if (sql.includes('lines')) return 'lines are kept otherwise';
  const ms = await timed(() => rival.ask(sql.replaceAll(/\borders\b/g, 'ours.order_fact')));
  return `${ms.toFixed(1)} ms`;
}

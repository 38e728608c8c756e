import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import {
  chainTotals,
  COLUMN_MODELS,
  type ChainColumns,
} from '../../main/domain/attribution/attribution-columns.ts';
import { inTurn, median, spread, type Figure } from './measure.ts';

const TOUCHES = 5;
const SOURCES = 40;
const START_S = 1_790_000_000;
const GOAL = 3;

/** Both sides make touch `n` by the same integer arithmetic: of order n div 5. */
const sourceOf = (n: number): number => (n * 31 + Math.floor(n / 7)) % SOURCES;
const atOf = (n: number): number => START_S + ((n * 7919) % 2_592_000) * 10 + (n % TOUCHES);
const moneyOf = (order: number): number => 30_000 + ((order * 104_729) % 400_000);

/** Every model over N orders of five touches against one last-touch pass of DuckDB on the same data. */
export async function benchModels(orders: number): Promise<Figure[]> {
  const columns = makeColumns(orders);
  const instance = await DuckDBInstance.create(':memory:');
  const duck = await instance.connect();
  await fill(duck, orders);
  const totals = chainTotals(columns);
  const lastTouch = await readLastTouch(duck);
  const times = await inTurn(
    7,
    () => chainTotals(columns),
    () => readLastTouch(duck),
  );
  duck.closeSync();
  instance.closeSync();
  const ratio = median(times.ours) / median(times.rival);
  const same = lastTouch.every(([source, parts, money]) => {
    const cell = COLUMN_MODELS.indexOf('last') * SOURCES + source;
    return totals.parts[cell] === parts * 10_000 && totals.sumMinor[cell] === money;
  });
  const exact = COLUMN_MODELS.every((_, model) => isWhole(totals.sumMinor, columns, model));
  return [
    {
      what: `${COLUMN_MODELS.length} models, ${orders} orders × ${TOUCHES} touches`,
      ours: `${spread(times.ours)}; last touch ${same ? 'equal' : 'DIFFERENT'}; sums ${exact ? 'exact' : 'WRONG'}`,
      rival: `DuckDB, one last-touch pass: ${spread(times.rival)}`,
      goal: `≤ ${GOAL}×: ${ratio.toFixed(2)}×`,
      reached: ratio <= GOAL && same && exact,
    },
  ];
}

function isWhole(money: Float64Array, columns: ChainColumns, model: number): boolean {
  const told = money.slice(model * SOURCES, (model + 1) * SOURCES);
  const sum = (values: Float64Array): number => values.reduce((before, one) => before + one, 0);
  return sum(told) === sum(columns.sumMinor);
}

function makeColumns(orders: number): ChainColumns {
  const touches = orders * TOUCHES;
  const columns = {
    orders,
    sources: SOURCES,
    from: Uint32Array.from({ length: orders + 1 }, (_, order) => order * TOUCHES),
    source: new Uint32Array(touches),
    at: new Float64Array(touches),
    paid: new Uint8Array(touches),
    standard: new Uint32Array(orders),
    sumMinor: Float64Array.from({ length: orders }, (_, order) => moneyOf(order)),
  };
  for (let order = 0; order < orders; order += 1) {
    const chain = Array.from({ length: TOUCHES }, (_, place) => order * TOUCHES + place);
    chain.sort((one, other) => atOf(one) - atOf(other));
    chain.forEach((touch, place) => {
      const cell = order * TOUCHES + place;
      columns.source[cell] = sourceOf(touch);
      columns.at[cell] = atOf(touch);
      columns.paid[cell] = touch % 10 < 7 ? 1 : 0;
    });
    columns.standard[order] = columns.source[order * TOUCHES + TOUCHES - 1]!;
  }
  return columns;
}

async function fill(duck: DuckDBConnection, orders: number): Promise<void> {
  await duck.run(`
CREATE TABLE touch AS
SELECT (n // ${TOUCHES})::INTEGER AS order_id,
       ((n * 31 + n // 7) % ${SOURCES})::INTEGER AS source,
       (${START_S} + ((n * 7919) % 2592000) * 10 + n % ${TOUCHES})::BIGINT AS at_s
  FROM range(${orders * TOUCHES}) AS touches (n)`);
  await duck.run(`
CREATE TABLE delivery AS
SELECT n::INTEGER AS order_id, (30000 + (n * 104729) % 400000)::BIGINT AS sum_minor
  FROM range(${orders}) AS orders (n)`);
}

async function readLastTouch(duck: DuckDBConnection): Promise<[number, number, number][]> {
  const reader = await duck.runAndReadAll(`
SELECT chosen.source, count(*) AS orders, sum(delivery.sum_minor) AS money
  FROM (SELECT order_id, arg_max(source, at_s) AS source FROM touch GROUP BY order_id) AS chosen
  JOIN delivery USING (order_id)
 GROUP BY chosen.source`);
  return reader
    .getRows()
    .map(([source, count, money]) => [Number(source), Number(count), Number(money)]);
}

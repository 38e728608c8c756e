import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { benchOrders } from './report-rows.ts';
import { FACT_COLUMNS } from './report-store.ts';

/** The same rows in DuckDB's own file, numbers for texts as we keep them, two threads. */
export type Rival = Readonly<{
  ask(sql: string): Promise<readonly (readonly unknown[])[]>;
  /** Whether DuckDB could attach our own file; why not otherwise. */
  attached: true | string;
  close(): void;
}>;

/** Fills DuckDB natively, in the order of days, and tries to attach our store beside it. */
export async function openRival(folder: string, storeFile: string, orders: number): Promise<Rival> {
  const instance = await DuckDBInstance.create(join(folder, 'rival.duckdb'), { threads: '2' });
  const connection = await instance.connect();
  await fill(connection, orders);
  const attached = await attach(connection, storeFile);
  return {
    attached,
    ask: async (sql) => (await connection.runAndReadAll(sql)).getRows(),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

async function fill(connection: DuckDBConnection, orders: number): Promise<void> {
  const columns = FACT_COLUMNS.map((name) => `${name} BIGINT`).join(', ');
  await connection.run(`CREATE TABLE orders (delivery_id BIGINT, ${columns})`);
  await connection.run(
    'CREATE TABLE lines (delivery_id BIGINT, product_id INTEGER, amount_milli BIGINT, sum_minor BIGINT)',
  );
  const fact = await connection.createAppender('orders');
  const line = await connection.createAppender('lines');
  for (const order of benchOrders(orders)) {
    fact.appendBigInt(BigInt(order.id));
    for (const value of order.fact) {
      if (value === null) fact.appendNull();
      else fact.appendBigInt(BigInt(value));
    }
    fact.endRow();
    for (const [product, amount, sum] of order.lines) {
      line.appendBigInt(BigInt(order.id));
      line.appendInteger(product);
      line.appendBigInt(BigInt(amount));
      line.appendBigInt(BigInt(sum));
      line.endRow();
    }
  }
  fact.closeSync();
  line.closeSync();
  await connection.run('CHECKPOINT');
}

async function attach(connection: DuckDBConnection, file: string): Promise<true | string> {
  try {
    await connection.run('INSTALL sqlite');
    await connection.run('LOAD sqlite');
    await connection.run(`ATTACH '${file.replaceAll("'", "''")}' AS ours (TYPE sqlite, READ_ONLY)`);
    return true;
  } catch (error) {
    return String(error).split('\n')[0] ?? 'unknown';
  }
}

import { Failure } from '../../domain/failure.ts';
import type { Instant } from '../../domain/orders/order.ts';
import { isList } from '../lenient-json.ts';
import type { ServerClient } from './client.ts';
import { gatherOrders, type GatheredDay } from './gather-orders.ts';
import { missingColumns, OLAP_PARTS, queryOf, type OlapPart } from './olap-parts.ts';
import { brokenAnswer } from './refusal.ts';
import type { WireOlapAnswer, WireOlapColumns, WireOlapRow } from './wire.ts';

const OLAP = '/v2/reports/olap';
/** A shift that is being accounted changes between two reports: the day is read again. */
const READINGS = 3;
/** A broken answer is asked for again so often. */
const TRIES = 3;

/** One accounting day of the whole server. */
export type ServerDay = GatheredDay & Readonly<{ serverTime: Instant }>;

/** Asks once per server which fields it has; `refused` `iiko-server.column-missing` when one is needed. */
export async function fetchColumns(
  client: ServerClient,
  signal: AbortSignal,
): Promise<WireOlapColumns> {
  const path = `${OLAP}/columns`;
  const { text } = await client.ask({ path, query: { reportType: 'SALES' } }, signal);
  const columns = parseObject<WireOlapColumns>(text);
  if (!columns) throw brokenAnswer(path);
  const missing = missingColumns(columns);
  if (missing.length === 0) return columns;
  throw new Failure('refused', 'iiko-server.column-missing', { fields: missing.join(', ') });
}

/**
 * Reads an accounting day by narrow reports one after another and puts its orders together. When
 * the reports tell different things of an order, the day is read again; what still differs then is
 * set aside whole.
 */
export async function fetchDay(
  client: ServerClient,
  columns: WireOlapColumns,
  day: string,
  signal: AbortSignal,
): Promise<ServerDay> {
  for (let reading = 1; ; reading += 1) {
    const parts = new Map<OlapPart['name'], readonly WireOlapRow[]>();
    let serverTime = client.serverNow() ?? 0;
    for (const part of OLAP_PARTS) {
      const answer = await askRows(client, queryOf(part, day, columns), signal);
      parts.set(part.name, answer.rows);
      serverTime = answer.serverTime;
      // A day without orders has nothing else to tell.
      if (part.name === 'identity' && answer.rows.length === 0) break;
    }
    const gathered = gatherOrders(parts, day);
    const differing = gathered.quarantined.some(({ reason }) => reason === 'parts-disagree');
    if (!differing || reading === READINGS) return { ...gathered, serverTime };
  }
}

async function askRows(
  client: ServerClient,
  query: object,
  signal: AbortSignal,
): Promise<Readonly<{ rows: readonly WireOlapRow[]; serverTime: Instant }>> {
  for (let attempt = 1; ; attempt += 1) {
    const { text, serverTime } = await client.ask({ path: OLAP, json: query }, signal);
    const rows = parseObject<WireOlapAnswer>(text)?.data;
    if (isList(rows)) return { rows, serverTime };
    if (attempt === TRIES) throw brokenAnswer(OLAP);
  }
}

function parseObject<T extends object>(text: string): T | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as T)
      : null;
  } catch {
    return null;
  }
}

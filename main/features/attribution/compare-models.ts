import type { ModelComparison } from '../../contract/attribution.ts';
import {
  chainTotals,
  COLUMN_MODELS,
  type ChainTotals,
} from '../../domain/attribution/attribution-columns.ts';
import { WHOLE_CREDIT, type Model } from '../../domain/attribution/attribution-models.ts';
import { addDays, startOfDay, type Day } from '../../domain/local-time.ts';
import { readCustomerFirstTotals, readChains } from '../../store/attribution/attribution-chains.ts';
import { readProgress } from '../../store/attribution/attribution-due.ts';
import { readSources } from '../../store/attribution/attribution-sources.ts';
import type { ReadableDb } from '../../store/database.ts';
import { hasRight } from '../../store/require-right.ts';
import { readFirstCurrency, readFirstZone } from '../../store/attribution/touch-imports.ts';

/** The last column is not about one order's touches, so it is counted apart. */
const COMPARED: readonly Model[] = [...COLUMN_MODELS, 'customer-first'];

type Row = { parts: number[]; sumMinor: number[] };

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Orders and money of every channel under every model; days of the first organization's zone. */
export async function compareModels(
  db: ReadableDb,
  { from, to }: Readonly<{ from: Day; to: Day }>,
): Promise<ModelComparison> {
  const zone = readFirstZone(db);
  const currency = readFirstCurrency(db);
  const start = startOfDay(from, zone);
  const end = startOfDay(addDays(to, 1), zone);
  const { columns, sourceIds } = await readChains(db, start, end, currency, nextTurn);
  const totals = chainTotals(columns);
  const sources = new Map(readSources(db).map((source) => [source.id, source]));
  const money = hasRight(db, 'see-revenue');
  const rows = new Map<number, Row>();
  const rowOf = (channelId: number): Row => {
    const row = rows.get(channelId) ?? emptyRow();
    rows.set(channelId, row);
    return row;
  };
  sourceIds.forEach((sourceId, number) => {
    const row = rowOf(sources.get(sourceId)?.channelId ?? sourceId);
    addTotals(row, totals, columns.sources, number, money);
  });
  for (const { channelId, orders, sumMinor } of readCustomerFirstTotals(db, start, end, currency)) {
    rowOf(channelId).parts[COLUMN_MODELS.length] = orders * WHOLE_CREDIT;
    rowOf(channelId).sumMinor[COLUMN_MODELS.length] = money ? sumMinor : 0;
  }
  const named = [...rows].map(([channelId, row]) => {
    const { key = '', name = '', colour = null } = sources.get(channelId) ?? {};
    return { channelId, key, name, colour, ...row };
  });
  return {
    models: COMPARED,
    currency,
    rows: named.toSorted((one, other) => other.parts[0]! - one.parts[0]!),
    orders:
      totals.parts.slice(0, columns.sources).reduce((sum, part) => sum + part, 0) / WHOLE_CREDIT,
    waiting: readProgress(db).waiting,
    money,
  };
}

/** Adds one source's totals to its channel's. */
function addTotals(
  row: Row,
  totals: ChainTotals,
  sources: number,
  number: number,
  money: boolean,
): void {
  for (let model = 0; model < COLUMN_MODELS.length; model += 1) {
    const cell = model * sources + number;
    row.parts[model]! += totals.parts[cell] ?? 0;
    if (money) row.sumMinor[model]! += totals.sumMinor[cell] ?? 0;
  }
}

const emptyRow = (): Row => ({
  parts: COMPARED.map(() => 0),
  sumMinor: COMPARED.map(() => 0),
});

import type { ModelComparison } from '../../contract/attribution.ts';
import { chainTotals, COLUMN_MODELS } from '../../domain/attribution-columns.ts';
import { WHOLE_CREDIT } from '../../domain/attribution-models.ts';
import { addDays, startOfDay, type Day } from '../../domain/local-time.ts';
import { readChains } from '../../store/attribution-chains.ts';
import { readProgress } from '../../store/attribution-due.ts';
import { readSources } from '../../store/attribution-sources.ts';
import type { ReadableDb } from '../../store/database.ts';
import { hasRight } from '../../store/require-right.ts';
import { readFirstCurrency, readFirstZone } from '../../store/touch-imports.ts';

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
  const rows = new Map<number, Row>();
  const money = hasRight(db, 'see-revenue');
  sourceIds.forEach((sourceId, number) => {
    const channelId = sources.get(sourceId)?.channelId ?? sourceId;
    const row = rows.get(channelId) ?? emptyRow();
    COLUMN_MODELS.forEach((_, model) => {
      const cell = model * columns.sources + number;
      row.parts[model]! += totals.parts[cell] ?? 0;
      row.sumMinor[model]! += money ? (totals.sumMinor[cell] ?? 0) : 0;
    });
    rows.set(channelId, row);
  });
  const named = [...rows].map(([channelId, row]) => {
    const { key = '', name = '', colour = null } = sources.get(channelId) ?? {};
    return { channelId, key, name, colour, ...row };
  });
  return {
    models: COLUMN_MODELS,
    currency,
    rows: named.toSorted((one, other) => other.parts[0]! - one.parts[0]!),
    orders:
      totals.parts.slice(0, columns.sources).reduce((sum, part) => sum + part, 0) / WHOLE_CREDIT,
    waiting: readProgress(db).waiting,
    money,
  };
}

const emptyRow = (): Row => ({
  parts: COLUMN_MODELS.map(() => 0),
  sumMinor: COLUMN_MODELS.map(() => 0),
});

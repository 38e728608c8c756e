import type { attribution, SourceNode, SourceTree } from '../../contract/attribution.ts';
import type { Handlers } from '../../contract/define.ts';
import type { ReaderOutside } from '../../outside.ts';
import { readSources, readSourceOrders } from '../../store/attribution/attribution-sources.ts';
import type { ReadableDb } from '../../store/database.ts';
import { readSourceChanges } from '../../store/attribution/source-changes.ts';
import { compareModels } from './compare-models.ts';
import { previewRules } from './preview-rules.ts';

/** What takes longer: trying rules, counting by source, comparing models. */
export function reportAttribution(
  db: ReadableDb,
  outside: Pick<ReaderOutside, 'now'>,
): Handlers<typeof attribution, 'report'> {
  return {
    tryRules: ({ rules, days }) => previewRules(db, rules, days, outside.now()),
    sources: () => viewSources(db),
    compareModels: (period) => compareModels(db, period),
  };
}

function viewSources(db: ReadableDb): SourceTree {
  const sources = readSources(db);
  const shownOf = new Map(sources.map(({ id, shownId }) => [id, shownId]));
  const orders = new Map<number, number>();
  for (const { sourceId, count } of readSourceOrders(db)) {
    const shown = shownOf.get(sourceId) ?? sourceId;
    orders.set(shown, (orders.get(shown) ?? 0) + count);
  }
  return {
    sources: sources.map((source): SourceNode => ({
      id: source.id,
      parentId: parentOf(source, shownOf),
      key: source.key,
      name: source.name,
      colour: source.colour,
      mergedInto: source.mergedInto,
      orders: orders.get(source.id) ?? 0,
    })),
    changes: readSourceChanges(db),
  };
}

/** A merged source hangs under what it is counted as. */
function parentOf(
  source: { mergedInto: number | null; parentId: number | null },
  shownOf: ReadonlyMap<number, number>,
): number | null {
  if (source.mergedInto !== null) return source.mergedInto;
  return source.parentId === null ? null : (shownOf.get(source.parentId) ?? source.parentId);
}
